// @ts-check
/** The counts that every verdict of this project rests on, from real runs of small test files. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {promisify} from 'node:util';

const counts = new URL('counts.mjs', import.meta.url).href;
const script = `import {nodeTests} from '${counts}'; console.log('\\n' + JSON.stringify(await nodeTests([process.argv[1]], ['--test-timeout=5000'])));`;

/** Counts one test file, in a process whose output is not mixed with ours. @param {string} body what it does after `import test from 'node:test'` */
async function count(body) {
  const folder = mkdtempSync(join(tmpdir(), 'ppgp-counted-'));
  const file = join(folder, 'small.test.mjs');
  writeFileSync(file, `import test from 'node:test';\n${body}`);
  // Without the context of this run: the inner one would believe that it is a file of it.
  const env = {...process.env, NODE_TEST_CONTEXT: undefined, TEST_END_PATIENCE: '1'};
  try {
    const run = ['--input-type=module', '-e', script, file];
    const {stdout} = await promisify(execFile)(process.execPath, run, {env});
    return /** @type {import('./counts.mjs').Counts} */ (JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** A process that never ends by itself, as Node's own deadlock leaves it. */
const NEVER_ENDS = `process.on('exit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));`;

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
