// @ts-check
/**
 * `npm run release:version`: turns the change files of `.changeset/` into the next version of every package and its changelog, writes
 * that version wherever else it stands (package-lock.json, the outbox), and writes its golden files. It commits nothing.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const {version} = await import('../build/stamp.mjs');

run(process.execPath, ['node_modules/@changesets/cli/bin.js', 'version']);
// What the outbox tells collectors is compiled into it.
const file = 'packages/outbox/src/browser/names.ts';
const source = readFileSync(file, 'utf8');
const next = source.replace(/(?<=export const LIB = ')[^']+/, version());
if (!next.includes(`LIB = '${version()}'`))
  throw new Error(`${file} no longer says LIB = '…': tell scripts/release/version.mjs where it went.`);
writeFileSync(file, next);
run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund']);
run(process.execPath, ['--import', 'tsx', '--conditions=ppgp-source', 'scripts/release/golden.mjs']);

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const {status} = spawnSync(command, args, {stdio: 'inherit', shell: process.platform === 'win32'});
  if (status !== 0) process.exit(status ?? 1);
}
