import {expect} from '@open-wc/testing';
import {flyer} from '@ppgp/instruments/flyer';
import {exportWaiting, forget} from '@ppgp/outbox/manage';
import {answersAll, heard, press, ready, root, shown, text} from '@ppgp/testing/element';
import '../../define/flyer-feedback.js';
import {pageOutbox} from '../outbox.js';

const ROWS = ['n° 1', 'n° 2', 'Le flyer'];

describe('an element that asks, for an integrator', () => {
  it('fires each event for what a person did, with its data as fields', async () => {
    const element = await shown('flyer-feedback');
    const change = heard(element, 'ppgp-change');
    await press(element, 'Oui', 'Le flyer');
    expect(await change).to.deep.include({question: 'ff_recu', bubbles: true, composed: true});
    for (const row of ROWS.slice(0, 2)) await press(element, 'Non', row);
    const step = heard(element, 'ppgp-step');
    await press(element, 'Continuer');
    expect(await step).to.include({index: 2, count: 12, title: 'L’avez-vous remarqué dans le courrier\u00a0?'});
  });

  it('hands the submission to the host, and keeps nothing without an endpoint', async () => {
    const element = await shown('flyer-feedback');
    await answersAll(element);
    const submit = heard(element, 'ppgp-submit');
    await press(element, 'Envoyer');
    const {submission} = await submit;
    expect(submission).to.deep.include({campaign: 'flyer', version: flyer.version});
    expect(submission.day).to.match(/^\d{4}-\d\d-\d\d$/);
    expect(submission.payload).to.deep.equal({
      answers: {ff_recu: {lettre_1: 'ne_sait_pas', lettre_2: 'ne_sait_pas', flyer: 'ne_sait_pas'}, ff_trop: 'ca_va'},
      lang: 'fr',
      mode: 'web',
    });
    expect(text(element)).to.include('Réponse transmise à cette page.');
  });

  it('keeps nothing when the host prevents the submission, whatever the endpoint', async () => {
    const element = await shown('flyer-feedback');
    element.endpoint = '/nowhere';
    await ready(element);
    element.addEventListener('ppgp-submit', (event) => event.preventDefault());
    await answersAll(element);
    await press(element, 'Envoyer');
    expect(element.state).to.equal('handed');
  });

  it('never keeps in clear what a campaign wants sealed', async () => {
    const element = await shown('flyer-feedback', {definition: {...flyer, publicKey: {keyId: 'k', key: 'AAAA'}}});
    element.endpoint = '/nowhere';
    await ready(element);
    await answersAll(element);
    const error = heard(element, 'ppgp-error');
    await press(element, 'Envoyer');
    expect((await error).code).to.equal('not-private');
    expect(element.state).to.equal('unsaved');
    expect(text(element)).to.include('Rien n’a été gardé ni envoyé.');
  });

  it('says why the device did not keep the answer, and tells the truth again once it can (mode 5)', async () => {
    const element = await shown('flyer-feedback');
    element.endpoint = '/nowhere';
    await ready(element);
    await answersAll(element);
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The device is full.', 'QuotaExceededError');
    };
    const error = heard(element, 'ppgp-error');
    await press(element, 'Envoyer');
    expect((await error).cause).to.include({name: 'OutboxError', reason: 'quota'});
    await element.updateComplete;
    expect(element.state).to.equal('unsaved');
    expect(text(element)).to.include('Pas encore enregistré sur cet appareil. Sa mémoire est pleine.');
    IDBObjectStore.prototype.put = put;
    const saved = heard(element, 'ppgp-saved');
    dispatchEvent(new Event('online'));
    await saved;
    await element.updateComplete;
    expect(element.state).to.equal('saved');
    expect(text(element)).to.include('pas encore envoyé.');
    await forget(pageOutbox(), await exportWaiting(pageOutbox()));
  });

  it('salts what is sensitive and cannot be sealed (mode 72)', async () => {
    const element = await shown('flyer-feedback', {definition: {...flyer, sensitive: true}});
    await answersAll(element);
    const submit = heard(element, 'ppgp-submit');
    await press(element, 'Envoyer');
    expect((await submit).submission.payload.salt).to.match(/^[0-9a-f]{32}$/);
  });

  it('clears everything for the next person', async () => {
    const element = await shown('flyer-feedback');
    await answersAll(element);
    const reset = heard(element, 'ppgp-reset');
    element.reset();
    await reset;
    await element.updateComplete;
    expect(element.answers).to.deep.equal({});
    expect(root(element).querySelectorAll('input:checked').length).to.equal(0);
    expect(text(element)).to.include('Question 1 sur 12');
  });
});
