import assert from 'node:assert/strict';
import test from 'node:test';
import {flyer} from '@ppgp/instruments/flyer';
import {Session, Walk, composePayload, type Situation} from './index.js';

const web: Situation = {mode: 'web'};
/** Where a person is: the step's first question, or the review. */
const at = ({place}: Walk): string => (place.kind === 'step' ? place.step.id : 'review');
const ids = (session: Session): string[] => session.asked.map(({question}) => question.id);

test('nobody who received nothing is asked about documents', () => {
  const session = new Session(flyer, web);
  for (const document of ['lettre_1', 'lettre_2', 'flyer']) session.answerRow('ff_recu', document, 'non');
  assert.deepEqual(ids(session), ['ff_recu', 'ff_trop', 'ff_mieux']);
});

test('each document is judged only by those who received it', () => {
  const session = new Session(flyer, web);
  session.answerRow('ff_recu', 'lettre_1', 'oui');
  session.answerRow('ff_recu', 'flyer', 'oui');
  session.answerRow('ff_recu', 'lettre_2', 'non');
  assert.equal(session.asked.length, 12);
  assert.deepEqual(
    session.find('ff_attire')?.rows.map(({id}) => id),
    ['lettre_1', 'flyer'],
  );
});

test('an answer that a later change hides is not sent, and comes back with the change', () => {
  const session = new Session(flyer, web);
  session.answerRow('ff_recu', 'flyer', 'oui');
  session.answerRow('ff_attire', 'flyer', 'bien');
  session.answer('ff_fait', ['appel']);
  session.answerRow('ff_recu', 'flyer', 'non');
  assert.deepEqual(composePayload(session, {lang: 'fr'}).answers, {ff_recu: {flyer: 'non'}});
  session.answerRow('ff_recu', 'flyer', 'oui');
  assert.deepEqual(composePayload(session, {lang: 'fr'}).answers, {
    ff_recu: {flyer: 'oui'},
    ff_attire: {flyer: 'bien'},
    ff_fait: ['appel'],
  });
});

test('the one required question asks for each document', () => {
  const session = new Session(flyer, web);
  session.answerRow('ff_recu', 'lettre_1', 'oui');
  assert.deepEqual(session.problems(), [
    {code: 'row-required', question: 'ff_recu', row: 'lettre_2'},
    {code: 'row-required', question: 'ff_recu', row: 'flyer'},
  ]);
});

test('every change can be undone and done again', () => {
  const session = new Session(flyer, web);
  session.answerRow('ff_recu', 'flyer', 'oui');
  session.answer('ff_trop', 'perdu');
  const full = session.given;
  session.undo();
  session.undo();
  assert.deepEqual(session.given.answers, {});
  assert.equal(session.canUndo, false);
  session.redo();
  session.redo();
  assert.deepEqual(session.given, full);
});

test('letters typed one after the other are one step of undo', () => {
  const session = new Session(flyer, web);
  for (const text of ['L', 'Le', 'Le n', 'Le numéro']) session.answer('ff_mieux', text);
  session.undo();
  assert.deepEqual(session.given.answers, {});
});

test('the way leads from question to question, to the review and back to what is changed', () => {
  const session = new Session(flyer, web);
  const walk = new Walk(session, () => 'question');
  assert.deepEqual(walk.progress, {index: 1, count: 12});
  assert.equal(walk.next().length, 3);
  for (const document of ['lettre_1', 'lettre_2', 'flyer']) session.answerRow('ff_recu', document, 'non');
  assert.deepEqual(walk.next(), []);
  assert.deepEqual(walk.progress, {index: 2, count: 3});
  walk.next();
  assert.equal(walk.leadsToReview, true);
  walk.next();
  assert.equal(at(walk), 'review');

  assert.equal(walk.goTo('ff_recu'), true);
  session.answerRow('ff_recu', 'flyer', 'oui');
  walk.next();
  assert.equal(at(walk), 'ff_vu', 'what the change brought up is asked');
  walk.back();
  assert.equal(at(walk), 'ff_recu');
});

test('a question that is hidden while it is in front gives way', () => {
  const session = new Session(flyer, web);
  const walk = new Walk(session, () => 'question');
  session.answerRow('ff_recu', 'flyer', 'oui');
  assert.equal(walk.goTo('ff_fait'), true);
  session.answerRow('ff_recu', 'flyer', 'non');
  assert.equal(walk.goTo('ff_fait'), false);
  assert.equal(at(walk), 'review');
});

test('what is passed over does not count as still to come', () => {
  const session = new Session(flyer, web);
  for (const document of ['lettre_1', 'lettre_2', 'flyer']) session.answerRow('ff_recu', document, 'oui');
  const walk = new Walk(session, () => 'question');
  walk.next();
  walk.next();
  walk.next();
  assert.deepEqual(walk.progress, {index: 4, count: 12});
});
