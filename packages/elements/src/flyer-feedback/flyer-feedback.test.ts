import {expect} from '@open-wc/testing';
import {answersAll, goOn, press, root, shown, text} from '@ppgp/testing/element';
import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import {sendKeys} from '@web/test-runner-commands';
import '../define/flyer-feedback.js';

const ROWS = ['n° 1', 'n° 2', 'Le flyer'];

describe('flyer-feedback, for a person', () => {
  it('asks its first question at once, without a welcome screen', async () => {
    const element = await shown('flyer-feedback');
    expect(text(element)).to.include('L’avez-vous reçu ?').and.include('3 minutes').and.include('Question 1 sur 12');
  });

  it('takes answers from real keys', async () => {
    const element = await shown('flyer-feedback');
    root(element).querySelector<HTMLInputElement>('input')?.focus();
    await sendKeys({press: 'ArrowDown'});
    await element.updateComplete;
    expect(element.answers).to.deep.equal({ff_recu: {lettre_1: 'non'}});
  });

  it('moves the focus to the next question’s title', async () => {
    const element = await shown('flyer-feedback');
    for (const row of ROWS) await press(element, 'Oui', row);
    await goOn(element);
    expect(root(element).activeElement?.textContent).to.include('remarqué');
  });

  it('goes back without losing anything', async () => {
    const element = await shown('flyer-feedback');
    for (const row of ROWS) await press(element, 'Oui', row);
    await goOn(element);
    await goOn(element, 'Retour');
    const chosen = [...root(element).querySelectorAll<HTMLInputElement>('input:checked')].map(({value}) => value);
    expect(chosen).to.deep.equal(['oui', 'oui', 'oui']);
  });

  it('says what is missing, in words, at the top and at the place', async () => {
    const element = await shown('flyer-feedback');
    await press(element, 'Oui', 'Le flyer');
    await press(element, 'Continuer');
    expect(text(element)).to.include('Il manque 2 réponses.').and.include('Choisissez une réponse, ou « Je ne sais plus ».');
    expect(root(element).activeElement?.getAttribute('role')).to.equal('group');
    await press(element, 'Oui', 'n° 1');
    await press(element, 'Oui', 'n° 2');
    expect(text(element)).not.to.include('Il manque');
  });

  it('lets a person change an answer at the review and come back to it', async () => {
    const element = await shown('flyer-feedback');
    await answersAll(element);
    expect(text(element)).to.include('La lettre n° 1 (pendant la grossesse) : Je ne sais plus').and.include('2 questions sur 3');
    await goOn(element, 'Modifier');
    expect(text(element)).to.include('L’avez-vous reçu ?');
    await goOn(element, 'Relire');
    expect(text(element)).to.include('Vos réponses');
  });
});

runEmbeddableSuite('flyer-feedback');
