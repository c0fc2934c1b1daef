// @ts-check
/**
 * How tests are counted: every part of the run gives `{passed, failed, skipped}`, a check without tests of its own counts as one.
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 */
import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {dirname} from 'node:path';
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
 * Runs a Node program that writes its counts into a file; a run that breaks off, or ran nothing, counts as a failure.
 * @param {string[]} args @param {string} file @returns {Promise<Counts>}
 */
export async function counted(args, file) {
  mkdirSync(dirname(file), {recursive: true});
  rmSync(file, {force: true});
  const code = await runNode(args);
  if (!existsSync(file)) return failedOnce;
  /** @type {Counts} */
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  return counts.failed === 0 && (code !== 0 || ranNothing) ? sum([counts, failedOnce]) : counts;
}

/**
 * Runs TypeScript test files with node:test, on the sources of all packages, and counts them.
 * @param {string} name of the file below `test-results/` @param {string[]} files @param {string[]} [options] @returns {Promise<Counts>}
 */
export function nodeTests(name, files, options = []) {
  if (!files.length) return Promise.resolve(failedOnce);
  const results = `test-results/${name}.json`;
  const reporter = fileURLToPath(new URL('count-reporter.mjs', import.meta.url));
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${results}`,
  ];
  return counted(
    ['--import', 'tsx', '--conditions=ppgp-source', '--test', '--test-timeout=180000', ...reporters, ...options, ...files],
    results,
  );
}

/** @param {string[]} args @returns {Promise<number | null>} */
function runNode(args) {
  return new Promise((resolve) => spawn(process.execPath, args, {stdio: 'inherit', timeout: 900_000}).once('close', resolve));
}
