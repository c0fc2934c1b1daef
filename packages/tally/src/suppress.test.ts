import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type Cells, hiddenCells, isPairSafe} from './suppress.js';

const one = (...counts: number[]): Cells => ({
  counts,
  base: counts.reduce((sum, count) => sum + count, 0),
  least: 1,
  most: 1,
  exclusive: counts.map(() => false),
});
const several = (base: number, most: number, ...counts: number[]): Cells => ({...one(...counts), base, most});
const shown = (cells: Cells, k: number) => hiddenCells(cells, k).map((hidden, i) => (hidden ? null : (cells.counts[i] ?? 0)));

test('cells of k and more are shown where none is smaller', () => {
  assert.deepEqual(shown(one(12, 6, 5), 5), [12, 6, 5]);
});

test('a cell under k takes the next smallest with it, so that the base gives nothing away', () => {
  assert.deepEqual(shown(one(12, 6, 2), 5), [12, null, null]);
});

test('nobody is hidden like few', () => {
  assert.deepEqual(shown(one(12, 6, 0), 5), [12, null, null]);
});

test('everybody is hidden, and everybody but few', () => {
  assert.deepEqual(shown(one(20, 0, 0), 5), [null, null, null]);
  assert.deepEqual(shown(one(18, 1, 1), 5), [null, null, null]);
  assert.deepEqual(shown(several(20, 3, 20, 11, 9), 5), [null, 11, 9]);
  assert.deepEqual(shown(several(20, 3, 17, 11, 9), 5), [null, 11, 9], 'the 3 who did not tick it');
});

test('hidden cells that together hold fewer than k take another', () => {
  assert.deepEqual(shown(one(14, 7, 1, 1), 5), [14, null, null, null]);
});

test('equal cells are hidden together, or their order would tell them apart', () => {
  assert.deepEqual(shown(one(2, 2, 1), 2), [null, null, null]);
});

test('where people tick several, a hidden cell stands alone unless those who ticked nothing else give it away', () => {
  assert.deepEqual(shown(several(20, 3, 15, 12, 8, 2), 5), [15, 12, 8, null]);
  assert.deepEqual(shown(several(20, 3, 10, 6, 4), 5), [10, null, null], '10 + 6 leave at least 4 people');
});

test('a pair is shown whole or not at all', () => {
  assert.equal(isPairSafe([6, 5, 5, 7], {base: 23, favourable: 11}, {base: 23, favourable: 11}, 5), true);
  assert.equal(isPairSafe([8, 10, 1, 4], {base: 23, favourable: 18}, {base: 23, favourable: 9}, 5), false);
});

test('a pair is hidden where it gives away the few who answered one of its rows alone', () => {
  assert.equal(isPairSafe([6, 5, 5, 7], {base: 24, favourable: 12}, {base: 23, favourable: 11}, 5), false);
  assert.equal(isPairSafe([6, 5, 5, 7], {base: 33, favourable: 16}, {base: 23, favourable: 11}, 5), true);
});

/** Every table with a base of n, that the question's rule on ticking allows. */
function* tables(n: number, {base, least, most, exclusive}: Omit<Cells, 'counts'>, counts: number[] = []): Generator<number[]> {
  if (counts.length < n) {
    for (let count = 0; count <= base; count++) yield* tables(n, {base, least, most, exclusive}, [...counts, count]);
    return;
  }
  const people = base - counts.reduce((sum, count, i) => (exclusive[i] ? sum + count : sum), 0);
  const others = counts.filter((_, i) => !exclusive[i]);
  const ticks = others.reduce((sum, count) => sum + count, 0);
  if (ticks >= least * people && ticks <= most * people && others.every((count) => count <= people)) yield counts;
}

/** Groups all possible tables by what is shown of them: a hidden cell with one value in its group is given away. */
function givenAway(n: number, k: number, rest: Omit<Cells, 'counts'>): string[] {
  const groups = new Map<string, Set<number>[]>();
  for (const counts of tables(n, rest)) {
    const seen = shown({...rest, counts}, k).join();
    const values = groups.get(seen) ?? counts.map(() => new Set<number>());
    counts.forEach((count, i) => values[i]?.add(count));
    groups.set(seen, values);
  }
  return [...groups].flatMap(([seen, values]) => (seen.split(',').some((each, i) => each === '' && values[i]?.size === 1) ? [seen] : []));
}

test('whoever knows every possible small table, and this rule, recovers no hidden cell: one answer', () => {
  for (const [n, largest] of [
    [2, 20],
    [3, 14],
    [4, 8],
  ] as const) {
    for (const k of [1, 2, 3, 5]) {
      for (let base = k; base <= largest; base++) {
        assert.deepEqual(
          givenAway(n, k, {base, least: 1, most: 1, exclusive: Array.from({length: n}, () => false)}),
          [],
          `${n} cells, base ${base}, k ${k}`,
        );
      }
    }
  }
});

test('nor where people tick several, with answers that exclude the rest', () => {
  for (const [n, largest] of [
    [3, 9],
    [4, 6],
  ] as const) {
    for (const k of [1, 2, 3]) {
      for (const [least, most] of [
        [1, 2],
        [1, n],
        [2, 3],
      ] as const) {
        for (const alone of [0, 1, 2].filter((each) => n - each > least)) {
          for (let base = k; base <= largest; base++) {
            const exclusive = Array.from({length: n}, (_, i) => i < alone);
            assert.deepEqual(
              givenAway(n, k, {base, least, most, exclusive}),
              [],
              `${n} cells, ${alone} exclusive, base ${base}, k ${k}, ${least} to ${most}`,
            );
          }
        }
      }
    }
  }
});

/** Every way to spread a sum over so many cells. */
function* spreads(sum: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [sum];
  else for (let first = 0; first <= sum; first++) for (const rest of spreads(sum - first, cells - 1)) yield [first, ...rest];
}

test('nor in larger tables: the base less the cells shown leaves two values for each hidden cell', () => {
  const table = fc.array(fc.oneof(fc.integer({min: 0, max: 6}), fc.integer({min: 0, max: 40})), {minLength: 2, maxLength: 6});
  fc.assert(
    fc.property(table, fc.integer({min: 1, max: 11}), (counts, k) => {
      const cells = one(...counts);
      fc.pre(cells.base >= k);
      const seen = shown(cells, k);
      const gaps = seen.flatMap((each, i) => (each === null ? [i] : []));
      if (gaps.length === 0) return;
      const values = gaps.map(() => new Set<number>());
      const left = cells.base - seen.reduce<number>((sum, each) => sum + (each ?? 0), 0);
      assert.ok(left >= k);
      for (const spread of spreads(left, gaps.length)) {
        const guess = [...counts];
        gaps.forEach((at, i) => (guess[at] = spread[i] ?? 0));
        if (shown(one(...guess), k).join() === seen.join()) spread.forEach((each, i) => values[i]?.add(each));
        if (values.every(({size}) => size > 1)) return;
      }
      assert.fail(`${seen.map((each) => each ?? '?').join(' ')} of ${cells.base}, k ${k}`);
    }),
    {numRuns: 300},
  );
});
