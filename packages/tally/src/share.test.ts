import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {share} from './share.js';

const percent = (k: number, n: number) => share(k, n).percent;

test('the counts of the Ain and the Tarn give 65, 57, 91 and 78 per cent', () => {
  assert.deepEqual(share(15, 23), {k: 15, n: 23, percent: 65});
  assert.equal(percent(13, 23), 57);
  assert.equal(percent(21, 23), 91);
  assert.equal(percent(7, 9), 78, 'the source truncated 77.78 to 77');
});

test('no count of 23 gives the 50 or the 71 per cent that the Tarn printed', () => {
  const possible = Array.from({length: 24}, (_, k) => percent(k, 23));
  assert.ok(!possible.includes(50) && !possible.includes(71));
});

test('half a per cent goes up', () => {
  assert.equal(percent(1, 8), 13);
  assert.equal(percent(1, 200), 1);
  assert.equal(percent(199, 200), 100);
  assert.equal(percent(201, 400), 50);
  assert.equal(percent(23, 40), 58, 'in floats 57.49999999999999');
});

test('none is 0 per cent, all is 100, and of nobody there is no per cent', () => {
  assert.equal(percent(0, 7), 0);
  assert.equal(percent(7, 7), 100);
  assert.deepEqual(share(0, 0), {k: 0, n: 0, percent: undefined});
});

test('what is no share is refused', () => {
  for (const [k, n] of [
    [24, 23],
    [1, 0],
    [-1, 23],
    [11.5, 23],
    [1, 2.5],
    [NaN, 2],
    [1, Infinity],
    [1, 1e15],
  ] as const) {
    assert.throws(() => share(k, n), RangeError, `${k} of ${n}`);
  }
});

test('the rounding is that of whole numbers of any size', () => {
  const proportion = fc
    .oneof(fc.integer({min: 1, max: 400}), fc.integer({min: 1, max: 4e13}))
    .chain((n) => fc.tuple(fc.integer({min: 0, max: n}), fc.constant(n)));
  fc.assert(
    fc.property(proportion, ([k, n]) => {
      const [whole, rest] = [(100n * BigInt(k)) / BigInt(n), (100n * BigInt(k)) % BigInt(n)];
      assert.equal(percent(k, n), Number(2n * rest >= BigInt(n) ? whole + 1n : whole));
    }),
    {numRuns: 2000},
  );
});
