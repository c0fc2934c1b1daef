import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {patched, patchesOf, type Patch} from './bug.js';
import {bugs} from './bugs.js';
import {copyPackages} from './copy.js';
import {sample} from './index.js';

const patch: Patch = {file: 'outbox/src/a.ts', find: 'await store', put: 'void store'};
const source = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

describe('a planted bug', () => {
  it('is put where its text is found', () => assert.equal(patched('a; await store.commit(); b', patch), 'a; void store.commit(); b'));

  it('fails where its text is not found, or more than once: the code moved on', () => {
    assert.throws(() => patched('nothing of it', patch), /has 0 times: await store/);
    assert.throws(() => patched('await store; await store', patch), /has 2 times: await store/);
  });

  for (const each of bugs) {
    it(`« ${each.name} » has its place in today’s sources`, () => {
      for (const one of patchesOf(each)) assert.notEqual(patched(source(one.file), one), source(one.file));
    });
  }

  it('is in the copy alone, and goes with it', () => {
    const [first] = bugs;
    assert.ok(first);
    const copy = copyPackages('of a test', first);
    const file = copy.file(first.file);
    assert.equal(readFileSync(file, 'utf8'), patched(source(first.file), first));
    copy.remove();
    assert.ok(!existsSync(file));
  });

  it('is one of five at level 0, the same five with the same seed, and one of all from level 1', () => {
    assert.equal(sample(0, 4).length, 5);
    assert.equal(new Set(sample(0, 4)).size, 5);
    assert.deepEqual(sample(0, 4), sample(0, 4));
    assert.deepEqual(sample(1, 4), bugs);
  });

  it('has a name of its own', () => assert.equal(new Set(bugs.map(({name}) => name)).size, bugs.length));
});
