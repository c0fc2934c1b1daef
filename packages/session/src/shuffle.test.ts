import assert from 'node:assert/strict';
import test from 'node:test';
import type {Choice, Questionnaire} from '@ppgp/schema';
import {Session, composePayload, shuffle} from './index.js';

const choices: Choice[] = [
  ...['a', 'b', 'c', 'd', 'e'].map((id) => ({id, label: id})),
  {id: 'autre', label: 'Autre', role: 'other'},
  {id: 'aucun', label: 'Aucun', role: 'exclusive'},
];
const definition: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'q',
  version: '1',
  title: 'Q',
  questions: [
    {id: 'fixe', type: 'multiple', label: 'Fixe', choices},
    {id: 'mele', type: 'multiple', label: 'Mêlé', choices, shuffle: true},
    {id: 'aussi', type: 'multiple', label: 'Aussi', choices, shuffle: true},
  ],
};
const open = (seed: number, of = definition): Session => new Session(of, {mode: 'web'}, {arrange: shuffle(seed)});
const order = (session: Session, id: string): string =>
  session
    .find(id)
    ?.choices.map((choice) => choice.id)
    .join(' ') ?? '';
const AS_WRITTEN = 'a b c d e autre aucun';

test('without a seed, and where the question does not ask for it, choices stand as written', () => {
  assert.equal(order(open(0), 'mele'), AS_WRITTEN);
  assert.equal(order(new Session(definition, {mode: 'web'}), 'mele'), AS_WRITTEN);
  for (const seed of [1, 2, 3]) assert.equal(order(open(seed), 'fixe'), AS_WRITTEN);
});

test('one respondent always meets the same order, whatever they answer', () => {
  const session = open(7);
  const before = order(session, 'mele');
  session.answer('mele', ['c']);
  assert.equal(order(session, 'mele'), before);
  assert.equal(order(open(7), 'mele'), before);
  const alone = {...definition, questions: definition.questions.slice(1, 2)};
  assert.equal(order(open(7, alone), 'mele'), before, 'nor does it rest on the other questions');
});

test('every order comes about as often, and two questions do not share theirs', () => {
  const seeds = Array.from({length: 6000}, (_, seed) => seed + 1);
  const firsts = new Map<string, number>();
  for (const seed of seeds) {
    const first = order(open(seed), 'mele').slice(0, 1);
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  assert.deepEqual([...firsts.keys()].sort(), ['a', 'b', 'c', 'd', 'e']);
  for (const [choice, times] of firsts) assert.ok(Math.abs(times - 1200) < 150, `${choice} came first ${times} times of 6000`);
  assert.ok(seeds.slice(0, 20).some((seed) => order(open(seed), 'mele') !== order(open(seed), 'aussi')));
});

test('« autre » and « aucun » stay last, in their order', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) assert.match(order(open(seed), 'mele'), / autre aucun$/);
});

test('what is stored keeps the order of the definition', () => {
  for (const seed of [1, 2, 3, 4]) {
    const session = open(seed);
    session.answer('mele', ['e', 'a', 'c']);
    assert.deepEqual(composePayload(session, {lang: 'fr'}).answers, {mele: ['a', 'c', 'e']});
  }
});
