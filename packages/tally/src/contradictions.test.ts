import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Question, Questionnaire, QuestionResult, Results} from '@ppgp/schema';
import {contradictionsIn} from './contradictions.js';

const results = (question: QuestionResult, more: Partial<Results> = {}): Results => ({
  ...{format: 'ppgp-results/1', campaign: 'essai', versions: ['1'], audience: 'team', k: 5, asOf: '2026-11-22', received: 23, counted: 23},
  ...more,
  questions: {une: question},
});
const oneChoice = {
  ...{format: 'ppgp/1', kind: 'questionnaire', id: 'essai', version: '1', title: 'Essai'},
  questions: [{id: 'une', type: 'single', label: 'Une ?', choices: []} satisfies Question],
} as Questionnaire;

test('figures that can be true have no contradiction', () => {
  assert.deepEqual(contradictionsIn(results({base: 23, cells: {a: 15, b: 8}}), oneChoice), []);
});

test('what is suppressed contradicts nothing', () => {
  assert.deepEqual(contradictionsIn(results({base: null, cells: {a: null}}, {received: null, counted: null}), oneChoice), []);
});

test('more people than answered', () => {
  assert.deepEqual(contradictionsIn(results({base: 9, cells: {a: 12}})), [{question: 'une', code: 'a', why: 'over-base', k: 12, n: 9}]);
});

test('one choice each, and more choices than people; several choices may add up to more', () => {
  const table = {base: 9, cells: {a: 7, b: 5}};
  assert.deepEqual(contradictionsIn(results(table), oneChoice), [{question: 'une', why: 'sum', k: 12, n: 9}]);
  assert.deepEqual(contradictionsIn(results(table)), []);
});

test('codes that the definition no longer has leave a sum below the base', () => {
  assert.deepEqual(contradictionsIn(results({base: 23, cells: {a: 15}}), oneChoice), []);
});

test('a percentage beside its count that is not the one of the count', () => {
  const table = {base: 9, cells: {a: 7}, percents: {a: 77}} as QuestionResult;
  assert.deepEqual(contradictionsIn(results(table)), [{question: 'une', code: 'a', why: 'percent', k: 7, n: 9, percent: 77}]);
  assert.deepEqual(contradictionsIn(results({base: 9, cells: {a: 7}, percents: {a: 78}} as QuestionResult)), []);
});

test('a question answered by more than there are answers, and a row by more than its question', () => {
  assert.deepEqual(
    contradictionsIn(results({base: 30, cells: {}, rows: {flyer: {base: 31, cells: {}}}})).map(({row, k, n}) => [row, k, n]),
    [
      [undefined, 30, 23],
      ['flyer', 31, 30],
    ],
  );
});

test('parts that are larger than what they are parts of: counted, weeks, pairs, first ranks', () => {
  const pairs = {'a|b': {both: 9, a: 9, b: 0, neither: 0}};
  const rows = {a: {base: 10, cells: {}}, b: {base: 12, cells: {}}};
  const found = contradictionsIn(
    results({base: 12, cells: {x: 3}, firsts: {x: 4}, rows, pairs}, {received: 20, counted: 21, weeks: {'2026-W47': 22}}),
  );
  assert.deepEqual(
    found.map(({why, k, n}) => [why, k, n]),
    [
      ['part', 21, 20],
      ['part', 22, 20],
      ['part', 4, 3],
      ['part', 18, 10],
    ],
  );
});
