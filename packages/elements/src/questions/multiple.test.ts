import {expect} from '@open-wc/testing';
import {aQuestionnaire, described, focused, goOn, handed, keys, press, reviewed, root, shown, tabTo, text} from '@ppgp/testing/element';
import {sendKeys} from '@web/test-runner-commands';
import '../define/ppgp-survey.js';

const choices = [
  {id: 'horaires', label: 'Les horaires'},
  {id: 'lieux', label: 'Les lieux'},
  {id: 'langue', label: 'La langue'},
  {id: 'autre', label: 'Autre chose', role: 'other' as const},
  {id: 'rien', label: 'Rien', role: 'exclusive' as const},
];
const asks = (members: object = {}): Promise<HTMLElementTagNameMap['ppgp-survey']> =>
  shown('ppgp-survey', {definition: aQuestionnaire([{id: 'q', type: 'multiple', label: 'Quoi changer ?', choices, ...members}])});
const offered = (element: Element): string[] =>
  [...root(element).querySelectorAll<HTMLInputElement>('input:enabled')].map(({value}) => value);

describe('a question with several choices', () => {
  it('is answered by keyboard alone: each choice a stop of Tab, ticked and unticked with the space bar', async () => {
    const element = await asks();
    await tabTo(element, 'Les horaires');
    expect(described(element)).to.equal('Plusieurs réponses possibles.');
    await keys(element, 'Space', 'Tab', 'Space', 'Tab', 'Space', 'Space');
    expect(focused(element)).to.equal('La langue');
    await tabTo(element, 'Relire');
    await keys(element, 'Enter');
    expect(reviewed(element)).to.deep.equal({'Quoi changer ?': 'Les horaires et Les lieux'});
    expect((await handed(element)).answers).to.deep.equal({q: ['horaires', 'lieux']});
  });

  it('keeps the order of the definition, whatever the order of ticking', async () => {
    const element = await asks();
    for (const name of ['La langue', 'Les horaires']) await press(element, name);
    expect((await handed(element)).answers).to.deep.equal({q: ['horaires', 'langue']});
  });

  it('at the maximum offers only what is chosen and what excludes it, says why, and Tab passes over the rest', async () => {
    const element = await asks({max: 2});
    await tabTo(element, 'Les horaires');
    expect(described(element)).to.equal('2 réponses au plus.');
    await keys(element, 'Space', 'Tab', 'Space');
    expect(offered(element)).to.deep.equal(['horaires', 'lieux', 'rien']);
    expect(described(element)).to.equal('Vous en avez choisi 2. Pour en choisir une autre, retirez-en une.');
    await keys(element, 'Tab');
    expect(focused(element)).to.equal('Rien');
    await keys(element, 'Shift+Tab', 'Space');
    expect(offered(element)).to.have.lengthOf(5);
    expect(element.answers).to.deep.equal({q: ['horaires']});
  });

  it('with a choice that excludes the others, takes the last word', async () => {
    const element = await asks();
    await press(element, 'Les horaires');
    await press(element, 'Rien');
    expect(element.answers).to.deep.equal({q: ['rien']});
    await press(element, 'Les lieux');
    expect(element.answers).to.deep.equal({q: ['lieux']});
    expect([...root(element).querySelectorAll<HTMLInputElement>('input:checked')].map(({value}) => value)).to.deep.equal(['lieux']);
  });

  it('opens the field of « autre » where Tab goes next; another choice leaves its words', async () => {
    const element = await asks();
    await tabTo(element, 'Autre chose');
    await keys(element, 'Space', 'Tab');
    expect(focused(element)).to.equal('Dites-le en quelques mots');
    await sendKeys({type: 'un jardin'});
    await press(element, 'Les lieux');
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({'Quoi changer ?': 'Les lieux et Autre chose « un jardin »'});
    expect(await handed(element)).to.deep.include({answers: {q: ['lieux', 'autre']}, other: {q: 'un jardin'}});
  });

  it('asks for more where too few are chosen', async () => {
    const element = await asks({min: 2});
    await press(element, 'Les lieux');
    await press(element, 'Relire');
    expect(text(element)).to.include('Choisissez au moins 2 réponses.');
    await press(element, 'La langue');
    expect(text(element)).not.to.include('Choisissez au moins');
  });

  it('unticked to the last is not answered: it must still be, where it must be', async () => {
    const element = await asks({required: true});
    await press(element, 'Les lieux');
    await press(element, 'Les lieux');
    expect(element.answers).to.deep.equal({});
    await press(element, 'Relire');
    expect(text(element)).to.include('Choisissez une réponse.');
  });
});
