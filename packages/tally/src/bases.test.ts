import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {hiddenBases, type Answering} from './bases.js';

const whole = (parts: readonly Answering[]): Answering => ({
  size: parts.reduce((sum, {size}) => sum + size, 0),
  base: parts.reduce((sum, {base}) => sum + base, 0),
});
const hidden = (k: number, ...parts: [size: number, base: number][]): boolean[] => {
  const all = parts.map(([size, base]) => ({size, base}));
  return hiddenBases(whole(all), all, k);
};

test('bases of k and more are told, and of a question that everybody answered all of them', () => {
  assert.deepEqual(hidden(5, [20, 12], [9, 9], [6, 5]), [false, false, false]);
  assert.deepEqual(hidden(5, [20, 20], [2, 2], [0, 0]), [false, false, false]);
});

test('a base under k takes those with it that would give it away: first of whom no part holds, then the smallest', () => {
  assert.deepEqual(hidden(5, [20, 12], [9, 3], [8, 7]), [false, true, true]);
  assert.deepEqual(hidden(5, [20, 12], [9, 3], [12, 11], [0, 0]), [false, true, true, false]);
  assert.deepEqual(hidden(5, [20, 12], [9, 2], [4, 0], [30, 10]), [false, true, true, true]);
  assert.deepEqual(hidden(5, [20, 6], [9, 2], [20, 6], [0, 0]), [true, true, true, false]);
});

test('who subtracts the bases told from the whole finds two parts or none, with k answers or none', () => {
  const part = fc.record({size: fc.integer({min: 0, max: 12}), answering: fc.integer({min: 0, max: 100})});
  fc.assert(
    fc.property(fc.array(part, {minLength: 2, maxLength: 6}), fc.integer({min: 1, max: 6}), (list, k) => {
      const parts = list.map(({size, answering}) => ({size, base: Math.floor((size * answering) / 100)}));
      const all = whole(parts);
      if (all.base === all.size) return;
      const marks = hiddenBases(all, parts, k);
      const held = parts.filter(({size}, i) => size > 0 && marks[i] === true);
      const isAll = held.length === parts.filter(({size}) => size > 0).length;
      assert.ok(held.length === 0 || isAll || (held.length > 1 && held.reduce((sum, {base}) => sum + base, 0) >= k));
      assert.ok(parts.every(({size, base}, i) => size === 0 || base >= k || marks[i] === true));
    }),
  );
});
