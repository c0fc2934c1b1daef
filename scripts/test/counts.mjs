// @ts-check
/**
 * How tests are counted: every part of the run gives `{passed, failed, skipped}`, a check without tests of its own counts as one.
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 */
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** @type {Readonly<Counts>} */
export const failedOnce = {passed: 0, failed: 1, skipped: 0};

/** @param {Counts[]} parts @returns {Counts} */
export function sum(parts) {
  const total = {passed: 0, failed: 0, skipped: 0};
  for (const {passed, failed, skipped} of parts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** The closing line of every test command. @param {Counts} counts */
export const closingLine = ({passed, failed, skipped}) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * Runs a Node script as one check: its exit code says whether it passed.
 * @param {string} script @param {string[]} [args] @returns {Promise<Counts>}
 */
export async function check(script, args = []) {
  return (await runNode([script, ...args])) === 0 ? {passed: 1, failed: 0, skipped: 0} : failedOnce;
}

/**
 * Runs a Node program that writes its counts into the file that TEST_COUNTS names; a run that breaks off, or ran nothing, counts as
 * a failure.
 * @param {(file: string) => string[]} args @param {string} [node] the Node to run it @returns {Promise<Counts>}
 */
export async function counted(args, node = process.execPath) {
  const folder = mkdtempSync(join(tmpdir(), 'ppgp-counts-'));
  const file = join(folder, 'counts.json');
  const code = await runNode(args(file), {TEST_COUNTS: file}, node);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  rmSync(folder, {recursive: true});
  if (!written) return failedOnce;
  /** @type {Counts & {killed?: number}} */
  const {killed = 0, ...counts} = JSON.parse(written);
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  return counts.failed === 0 && ((code !== 0 && killed === 0) || ranNothing) ? sum([counts, failedOnce]) : counts;
}

/**
 * Runs TypeScript test files with node:test, on the sources of all packages, and counts them.
 * @param {string[]} files @param {string[]} [options] @param {string} [node] the Node to run them @returns {Promise<Counts>}
 */
export function nodeTests(files, options = [], node = process.execPath) {
  if (!files.length) return Promise.resolve(failedOnce);
  const reporter = fileURLToPath(new URL('count-reporter.mjs', import.meta.url));
  const endOfFile = new URL('end-of-file.mjs', import.meta.url).href;
  const test = ['--import', 'tsx', '--conditions=ppgp-source', '--import', endOfFile, '--test', '--test-timeout=600000', ...options];
  const show = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  return counted((file) => [...test, ...show, `--test-reporter=${reporter}`, `--test-reporter-destination=${file}`, ...files], node);
}

/** @param {string[]} args @param {Record<string, string>} [env] @param {string} [node] @returns {Promise<number | null>} */
function runNode(args, env = {}, node = process.execPath) {
  return new Promise((resolve) =>
    spawn(node, args, {stdio: 'inherit', env: {...process.env, ...env}, timeout: 1_500_000}).once('close', resolve),
  );
}
