import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {hasEngine, wantedEngines} from '../src/browsers/engines.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = wantedEngines().filter((engine) => hasEngine(engine)).length;

/** Runs one fixture in the browser test runner, in every engine that is here. */
async function run(fixture: string): Promise<{code: number | null; passed: number; failed: number; output: string}> {
  const folder = await mkdtemp(join(tmpdir(), 'ppgp-runner-'));
  const file = join(folder, 'counts.json');
  const args = ['node_modules/@web/test-runner/dist/bin.js', '--files', `packages/testing/fixtures/${fixture}.test.ts`];
  const runner = spawn(process.execPath, args, {cwd: root, env: {...process.env, TEST_COUNTS: file, NODE_TEST_CONTEXT: ''}});
  let output = '';
  runner.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  runner.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => runner.once('close', resolve));
  const counts = JSON.parse(await readFile(file, 'utf8')) as {passed: number; failed: number};
  await rm(folder, {recursive: true});
  return {code, output, ...counts};
}

it('a browser test has a mouse, keys, a size and axe, in every engine', async () => {
  const {code, passed, failed, output} = await run('runner-good');
  assert.deepEqual({code, passed, failed}, {code: 0, passed: 3 * here, failed: 0}, output);
});

it('what a page does after the last test fails that test', async () => {
  const {code, passed, failed, output} = await run('runner-late-fault');
  assert.deepEqual({code, passed, failed}, {code: 1, passed: 0, failed: here}, output);
});

it('a browser test fails for what its page must not do, in every engine', async () => {
  const {code, passed, failed, output} = await run('runner-faults');
  assert.deepEqual({code, passed, failed}, {code: 1, passed: here, failed: 6 * here}, output);
  for (const said of ['nobody handles this', 'this is said aloud', 'style-src-attr', 'lit.dev/msg/', 'nobody catches this']) {
    assert.ok(output.includes(said), `${said} is not in:\n${output}`);
  }
});
