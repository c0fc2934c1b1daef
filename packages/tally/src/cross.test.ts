import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {hiddenInParts} from './cross.js';
import type {Part} from './grid.js';

const RUNS = Number(process.env['PPGP_ATTACKS'] ?? 400);
const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
const one = (...cells: number[]): Part => ({base: sum(cells), cells});

/** Parts as they are read one after the other; the last is the rest. */
function shown(parts: readonly Part[], k: number, rule = {least: 1, most: 1}) {
  const codes = parts[0]?.cells.map((_, code) => code) ?? [];
  const whole = {base: sum(parts.map(({base}) => base)), cells: codes.map((code) => sum(parts.map(({cells}) => cells[code] ?? 0)))};
  const hidden = hiddenInParts(whole, parts, {...rule, exclusive: codes.map(() => false)}, k);
  return {whole, seen: parts.map(({cells}, part) => cells.map((count, code) => (hidden[part]?.[code] === true ? null : count)))};
}

test('the whole less a part shown is hidden like a small part', () => {
  assert.deepEqual(shown([one(12, 20), one(1, 8), one(0, 0)], 5).seen, [
    [null, null],
    [null, null],
    [0, 0],
  ]);
});

test('parts shown do not give the last one away: the margins of the whole less all of them', () => {
  const {seen} = shown([one(12, 20, 9), one(20, 15, 10), one(2, 15, 11), one(0, 0, 0)], 5);
  assert.equal(seen[2]?.[0], null);
  assert.ok([seen[0]?.[0], seen[1]?.[0]].includes(null));
});

test('large parts of a large whole are shown in full', () => {
  const parts = [one(12, 20), one(30, 18), one(9, 8), one(0, 0)];
  assert.deepEqual(
    shown(parts, 5).seen,
    parts.map(({cells}) => cells),
  );
});

test('what must be hidden beside a small cell is taken first from those whom nobody can ask for', () => {
  const {seen} = shown([one(12, 20, 9), one(20, 15, 10), one(2, 15, 11), one(9, 9, 9)], 5);
  assert.deepEqual(seen.slice(0, 2), [
    [12, 20, 9],
    [20, 15, 10],
  ]);
  assert.equal(seen[3]?.[0], null);
});

test('a part that holds everyone is the whole', () => {
  assert.deepEqual(shown([one(12, 1, 3), one(0, 0, 0)], 5).seen[0], [12, 1, 3]);
});

test('an answer that nobody gave is no secret of any part', () => {
  assert.deepEqual(
    shown([one(12, 0, 20), one(30, 0, 18), one(9, 0, 8)], 5).seen.map((cells) => cells[1]),
    [0, 0, 0],
  );
});

/**
 * Every value that each hidden cell can have, for someone who knows the whole, every base and every cell shown. Where people
 * give one answer, a part's cells add up to its base; where they may give several, each cell is at most the base.
 */
function possible(seen: (number | null)[][], bases: number[], whole: Part, isOne: boolean): Set<number>[][] {
  const values = seen.map((cells) => cells.map(() => new Set<number>()));
  const gaps = seen.flatMap((cells, part) => cells.flatMap((count, code) => (count === null ? [[part, code] as const] : [])));
  const guess = seen.map((cells) => cells.map((count) => count ?? 0));
  const rowLeft = whole.cells.map((count, code) => count - sum(seen.map((cells) => cells[code] ?? 0)));
  const columnLeft = bases.map((base, part) => base - sum(seen[part]?.map((count) => count ?? 0) ?? []));
  const open = (list: readonly (readonly [number, number])[], from: number, axis: 0 | 1, at: number): boolean =>
    list.slice(from).some((place) => place[axis] === at);
  const walk = (index: number): void => {
    const place = gaps[index];
    if (place === undefined) {
      gaps.forEach(([part, code]) => values[part]?.[code]?.add(guess[part]?.[code] ?? 0));
      return;
    }
    const [part, code] = place;
    const most = Math.min(rowLeft[code] ?? 0, isOne ? (columnLeft[part] ?? 0) : (bases[part] ?? 0));
    for (let count = 0; count <= most; count += 1) {
      if (!open(gaps, index + 1, 1, code) && count !== rowLeft[code]) continue;
      if (isOne && !open(gaps, index + 1, 0, part) && count !== columnLeft[part]) continue;
      (guess[part] ?? [])[code] = count;
      rowLeft[code] = (rowLeft[code] ?? 0) - count;
      columnLeft[part] = (columnLeft[part] ?? 0) - count;
      walk(index + 1);
      rowLeft[code] += count;
      columnLeft[part] += count;
    }
  };
  walk(0);
  return values;
}

for (const isOne of [true, false]) {
  test(`who subtracts every part from the whole recovers no hidden cell, ${isOne ? 'one answer each' : 'several answers each'} (mode 77)`, () => {
    const count = fc.oneof(fc.integer({min: 0, max: 2}), fc.integer({min: 0, max: 7}));
    const table = fc
      .record({codes: fc.integer({min: 2, max: 3}), parts: fc.integer({min: 2, max: isOne ? 4 : 3}), k: fc.integer({min: 1, max: 3})})
      .chain(({codes, parts, k}) =>
        fc.record({
          k: fc.constant(k),
          cells: fc.array(fc.array(count, {minLength: codes, maxLength: codes}), {minLength: parts, maxLength: parts}),
          skipped: fc.array(fc.integer({min: 0, max: 3}), {minLength: parts, maxLength: parts}),
        }),
      );
    let hiddenSeen = 0;
    let shownSeen = 0;
    fc.assert(
      fc.property(table, ({k, cells, skipped}) => {
        // Of several answers each, the base is at least the largest cell and at most all ticks.
        const parts = cells.map((counts, part): Part => ({
          base: isOne ? sum(counts) : Math.min(sum(counts), Math.max(...counts) + (skipped[part] ?? 0)),
          cells: counts,
        }));
        const {whole, seen} = shown(parts, k, {least: 1, most: isOne ? 1 : (cells[0]?.length ?? 1)});
        fc.pre(whole.base >= k);
        const bases = parts.map(({base}) => base);
        const values = possible(seen, bases, whole, isOne);
        seen.forEach((counts, part) =>
          counts.forEach((each, code) => {
            if (each !== null) shownSeen += 1;
            else {
              hiddenSeen += 1;
              assert.ok((values[part]?.[code]?.size ?? 0) > 1, JSON.stringify({k, parts, seen, part, code}));
            }
          }),
        );
      }),
      {numRuns: RUNS},
    );
    assert.ok(hiddenSeen > 0 && shownSeen > 0);
  });
}
