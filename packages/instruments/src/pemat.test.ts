import assert from 'node:assert/strict';
import test from 'node:test';
import type {Grid} from '@ppgp/schema';
import {pematAv, pematP} from './index.js';

const numbers = ({items}: Grid, domain: string | null): number[] =>
  items.filter((item) => item.domain === domain).map(({number}) => number);
const canBeNa = ({items}: Grid): number[] => items.filter(({na}) => na !== undefined).map(({number}) => number);

test('on paper: 17 statements to understand, 7 to act, with the numbers of the PEMAT', () => {
  assert.deepEqual(numbers(pematP, 'comprendre'), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19]);
  assert.deepEqual(numbers(pematP, 'agir'), [20, 21, 22, 23, 24, 25, 26]);
});

test('in videos: 13 statements to understand, 4 to act', () => {
  assert.deepEqual(numbers(pematAv, 'comprendre'), [1, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 18, 19]);
  assert.deepEqual(numbers(pematAv, 'agir'), [20, 21, 22, 25]);
});

test('« sans objet » is allowed where the PEMAT allows it, and nowhere else', () => {
  assert.deepEqual(canBeNa(pematP), [6, 8, 9, 11, 16, 17, 18, 19, 24, 25]);
  assert.deepEqual(canBeNa(pematAv), [8, 9, 11, 12, 13, 14, 18, 19, 25]);
});

test('what is true of a document sets only what may be « sans objet », and every such item can be set', () => {
  for (const {items, facts = []} of [pematP, pematAv]) {
    const set = new Set(facts.flatMap(({setsNa}) => setsNa));
    assert.deepEqual([...set].sort(), items.flatMap(({id, na}) => (na === undefined ? [] : id)).sort());
  }
});

test('the landmarks of a PMI stand apart: no domain, no score', () => {
  for (const grid of [pematP, pematAv]) assert.deepEqual(numbers(grid, null), [27, 28, 29, 30, 31, 32, 33, 34]);
});

test('each statement has an example of a yes and of a no', () => {
  for (const {items} of [pematP, pematAv]) assert.ok(items.every(({yes, no}) => yes && no && yes !== no));
});

test('advice is about items of the form, once for each pair of marks', () => {
  assert.equal(pematP.advice?.length, 12 + 3 + 2 + 2);
  assert.equal(pematAv.advice?.length, 3 + 2);
});

test('the source is named, and nothing claims to be official', () => {
  for (const {origin} of [pematP, pematAv]) {
    assert.match(String(origin), /inspirée du PEMAT .* de l’AHRQ/);
    assert.match(String(origin), /ni validés ni approuvés/);
    assert.match(String(origin), /Ce n’est pas la grille PEMAT-PMI/);
  }
});
