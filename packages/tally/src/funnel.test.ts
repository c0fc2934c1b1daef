import assert from 'node:assert/strict';
import {test} from 'node:test';
import {funnel, outOfOrder} from './funnel.js';

test('each step of Ariane has its two rates, with their bases', () => {
  const [first, phones, calls] = funnel([{count: 2342}, {count: 1786}, {count: 786}]);
  assert.deepEqual([first?.ofBefore, first?.ofFirst], [undefined, undefined]);
  assert.deepEqual(phones?.ofBefore, {k: 1786, n: 2342, percent: 76, isExact: true});
  assert.equal(phones?.ofFirst, undefined);
  assert.deepEqual(calls?.ofBefore, {k: 786, n: 1786, percent: 44, isExact: true});
  assert.deepEqual(calls?.ofFirst, {k: 786, n: 2342, percent: 34, isExact: true});
});

test('a rate of what is about is about', () => {
  const [, , calls] = funnel([{count: 2342}, {count: 1786}, {count: 800, qualifier: 'about'}]);
  assert.deepEqual(calls?.ofBefore, {k: 800, n: 1786, percent: 45, isExact: false});
});

test('more out than in has no rate, and is not capped', () => {
  assert.deepEqual(funnel([{count: 60, qualifier: 'about'}, {count: 62}])[1]?.ofBefore, {k: 62, n: 60, percent: undefined, isExact: false});
});

test('a count that is none is refused', () => {
  assert.throws(() => funnel([{count: 1.5}]), RangeError);
});

test('February 2023 printed after December 2023 is out of order', () => {
  assert.deepEqual(outOfOrder(['2023-05-16', '2023-12-12', '2023-02-07', '2024-04-02']), [2]);
});

test('a month holds its days: neither order is wrong', () => {
  assert.deepEqual(outOfOrder(['2023-05-16', '2023-05', '2023', '2023-05-02']), [3]);
  assert.deepEqual(outOfOrder([]), []);
});
