import assert from 'node:assert/strict';
import test from 'node:test';
import type {Answers, Condition} from '@ppgp/schema';
import {PENDING, holds, type Facts, type Situation} from './condition.js';

const facts = (answers: Answers, situation: Situation = {mode: 'web'}, row?: string): Facts => ({
  situation,
  answerOf: (id) => (Object.hasOwn(answers, id) ? answers[id] : undefined),
  ...(row === undefined ? {} : {row}),
});

const cases: [string, Condition, Facts, boolean][] = [
  ['a code', {question: 'a', is: 'oui'}, facts({a: 'oui'}), true],
  ['one of several codes', {question: 'a', is: ['oui', 'non']}, facts({a: 'non'}), true],
  ['a code among several chosen', {question: 'a', is: 'y'}, facts({a: ['x', 'y']}), true],
  ['a yes', {question: 'a', is: true}, facts({a: true}), true],
  ['a number in bounds', {question: 'a', atLeast: 2, atMost: 4}, facts({a: 4}), true],
  ['a number out of bounds', {question: 'a', atLeast: 2, atMost: 4}, facts({a: 5}), false],
  ['a bound on what is no number', {question: 'a', atLeast: 0}, facts({a: '5'}), false],
  ['an answered question', {question: 'a', answered: true}, facts({a: false}), true],
  ['a declined question is not answered', {question: 'a', answered: true}, facts({a: null}), false],
  ['a declined question', {question: 'a', answered: false}, facts({a: null}), true],
  ['an absent question', {question: 'a', answered: false}, facts({}), true],
  ['a name of the prototype', {question: 'constructor', answered: true}, facts({}), false],
  ['a row', {question: 'm', row: 'r', is: 'oui'}, facts({m: {r: 'oui', s: 'non'}}), true],
  ['another row', {question: 'm', row: 's', is: 'oui'}, facts({m: {r: 'oui', s: 'non'}}), false],
  ['the row being judged', {question: 'm', row: 'same', is: 'oui'}, facts({m: {r: 'oui', s: 'non'}}, {mode: 'web'}, 's'), false],
  ['any row', {question: 'm', is: 'oui'}, facts({m: {r: 'oui', s: 'non'}}), true],
  ['all', {all: [{question: 'a', is: 'x'}, {mode: ['web']}]}, facts({a: 'x'}), true],
  ['all, with one that fails', {all: [{question: 'a', is: 'x'}, {mode: ['kiosk']}]}, facts({a: 'x'}), false],
  ['any', {any: [{question: 'a', is: 'y'}, {mode: ['web']}]}, facts({a: 'x'}), true],
  ['any of nothing', {any: []}, facts({}), false],
  ['not', {not: {question: 'a', is: 'x'}}, facts({}), true],
  ['a territory', {territory: ['nord']}, facts({}, {mode: 'web', territory: 'nord'}), true],
  ['no territory', {territory: ['nord']}, facts({}), false],
  ['a source', {source: ['affiche']}, facts({}, {mode: 'web', source: 'affiche'}), true],
  ['a wave', {wave: ['m2']}, facts({}, {mode: 'web', wave: 'm4'}), false],
];

for (const [name, condition, given, expected] of cases) {
  test(`a condition on ${name} is ${expected}`, () => assert.equal(holds(condition, given), expected));
}

test('what rests on a question that has not come yet is undecided, unless the rest decides', () => {
  const pending: Facts = {situation: {mode: 'web'}, answerOf: () => PENDING};
  assert.equal(holds({question: 'a', is: 'x'}, pending), undefined);
  assert.equal(holds({not: {question: 'a', is: 'x'}}, pending), undefined);
  assert.equal(holds({all: [{question: 'a', is: 'x'}, {mode: ['kiosk']}]}, pending), false);
  assert.equal(holds({any: [{question: 'a', is: 'x'}, {mode: ['web']}]}, pending), true);
});
