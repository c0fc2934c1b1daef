import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Results, Table} from '@ppgp/schema';
import {compareResults, compareTables, pairedShares, responseRate} from './compare.js';
import {newcombe, pairedDifference} from './interval.js';

const table = (base: number | null, cells: Record<string, number | null>): Table => ({base, cells});

test('the codes that two tables share, with their difference and its interval', () => {
  const [only, ...others] = compareTables(table(40, {horaires: 20, lieux: 3}), table(50, {horaires: 10, ateliers: 7}));
  assert.deepEqual(others, []);
  assert.deepEqual(only, {
    code: 'horaires',
    a: {k: 20, n: 40, percent: 50},
    b: {k: 10, n: 50, percent: 20},
    difference: {value: 0.3, ...newcombe({k: 20, n: 40}, {k: 10, n: 50})},
    axisOf: 'both',
  });
});

test('what one of the two hides is not compared, nor what nobody answered', () => {
  assert.deepEqual(compareTables(table(40, {a: 20, b: null}), table(50, {a: null, b: 10})), []);
  assert.deepEqual(compareTables(table(0, {a: 0}), table(50, {a: 1})), []);
  assert.deepEqual(compareTables(table(null, {a: null}), table(50, {a: 1})), []);
});

test('an axis is among the five most chosen, ties included, and chosen by a tenth', () => {
  const a = table(100, {a: 60, b: 50, c: 40, d: 30, e: 20, f: 20, g: 15});
  const b = table(100, {a: 9, b: 10, c: 40, d: 0, e: 0, f: 0, g: 30});
  assert.deepEqual(
    compareTables(a, b).map(({code, axisOf}) => `${code} ${axisOf}`),
    ['a a', 'b both', 'c both', 'd a', 'e a', 'f a', 'g b'],
  );
});

test('campaigns are compared on the questions they share, or that are named together', () => {
  const results = (questions: Results['questions']): Results => ({
    format: 'ppgp-results/1',
    campaign: 'c',
    versions: ['1'],
    audience: 'team',
    k: 5,
    asOf: '2026-11-21',
    received: 9,
    counted: 9,
    questions,
  });
  const pros = results({p_ameliorer: table(30, {moyens: 12}), age: table(30, {jeune: 9}), autre: table(30, {x: 9})});
  const parents = results({u_mieux: table(90, {moyens: 45}), age: table(90, {jeune: 9})});
  assert.deepEqual(Object.keys(compareResults(pros, parents)), ['age']);
  const named = compareResults(pros, parents, {p_ameliorer: 'u_mieux'});
  assert.deepEqual(
    named['p_ameliorer']?.map(({a, b}) => [a.percent, b.percent]),
    [[40, 50]],
  );
});

test('two materials are compared within the same people', () => {
  const shares = pairedShares({both: 30, a: 12, b: 4, neither: 4});
  assert.deepEqual([shares?.a, shares?.b, shares?.difference.value], [{k: 42, n: 50, percent: 84}, {k: 34, n: 50, percent: 68}, 0.16]);
  assert.equal(pairedShares({both: null, a: null, b: null, neither: null}), undefined);
  assert.equal(pairedShares({both: 0, a: 0, b: 0, neither: 0}), undefined);
});

test('of the same people the interval is narrower where the answers go together, and that of two groups where they do not', () => {
  const width = ({low, high}: {low: number; high: number}): number => high - low;
  const together = pairedDifference({both: 40, a: 5, b: 1, neither: 24});
  assert.ok(width(together) < width(newcombe({k: 45, n: 70}, {k: 41, n: 70})));
  const independent = pairedDifference({both: 25, a: 25, b: 25, neither: 25});
  assert.deepEqual(independent, newcombe({k: 50, n: 100}, {k: 50, n: 100}));
  const mirrored = pairedDifference({both: 40, a: 1, b: 5, neither: 24});
  assert.ok(Math.abs(mirrored.low + together.high) < 1e-12 && Math.abs(mirrored.high + together.low) < 1e-12);
});

test('everyone and nobody have intervals within bounds', () => {
  for (const pair of [
    {both: 0, a: 9, b: 0, neither: 0},
    {both: 9, a: 0, b: 0, neither: 0},
    {both: 0, a: 0, b: 9, neither: 0},
    {both: 0, a: 0, b: 0, neither: 1},
  ]) {
    const {low, high} = pairedDifference(pair);
    const value = (pair.a - pair.b) / (pair.both + pair.a + pair.b + pair.neither);
    assert.ok(-1 <= low && low <= value && value <= high && high <= 1, JSON.stringify({pair, low, high}));
  }
});

test('the response rate is of those declared; more answers than that have no per cent', () => {
  assert.deepEqual(responseRate({received: 77, expected: 100}), {k: 77, n: 100, percent: 77});
  assert.deepEqual(responseRate({received: 110, expected: 100}), {k: 110, n: 100, percent: undefined});
  assert.equal(responseRate({received: null, expected: 100}), undefined);
  assert.equal(responseRate({received: 7}), undefined);
});
