import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bound, closingLine, isClean, nothing, sum} from './outcome.js';

const kept = {...nothing, answers: 3_000, faults: 7};

describe('what a torture run came to', () => {
  it('is the sum of its parts, in the line of the contract', () => {
    const broken = {...nothing, answers: 2, lost: 1, falselySaved: 3};
    const line = 'answers 3002, faults 7, lost 1, duplicated 0, altered 0, invisible 0, falsely saved 3, readable 0';
    assert.equal(closingLine(sum([kept, broken])), line);
    assert.equal(closingLine(sum([])), 'answers 0, faults 0, lost 0, duplicated 0, altered 0, invisible 0, falsely saved 0, readable 0');
  });

  it('is clean only when every number but the first two is 0', () => {
    assert.ok(isClean(kept));
    for (const name of ['lost', 'duplicated', 'altered', 'invisible', 'falselySaved', 'readable']) {
      assert.equal(isClean({...kept, [name]: 1}), false, name);
    }
  });

  it('bounds the rate of losses for the parts that had trials and no loss', () => {
    const outcomes = new Map([
      ['simulation', kept],
      ['planted', {...nothing}],
      ['server', {...kept, lost: 1}],
    ]);
    assert.equal(bound(outcomes), 'Zero losses in n trials bounds the rate below 3/n at 95 %: 1 in 1,000 for simulation.');
    assert.equal(bound(new Map()), 'Zero losses in n trials bounds the rate below 3/n at 95 %, and no part had trials without a loss.');
  });
});
