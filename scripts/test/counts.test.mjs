// @ts-check
/** The counts that every verdict of this project rests on, from real runs of small test files. */
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {nodeTests} from './counts.mjs';

/** Counts one test file. @param {string} body what it does after `import test from 'node:test'` */
async function count(body) {
  const folder = mkdtempSync(join(tmpdir(), 'ppgp-counted-'));
  const file = join(folder, 'small.test.mjs');
  writeFileSync(file, `import test from 'node:test';\n${body}`);
  try {
    return await nodeTests([file], ['--test-timeout=5000']);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** A process that never ends by itself, as Node's own deadlock leaves it. */
const NEVER_ENDS = `process.on('exit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));`;

process.env['TEST_END_PATIENCE'] = '1';
delete process.env['NODE_TEST_CONTEXT']; // else the inner run believes that it is a file of this one

test('tests are counted as they end', async () => {
  const body = `test('a', () => {}); test('b', () => { throw new Error('no'); }); test('c', {skip: true});`;
  assert.deepEqual(await count(body), {passed: 1, failed: 1, skipped: 1});
});

test('a file that breaks off, or has no test, is a failure', async () => {
  assert.equal((await count(`process.exit(3);`)).failed, 1);
  assert.equal((await count(`test('a', () => {}); test('b', () => process.kill(process.pid, 'SIGKILL'));`)).failed, 1);
});

test('a process that does not end after its last test is killed, and its tests count', async () => {
  assert.deepEqual(await count(`${NEVER_ENDS} test('a', () => {}); test('b', () => {});`), {passed: 2, failed: 0, skipped: 0});
});

test('a failed test stays one where its process does not end', async () => {
  assert.deepEqual(await count(`${NEVER_ENDS} test('a', () => { throw new Error('no'); });`), {passed: 0, failed: 1, skipped: 0});
});

test('a test that never ends is a failure', async () => {
  assert.equal((await count(`test('a', () => new Promise(() => setInterval(() => {}, 1000)));`)).failed, 1);
});
