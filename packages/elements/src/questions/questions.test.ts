import {expect} from '@open-wc/testing';
import {aQuestionnaire, goOn, heard, press, root, shown, text} from '@ppgp/testing/element';
import {sendKeys} from '@web/test-runner-commands';
import '../define/flyer-feedback.js';

/** An element that asks this question. */
const one = (question: object): Promise<HTMLElementTagNameMap['flyer-feedback']> =>
  shown('flyer-feedback', {definition: aQuestionnaire([question])});

describe('a question', () => {
  it('stops at the maximum with the reason, and lets a person choose again', async () => {
    const choices = ['a', 'b', 'c', 'd'].map((id) => ({id, label: `Choix ${id}`}));
    const element = await one({
      id: 'q',
      type: 'multiple',
      label: 'Quoi ?',
      choices: [...choices, {id: 'rien', label: 'Rien', role: 'exclusive'}],
      max: 2,
    });
    await press(element, 'Choix d');
    await press(element, 'Choix a');
    expect(element.answers).to.deep.equal({q: ['a', 'd']});
    expect(root(element).querySelectorAll('input:disabled').length).to.equal(2);
    expect(text(element)).to.include('Vous en avez choisi 2.');
    await press(element, 'Rien');
    expect(element.answers).to.deep.equal({q: ['rien']});
    await press(element, 'Choix b');
    expect(element.answers).to.deep.equal({q: ['b']});
  });

  it('asks for a few words beside « autre », and keeps them with it', async () => {
    const element = await one({
      id: 'q',
      type: 'single',
      label: 'Quoi ?',
      choices: [
        {id: 'a', label: 'Un'},
        {id: 'b', label: 'Autre', role: 'other'},
      ],
    });
    await press(element, 'Autre');
    const field = root(element).querySelector<HTMLInputElement>('input:not([type=radio])');
    field?.focus();
    await sendKeys({type: 'le bus'});
    await goOn(element, 'Relire');
    expect(text(element)).to.include('Autre').and.include('« le bus »');
    const submit = heard(element, 'ppgp-submit');
    await press(element, 'Envoyer');
    expect((await submit).submission.payload).to.deep.include({answers: {q: 'b'}, other: {q: 'le bus'}});
  });

  it('warns before free text, counts letters, and never blocks typing', async () => {
    const element = await one({id: 'q', type: 'text', label: 'Un mot ?', max: 5});
    expect(text(element)).to.include('N’écrivez ni nom, ni adresse, ni maladie.').and.include('Il vous reste 5 caractères');
    root(element).querySelector('textarea')?.focus();
    await sendKeys({type: 'bonjour'});
    await element.updateComplete;
    expect(text(element)).to.include('2 caractères de trop');
    await press(element, 'Relire');
    expect(text(element)).to.include('Raccourcissez');
  });

  it('lets a person decline', async () => {
    const element = await one({id: 'q', type: 'single', label: 'Quoi ?', choices: [{id: 'a', label: 'Un'}], required: true, decline: true});
    await press(element, 'Je préfère ne pas répondre');
    expect(element.answers).to.deep.equal({q: null});
    await goOn(element, 'Relire');
    expect(text(element)).to.include('Préfère ne pas répondre');
  });
});
