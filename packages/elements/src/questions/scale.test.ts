import {expect} from '@open-wc/testing';
import {aQuestionnaire, described, focused, goOn, handed, keys, press, reviewed, root, shown, tabTo} from '@ppgp/testing/element';
import '../define/ppgp-survey.js';

const asks = (members: object): Promise<HTMLElementTagNameMap['ppgp-survey']> =>
  shown('ppgp-survey', {definition: aQuestionnaire([{id: 'q', type: 'scale', label: 'Comment ça va ?', ...members}])});
const drawn = (element: Element, look: string): number => root(element).querySelectorAll(`.cell.${look}`).length;
const numbers = ['1', '2', '3', '4', '5'].map((label) => ({id: `n${label}`, label}));

describe('a scale', () => {
  it('with faces is answered by keyboard alone; the word is always there, and the drawing says nothing', async () => {
    const element = await asks({choices: 'faces3'});
    expect(drawn(element, 'face')).to.equal(3);
    for (const face of root(element).querySelectorAll('.face svg')) expect(face.closest('[aria-hidden=true]')).to.exist;
    await tabTo(element, 'Bien');
    await keys(element, 'Space', 'ArrowRight');
    expect(focused(element)).to.equal('Moyen');
    await keys(element, 'Tab', 'Enter');
    expect(reviewed(element)).to.deep.equal({'Comment ça va ?': 'Moyen'});
    expect((await handed(element)).answers).to.deep.equal({q: 'moyen'});
  });

  it('stands apart with what is no step of it, in the same group for the arrows', async () => {
    const element = await asks({
      look: 'faces',
      choices: [
        {id: 'bien', label: 'Bien'},
        {id: 'moyen', label: 'Moyen'},
        {id: 'mal', label: 'Pas bien'},
        {id: 'jamais', label: 'Jamais venu', role: 'na'},
      ],
    });
    expect([drawn(element, 'face'), drawn(element, 'apart')]).to.deep.equal([3, 1]);
    await press(element, 'Pas bien');
    await tabTo(element, 'Pas bien');
    await keys(element, 'ArrowDown');
    expect(focused(element)).to.equal('Jamais venu');
    expect(element.answers).to.deep.equal({q: 'jamais'});
    expect(root(element).querySelectorAll('input:checked').length).to.equal(1);
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({'Comment ça va ?': 'Jamais venu'});
  });

  it('in numbers is one line of them, and its hint says what the ends mean', async () => {
    const element = await asks({choices: numbers, look: 'numbers', hint: '1 : pas du tout. 5 : tout à fait.'});
    expect([drawn(element, 'pill'), drawn(element, 'choice')]).to.deep.equal([5, 0]);
    await tabTo(element, '1');
    expect(described(element)).to.equal('1 : pas du tout. 5 : tout à fait.');
    await keys(element, 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect((await handed(element)).answers).to.deep.equal({q: 'n4'});
  });

  it('in words is a list of choices', async () => {
    const element = await asks({choices: 'agree4'});
    expect([drawn(element, 'choice'), drawn(element, 'face')]).to.deep.equal([4, 0]);
    await tabTo(element, 'Tout à fait d’accord');
    await keys(element, 'Space', 'ArrowDown');
    expect((await handed(element)).answers).to.deep.equal({q: 'plutot'});
  });

  it('draws no faces for another number of steps than three', async () => {
    const element = await asks({choices: numbers, look: 'faces'});
    expect([drawn(element, 'pill'), drawn(element, 'face')]).to.deep.equal([5, 0]);
  });
});
