import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type Interval, newcombe, wilson} from './interval.js';

const to4 = ({low, high}: Interval) => [low.toFixed(4), high.toFixed(4)];
const proportion = fc.integer({min: 1, max: 5000}).chain((n) => fc.record({k: fc.integer({min: 0, max: n}), n: fc.constant(n)}));

test('Wilson: the worked examples of Newcombe 1998 (857–872, table I, method 3)', () => {
  assert.deepEqual(to4(wilson(81, 263)), ['0.2553', '0.3662']);
  assert.deepEqual(to4(wilson(15, 148)), ['0.0624', '0.1605']);
  assert.deepEqual(to4(wilson(0, 20)), ['0.0000', '0.1611']);
  assert.deepEqual(to4(wilson(1, 29)), ['0.0061', '0.1718']);
});

test('Wilson: 15 of 23 is 45 to 81 per cent, 7 of 9 is 45 to 94', () => {
  assert.deepEqual(to4(wilson(15, 23)), ['0.4489', '0.8119']);
  assert.deepEqual(to4(wilson(7, 9)), ['0.4526', '0.9368']);
});

test('Wilson: the ends are where the score test gives exactly 1.96', () => {
  fc.assert(
    fc.property(proportion, ({k, n}) => {
      const {low, high} = wilson(k, n);
      assert.ok(0 <= low && low <= k / n && k / n <= high && high <= 1);
      for (const end of [low, high].filter((each) => each > 0 && each < 1)) {
        const score = Math.abs(k / n - end) / Math.sqrt((end * (1 - end)) / n);
        assert.ok(Math.abs(score - 1.959963984540054) < 1e-6, `${k} of ${n}: ${score}`);
      }
    }),
  );
});

test('Newcombe: the worked examples of Newcombe 1998 (873–890, table II, method 10)', () => {
  const interval = (k: number, n: number, l: number, m: number) => to4(newcombe({k, n}, {k: l, n: m}));
  assert.deepEqual(interval(56, 70, 48, 80), ['0.0524', '0.3339']);
  assert.deepEqual(interval(9, 10, 3, 10), ['0.1705', '0.8090']);
  assert.deepEqual(interval(6, 7, 2, 7), ['0.0582', '0.8062']);
  assert.deepEqual(interval(5, 56, 0, 29), ['-0.0381', '0.1926']);
  assert.deepEqual(interval(0, 10, 0, 20), ['-0.1611', '0.2775']);
  assert.deepEqual(interval(10, 10, 0, 20), ['0.6791', '1.0000']);
});

test('Newcombe: the other way round the ends change places and sign, and never leave −1…1', () => {
  fc.assert(
    fc.property(proportion, proportion, (a, b) => {
      const [there, back] = [newcombe(a, b), newcombe(b, a)];
      assert.ok(Math.abs(there.low + back.high) < 1e-12 && Math.abs(there.high + back.low) < 1e-12);
      assert.ok(there.low >= -1 - 1e-12 && there.high <= 1 + 1e-12);
    }),
  );
});

test('of nobody there is no interval, and what is no share is refused', () => {
  assert.throws(() => wilson(0, 0), RangeError);
  assert.throws(() => wilson(3, 2), RangeError);
  assert.throws(() => newcombe({k: 1, n: 2}, {k: 0, n: 0}), RangeError);
});
