import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {hasEngine, wantedEngines} from '../src/browsers/engines.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the fixtures in the browser test runner, in every engine that is here. */
async function runFixtures(): Promise<{code: number | null; counts: unknown; output: string}> {
  const folder = await mkdtemp(join(tmpdir(), 'ppgp-runner-'));
  const file = join(folder, 'counts.json');
  const args = ['node_modules/@web/test-runner/dist/bin.js', '--files', 'packages/testing/fixtures/*.test.ts'];
  const runner = spawn(process.execPath, args, {cwd: root, env: {...process.env, TEST_COUNTS: file, NODE_TEST_CONTEXT: ''}});
  let output = '';
  runner.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  runner.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => runner.once('close', resolve));
  const counts: unknown = JSON.parse(await readFile(file, 'utf8'));
  await rm(folder, {recursive: true});
  return {code, output, counts};
}

it('a browser test has a mouse, keys, a size and axe, and fails for what its page must not do, in every engine', async () => {
  const wanted = wantedEngines();
  const here = wanted.filter((engine) => hasEngine(engine)).length;
  const {code, counts, output} = await runFixtures();
  // A failure of some engines only is marked "(failed on …)".
  assert.deepEqual(
    [...output.matchAll(/❌ (.*)/g)].map(([, name]) => name?.trim()).sort(),
    [
      'HTML from a string',
      'a function from a string',
      'a warning of Lit',
      'an inline style',
      'an uncaught error',
      'an unhandled rejection',
      'console.error',
      'leaves a fault behind',
    ],
    output,
  );
  assert.deepEqual({code, counts}, {code: 1, counts: {passed: 4 * here, failed: 8 * here, skipped: wanted.length - here}}, output);
  for (const said of [
    'nobody handles this',
    'said aloud',
    'style-src-attr',
    'require-trusted-types-for',
    'lit.dev/msg/',
    'nobody catches this',
    'after the last test',
  ]) {
    assert.ok(output.includes(said), `“${said}” is not in:\n${output}`);
  }
});
