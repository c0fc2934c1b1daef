// @ts-check
/**
 * `npm run release:pack`: builds, and writes one tarball per published package into `.cache/release/`. These files are tested
 * (`node scripts/test.mjs release`) and these files are published. A failure is one of the build's, or a module that dist lacks.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {publishedPackages, stage} from './published.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
run(process.execPath, ['scripts/build.mjs']);

const out = '.cache/release';
rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const folders = [...publishedPackages().keys()].map((name) => {
  stage(name, `${out}/${name}`);
  return `./${out}/${name}`;
});
run('npm', ['pack', '--loglevel=error', '--pack-destination', out, ...folders]);

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const {status} = spawnSync(command, args, {stdio: 'inherit', shell: process.platform === 'win32'});
  if (status !== 0) process.exit(status ?? 1);
}
