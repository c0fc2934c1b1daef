import {expect} from '@open-wc/testing';
import {aQuestionnaire, described, goOn, handed, keys, press, pressPart, reviewed, root, shown, tabTo, text} from '@ppgp/testing/element';
import {sendKeys} from '@web/test-runner-commands';
import '../define/ppgp-survey.js';
import {numberIn} from './number.js';

type Survey = HTMLElementTagNameMap['ppgp-survey'];

const asks = (members: object = {}): Promise<Survey> =>
  shown('ppgp-survey', {definition: aQuestionnaire([{id: 'q', type: 'number', label: 'Combien ?', ...members}])});
const field = (element: Survey): HTMLInputElement => {
  const found = root(element).querySelector('input');
  if (!found) throw new Error(`There is no field in: ${text(element)}`);
  return found;
};
async function types(element: Survey, typed: string): Promise<void> {
  await tabTo(element, 'Combien ?', 'input');
  field(element).select();
  await sendKeys({type: typed});
  await element.updateComplete;
}

describe('a number', () => {
  it('is typed by keyboard alone, the French way, and read with its unit', async () => {
    const element = await asks({unit: 'heures'});
    await types(element, '12,5');
    expect(described(element)).to.equal('heures');
    expect(element.answers).to.deep.equal({q: 12.5});
    await keys(element, 'Tab', 'Enter');
    expect(reviewed(element)).to.deep.equal({'Combien ?': '12,5 heures'});
    expect((await handed(element)).answers).to.deep.equal({q: 12.5});
  });

  it('stays as it was typed as long as it means the same', async () => {
    const element = await asks();
    await types(element, '12,50');
    expect(field(element).value).to.equal('12,50');
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({'Combien ?': '12,5'});
    await goOn(element, 'Modifier');
    expect(field(element).value).to.equal('12,50');
    element.answers = {q: 3.25};
    await element.updateComplete;
    expect(field(element).value).to.equal('3,25');
  });

  it('that cannot be read stays to be mended, is said, and is never sent', async () => {
    const element = await asks();
    await types(element, '12abc');
    await pressPart(element, 'next');
    expect(text(element)).to.include('Écrivez un nombre, en chiffres.');
    await tabTo(element, 'Combien ?', 'input');
    expect(field(element).value).to.equal('12abc');
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    expect(described(element)).to.equal('Écrivez un nombre, en chiffres.');
    expect(element.answers).to.deep.equal({});
    await types(element, '12');
    expect(text(element)).not.to.include('Écrivez un nombre');
    expect((await handed(element)).answers).to.deep.equal({q: 12});
  });

  const limits: [members: object, typed: string, said: string][] = [
    [{min: 0}, '-1', 'Écrivez 0 ou plus.'],
    [{max: 15}, '15,5', 'Écrivez 15 ou moins.'],
    [{integer: true}, '2,5', 'Écrivez un nombre entier, sans virgule.'],
    [{max: 15, error: 'Comptez les vôtres.'}, '16', 'Comptez les vôtres.'],
  ];
  for (const [members, typed, said] of limits) {
    it(`${typed}, with ${JSON.stringify(members)}: « ${said} »`, async () => {
      const element = await asks(members);
      await types(element, typed);
      expect(text(element)).not.to.include(said);
      await pressPart(element, 'next');
      expect(text(element)).to.include(said);
      expect(field(element).value).to.equal(typed);
    });
  }

  it('takes its limits themselves, and 0 is an answer', async () => {
    const element = await asks({min: 0, max: 15, integer: true});
    await types(element, '15');
    await goOn(element, 'Relire');
    await goOn(element, 'Modifier');
    await types(element, '0');
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({'Combien ?': '0'});
    expect((await handed(element)).answers).to.deep.equal({q: 0});
  });

  it('emptied is not answered; declined is emptied', async () => {
    const element = await asks({decline: true});
    await types(element, '3');
    await keys(element, 'Backspace');
    expect(element.answers).to.deep.equal({});
    await types(element, '4');
    await press(element, 'Je préfère ne pas répondre');
    expect(field(element).value).to.equal('');
    expect(element.answers).to.deep.equal({q: null});
  });

  it('opens the keyboard of a phone that has what it takes', async () => {
    expect(field(await asks()).inputMode).to.equal('decimal');
    expect(field(await asks({integer: true})).inputMode).to.equal('numeric');
    expect(field(await asks({min: -5})).inputMode).to.equal('text');
  });

  it('is read with any space and either sign; anything else is kept as it is', () => {
    const read = ['1 234', '1\u202f234,5', '1.5', '-3', ' 7 ', '', '  ', '12abc', '1,2,3', '1e3', ','].map(numberIn);
    expect(read).to.deep.equal([1234, 1234.5, 1.5, -3, 7, undefined, undefined, '12abc', '1,2,3', '1e3', ',']);
  });
});
