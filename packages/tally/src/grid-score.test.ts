import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pematAv, pematP} from '@ppgp/instruments';
import type {Grid, Mark} from '@ppgp/schema';
import {countedMarks, gridScores} from './grid-score.js';

const all = ({items}: Grid, mark: (number: number) => Mark | undefined): Record<string, Mark | undefined> =>
  Object.fromEntries(items.map(({id, number}) => [id, mark(number)]));

describe('the score of a rating', () => {
  it('everything agreed, nothing « sans objet »: 17 of 17 and 7 of 7', () => {
    const {domains} = gridScores(
      pematP,
      all(pematP, () => 'yes'),
    );
    assert.deepEqual(domains['comprendre'], {agreed: 17, rated: 17, na: 0, open: 0});
    assert.deepEqual(domains['agir'], {agreed: 7, rated: 7, na: 0, open: 0});
  });

  it('a very short leaflet without pictures, numbers, tables and sums: 9 of 9 and 5 of 5, the smallest there can be', () => {
    const none = [6, 8, 9, 11, 16, 17, 18, 19, 24, 25];
    const {domains} = gridScores(
      pematP,
      all(pematP, (number) => (none.includes(number) ? 'na' : 'yes')),
    );
    assert.deepEqual(domains['comprendre'], {agreed: 9, rated: 9, na: 8, open: 0});
    assert.deepEqual(domains['agir'], {agreed: 5, rated: 5, na: 2, open: 0});
    const video = gridScores(
      pematAv,
      all(pematAv, (number) => ([8, 9, 11, 12, 13, 14, 18, 19, 25].includes(number) ? 'na' : 'no')),
    );
    assert.deepEqual(video.domains['comprendre'], {agreed: 0, rated: 5, na: 8, open: 0});
    assert.deepEqual(video.domains['agir'], {agreed: 0, rated: 3, na: 1, open: 0});
  });

  it('12 agreed, 3 refused, 1 « sans objet », 1 not answered: 12 of 15, provisional', () => {
    const marks = all(pematP, (number) => (number === 6 ? 'na' : [1, 2, 3].includes(number) ? 'no' : number === 4 ? undefined : 'yes'));
    assert.deepEqual(gridScores(pematP, marks).domains['comprendre'], {agreed: 12, rated: 15, na: 1, open: 1});
  });

  it('12 of 14 (85.7 %) and 3 of 4 (75 %), the sums of a public rating by hand (a11yaudit-agent): its « N/A » where none is allowed stays open', () => {
    const marks = all(pematP, (number) => ([6, 11, 19, 23, 24, 25].includes(number) ? 'na' : [9, 15, 26].includes(number) ? 'no' : 'yes'));
    const {domains} = gridScores(pematP, marks);
    assert.deepEqual(domains['comprendre'], {agreed: 12, rated: 14, na: 3, open: 0});
    assert.deepEqual(domains['agir'], {agreed: 3, rated: 4, na: 2, open: 1});
  });

  it('nothing answered: nothing of nothing, and all of it open', () => {
    assert.deepEqual(gridScores(pematP, {}).domains['agir'], {agreed: 0, rated: 0, na: 0, open: 7});
  });

  it('topics add up to the domains, and the landmarks of a PMI are in none', () => {
    const {topics, domains} = gridScores(
      pematP,
      all(pematP, (number) => (number % 3 ? 'yes' : 'no')),
    );
    const sum = (scores: typeof topics): number => Object.values(scores).reduce((total, {rated}) => total + rated, 0);
    assert.equal(sum(topics), sum(domains));
    assert.deepEqual(topics['reperes'], {agreed: 0, rated: 0, na: 0, open: 0});
  });

  it('« sans objet » where it is not allowed counts as not answered, and so does what is no mark', () => {
    assert.deepEqual(countedMarks(pematP, {i1: 'na', i6: 'na', i2: 'maybe', i3: 'yes', i99: 'yes', __proto__: 'yes'}), {
      i3: 'yes',
      i6: 'na',
    });
    assert.equal(gridScores(pematP, {i1: 'na'}).domains['comprendre']?.open, 17);
  });
});
