import {expect} from '@open-wc/testing';
import {
  aQuestionnaire,
  described,
  focused,
  goOn,
  handed,
  hears,
  keys,
  plain,
  press,
  reviewed,
  root,
  shown,
  tabTo,
  text,
} from '@ppgp/testing/element';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import '../define/ppgp-survey.js';
import {moved} from './ranking.js';

type Survey = HTMLElementTagNameMap['ppgp-survey'];

const choices = [
  {id: 'prevention', label: 'La prévention'},
  {id: 'grossesse', label: 'La grossesse'},
  {id: 'bilans', label: 'Les bilans'},
  {id: 'autre', label: 'Autre chose', role: 'other'},
];
const asks = (members: object = {}): Promise<Survey> =>
  shown('ppgp-survey', {definition: aQuestionnaire([{id: 'q', type: 'ranking', label: 'Vos priorités ?', max: 3, choices, ...members}])});
const button = (element: Survey, name: string): HTMLButtonElement | undefined =>
  [...root(element).querySelectorAll('button')].find((one) => plain(one.getAttribute('aria-label') ?? one.textContent) === name);
const ranked = async (...codes: string[]): Promise<Survey> => {
  const element = await asks();
  element.answers = {q: codes};
  await element.updateComplete;
  return element;
};

describe('a ranking', () => {
  it('is filled by keyboard alone: the focus stays where the next choice is added, and each place is said', async () => {
    const element = await asks();
    await tabTo(element, 'Ajouter : La prévention');
    expect(described(element)).to.equal('Choisissez-en 3 au plus. Le plus important d’abord.');
    await keys(element, 'Enter');
    await hears('La prévention : 1ᵉʳ sur 3');
    expect(focused(element)).to.equal('Ajouter : La grossesse');
    await keys(element, 'Tab', 'Space');
    await hears('Les bilans : 2ᵉ sur 3');
    expect(focused(element)).to.equal('Ajouter : Autre chose');
    expect(element.answers).to.deep.equal({q: ['prevention', 'bilans']});
    await tabTo(element, 'Relire');
    await keys(element, 'Enter');
    expect(reviewed(element)).to.deep.equal({'Vos priorités ?': 'La prévention et Les bilans'});
    expect((await handed(element)).answers).to.deep.equal({q: ['prevention', 'bilans']});
  });

  it('moves a choice up and down with the same key as often as one likes: the focus follows it, and turns at the ends', async () => {
    const element = await ranked('prevention', 'grossesse', 'bilans');
    await tabTo(element, 'Monter : Les bilans');
    await keys(element, 'Enter');
    expect(focused(element)).to.equal('Monter : Les bilans');
    await hears('Les bilans : 2ᵉ sur 3');
    await keys(element, 'Enter');
    expect(element.answers).to.deep.equal({q: ['bilans', 'prevention', 'grossesse']});
    expect(focused(element)).to.equal('Descendre : Les bilans');
    await keys(element, 'Enter', 'Enter');
    await hears('Les bilans : 3ᵉ sur 3');
    expect(focused(element)).to.equal('Monter : Les bilans');
    expect(element.answers).to.deep.equal({q: ['prevention', 'grossesse', 'bilans']});
  });

  it('has a first « Monter » and a last « Descendre » that are disabled, not absent', async () => {
    const element = await ranked('prevention', 'grossesse');
    expect(button(element, 'Monter : La prévention')?.disabled).to.equal(true);
    expect(button(element, 'Descendre : La prévention')?.disabled).to.equal(false);
    expect(button(element, 'Monter : La grossesse')?.disabled).to.equal(false);
    expect(button(element, 'Descendre : La grossesse')?.disabled).to.equal(true);
  });

  it('full, lets nothing more be added, keeps the focus, and begins again with what is removed', async () => {
    const element = await ranked('prevention', 'grossesse');
    await tabTo(element, 'Ajouter : Les bilans');
    await keys(element, 'Enter');
    expect(focused(element)).to.equal('Retirer : Les bilans');
    expect(button(element, 'Ajouter : Autre chose')?.disabled).to.equal(true);
    await keys(element, 'Enter');
    await hears('Les bilans : retiré du classement');
    expect(focused(element)).to.equal('Ajouter : Les bilans');
    expect(button(element, 'Ajouter : Autre chose')?.disabled).to.equal(false);
  });

  it('emptied, is not answered', async () => {
    const element = await ranked('prevention');
    await press(element, 'Ajouter : Les bilans');
    await tabTo(element, 'Retirer : La prévention');
    await keys(element, 'Enter');
    await tabTo(element, 'Retirer : Les bilans');
    await keys(element, 'Enter');
    expect(element.answers).to.deep.equal({});
  });

  it('shows the places that are free, for eyes only', async () => {
    const element = await ranked('prevention');
    expect(text(element)).to.include('2ᵉ choix').and.include('3ᵉ choix').and.not.include('1ᵉʳ choix');
    for (const place of root(element).querySelectorAll('.free')) expect(place.getAttribute('aria-hidden')).to.equal('true');
  });

  it('of fewer choices than places has as many places as choices', async () => {
    const element = await asks({choices: choices.slice(0, 2)});
    expect(root(element).querySelectorAll('.free').length).to.equal(2);
    await press(element, 'Ajouter : La prévention');
    await press(element, 'Ajouter : La grossesse');
    expect(focused(element)).to.equal('Retirer : La grossesse');
    expect(root(element).querySelectorAll('ul.ranks').length).to.equal(0);
  });

  it('asks for the words of « autre » in its place, and sends them with it', async () => {
    const element = await asks();
    await press(element, 'Ajouter : Autre chose');
    await tabTo(element, 'Dites-le en quelques mots');
    await sendKeys({type: 'un jardin'});
    await press(element, 'Ajouter : La prévention');
    await goOn(element, 'Relire');
    expect(await handed(element)).to.deep.include({answers: {q: ['autre', 'prevention']}, other: {q: 'un jardin'}});
  });

  it('can be dragged with a mouse, as an extra', async () => {
    const element = await ranked('prevention', 'grossesse', 'bilans');
    const at = (index: number): [number, number] => {
      const {left, top} = root(element).querySelector(`[data-index="${index}"]`)?.getBoundingClientRect() ?? new DOMRect();
      return [Math.round(left + 20), Math.round(top + 20)];
    };
    root(element).querySelector('ol')?.scrollIntoView();
    await sendMouse({type: 'move', position: at(2)});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: at(0)});
    await sendMouse({type: 'up'});
    await resetMouse();
    await hears('Les bilans : 1ᵉʳ sur 3');
    expect(element.answers).to.deep.equal({q: ['bilans', 'prevention', 'grossesse']});
  });

  it('let go of outside, stays as it was', async () => {
    const element = await ranked('prevention', 'grossesse', 'bilans');
    const {left, top} = root(element).querySelector('[data-index="2"]')?.getBoundingClientRect() ?? new DOMRect();
    await sendMouse({type: 'move', position: [Math.round(left + 20), Math.round(top + 20)]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [2, 2]});
    await sendMouse({type: 'up'});
    await resetMouse();
    expect(element.answers).to.deep.equal({q: ['prevention', 'grossesse', 'bilans']});
    expect(root(element).querySelector('.dragged')).not.to.exist;
  });

  it('moves one and leaves the order of the others', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).to.deep.equal(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c'], 2, 0)).to.deep.equal(['c', 'a', 'b']);
    expect(moved(['a'], 3, 0)).to.deep.equal(['a']);
  });
});
