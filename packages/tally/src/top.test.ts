import assert from 'node:assert/strict';
import {test} from 'node:test';
import {topOf} from './top.js';

test('three places by points, with the number of first ranks', () => {
  const table = {
    base: 41,
    cells: {soutien: 30, prevention: 28, protection: 25, acces: 4},
    points: {soutien: 78, prevention: 61, protection: 52, acces: 5},
    firsts: {soutien: 17, prevention: 11, protection: 9, acces: 0},
  };
  assert.deepEqual(topOf(table)?.[0], {place: 1, code: 'soutien', k: 30, points: 78, firsts: 17});
  assert.deepEqual(
    topOf(table)?.map(({place, code}) => [place, code]),
    [
      [1, 'soutien'],
      [2, 'prevention'],
      [3, 'protection'],
    ],
  );
});

test('equals share their place, and the one after it is left out; all who share the last place are named', () => {
  const places = (cells: Record<string, number>) => topOf({base: 40, cells})?.map(({place, code}) => `${place} ${code}`);
  assert.deepEqual(places({a: 9, b: 12, c: 9, d: 9, e: 2}), ['1 b', '2 a', '2 c', '2 d']);
  assert.deepEqual(places({a: 5, b: 5, c: 5, d: 5}), ['1 a', '1 b', '1 c', '1 d']);
});

test('what nobody chose has no place', () => {
  assert.deepEqual(topOf({base: 4, cells: {a: 4, b: 0}})?.length, 1);
  assert.deepEqual(topOf({base: 0, cells: {a: 0}}), []);
});

test('where a number is hidden there are no places: it could come first', () => {
  assert.equal(topOf({base: 20, cells: {a: 12, b: null}}), undefined);
  assert.equal(topOf({base: 20, cells: {a: 12, b: 3}, points: {a: null, b: null}}), undefined);
});
