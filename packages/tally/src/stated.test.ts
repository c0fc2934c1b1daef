import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeStated, sayable} from './stated.js';

const kind = (percent: number, n: number, k?: number) => judgeStated(percent, n, k).kind;

test('the published percentages that are those of 23 people', () => {
  assert.deepEqual([kind(65, 23), kind(57, 23), kind(91, 23)], ['true', 'true', 'true']);
  assert.deepEqual(judgeStated(65, 23), {kind: 'true', share: {k: 15, n: 23, percent: 65}});
});

test('50 % and 71 % of 23 people cannot be; the nearest that can are named', () => {
  assert.deepEqual(judgeStated(50, 23), {
    kind: 'impossible',
    nearest: [
      {k: 11, n: 23, percent: 48},
      {k: 12, n: 23, percent: 52},
    ],
  });
  assert.deepEqual(judgeStated(71, 23), {
    kind: 'impossible',
    nearest: [
      {k: 16, n: 23, percent: 70},
      {k: 17, n: 23, percent: 74},
    ],
  });
});

test('77 % of 9 is 7 of 9 cut off, which we round to 78', () => {
  assert.deepEqual(judgeStated(77, 9), {kind: 'cut-off', share: {k: 7, n: 9, percent: 78}});
});

test('with its count, the percentage must be that of the count', () => {
  assert.equal(kind(44, 1786, 786), 'true');
  assert.equal(kind(44, 1786, 800), 'cut-off');
  assert.equal(kind(44, 1786, 820), 'impossible');
});

test('every percentage of every count is true of its base, and no other one is', () => {
  for (let n = 1; n <= 60; n++) {
    const can = new Set(Array.from({length: n + 1}, (_, k) => Math.floor((200 * k + n) / (2 * n))));
    for (let percent = 0; percent <= 100; percent++) assert.equal(kind(percent, n) === 'true', can.has(percent), `${percent} % of ${n}`);
  }
});

test('of nobody nothing is true', () => {
  assert.equal(kind(0, 0), 'impossible');
});

test('an interval says whether it is more or less than half, or that it cannot be said', () => {
  assert.deepEqual(sayable(15, 23), {low: 45, high: 81, half: 'unknown'});
  assert.deepEqual(sayable(7, 9), {low: 45, high: 94, half: 'unknown'});
  assert.deepEqual(sayable(21, 23), {low: 73, high: 98, half: 'more'});
  assert.equal(sayable(2, 23).half, 'less');
});
