// @ts-check
/** The day and version that the build writes into `__PPGP_BUILD_DAY__` and `__PPGP_VERSION__`. */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** YYYY-MM-DD: of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), else of the last commit, else today. */
export function buildDay() {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const {stdout} = spawnSync('git', ['log', '-1', '--format=%cs'], {cwd: root, encoding: 'utf8'});
  return stdout?.trim() || new Date().toISOString().slice(0, 10);
}

/** The version of `@ppgp/elements`. @returns {string} */
export function version() {
  return JSON.parse(readFileSync(`${root}packages/elements/package.json`, 'utf8')).version;
}
