import assert from 'node:assert/strict';
import test from 'node:test';
import type {Questionnaire} from '@ppgp/schema';
import {Session, composePayload, restore} from './index.js';

const yesNo = [
  {id: 'oui', label: 'Oui'},
  {id: 'non', label: 'Non'},
  {id: 'autre', label: 'Autre', role: 'other' as const},
];
const definition: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'q',
  version: '1',
  title: 'Q',
  questions: [
    {id: 'a', type: 'single', label: 'A', choices: yesNo, initial: 'non'},
    {id: 'b', type: 'multiple', label: 'B', choices: yesNo, initial: ['oui', 'non'], visibleWhen: {question: 'a', is: 'oui'}},
    {id: 'c', type: 'number', label: 'C', initial: 0},
    {id: 'd', type: 'text', label: 'D', max: 10},
  ],
};
const open = (given?: unknown): Session =>
  new Session(definition, {mode: 'web'}, given === undefined ? {} : {given: restore(definition, given)});
const sent = (session: Session): object => composePayload(session, {lang: 'fr'}).answers;

test('a new session begins with the initial answers; those of hidden questions are kept back until they are asked', () => {
  const session = open();
  assert.deepEqual(sent(session), {a: 'non', c: 0});
  assert.equal(session.canUndo, false);
  session.answer('a', 'oui');
  assert.deepEqual(sent(session), {a: 'oui', b: ['oui', 'non'], c: 0});
});

test('a session that goes on does not begin anew: an initial answer that was taken back stays away', () => {
  assert.deepEqual(sent(open({answers: {d: 'Bonjour'}, other: {}})), {d: 'Bonjour'});
});

test('a draft comes back as it was, hidden answers and undone letters included', () => {
  const before = open();
  before.answer('a', 'autre');
  before.writeOther('a', 'peut-être ');
  const after = open(JSON.parse(JSON.stringify(before.given)));
  assert.deepEqual(after.given, before.given);
});

test('what of a draft cannot be an answer is left out, one by one', () => {
  const raw = {
    answers: {a: 'peut-être', b: ['oui', 7, 'oui'], c: '3', d: '  Écrire  ', z: 1, constructor: 'x'},
    other: {a: 'x'.repeat(500), b: 7, z: 'y', d: ''},
  };
  const {answers, other} = restore(definition, raw);
  assert.deepEqual(answers, {b: ['oui'], d: 'Écrire'});
  assert.deepEqual(other, {a: 'x'.repeat(200)});
});

test('a draft that is no draft gives an empty one', () => {
  for (const raw of [undefined, null, 7, 'x', [], {answers: 7, other: []}, JSON.parse('{"__proto__": {"answers": {"a": "oui"}}}')])
    assert.deepEqual(restore(definition, raw), {answers: {}, other: {}});
});

test('answers that a page sets take the place of all others, in one step of undo', () => {
  const session = open();
  session.answer('a', 'oui');
  session.answer('d', 'Bonjour');
  session.replace(restore(definition, {answers: {a: 'autre', c: 4, z: 1}}));
  assert.deepEqual(sent(session), {a: 'autre', c: 4});
  session.undo();
  assert.deepEqual(sent(session), {a: 'oui', b: ['oui', 'non'], c: 0, d: 'Bonjour'});
  session.redo();
  assert.deepEqual(sent(session), {a: 'autre', c: 4});
});

test('a payload says that the plainer words were shown', () => {
  assert.equal(composePayload(open(), {lang: 'fr', plain: true}).plain, true);
  for (const plain of [false, undefined]) assert.equal('plain' in composePayload(open(), {lang: 'fr', plain}), false);
});
