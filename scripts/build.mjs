// @ts-check
/**
 * Builds what changed: each package's `dist/` with tsc, the root `dist/` with vite, then `dist/sri.json`, `dist/integrity.html`, `dist/sbom.json`,
 * `dist/THIRD-PARTY.txt`, `dist/ppgp-1.schema.json` and what editors read.
 * Nothing is done while no input changed since the last build; `--force` builds everything anew.
 *
 * A failure is a type error, a broken import, or an output that no browser could parse (vite hands some new syntax through as it is).
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {inputHash} from './build/inputs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const packages = readdirSync('packages').filter((name) => existsSync(`packages/${name}/tsconfig.json`));
const stampFile = '.cache/build.json';
const hash = inputHash(root);
const force = process.argv.includes('--force');
if (force || !isDone()) await build();

/** @returns {boolean} */
function isDone() {
  if (!existsSync(stampFile)) return false;
  /** @type {{hash: string, outputs: string[]}} */
  const last = JSON.parse(readFileSync(stampFile, 'utf8'));
  return last.hash === hash && last.outputs.every((file) => existsSync(file));
}

async function build() {
  const started = Date.now();
  rmSync(stampFile, {force: true});
  typescript();
  rmSync('dist', {recursive: true, force: true});
  const {build: viteBuild} = await import('vite');
  await viteBuild({logLevel: 'warn'});
  const {APART, buildApart} = await import('./build/apart.mjs');
  for (const tag of APART) await viteBuild(buildApart(tag));
  await viteBuild((await import('./build/sync.mjs')).syncBuild);
  const {writeIntegrity} = await import('./build/integrity.mjs');
  const {shipped} = await import('./build/shipped.mjs');
  const {writeThirdParty} = await import('./build/third-party.mjs');
  const {writeSbom} = await import('./build/sbom.mjs');
  (await import('./json-schema.mjs')).writeJsonSchema('dist');
  const scripts = outputs('dist').filter((file) => file.endsWith('.js'));
  scripts.forEach(mustParse);
  /** @type {import('./build/bundle-report.mjs').Bundle} */
  const bundle = JSON.parse(readFileSync('.cache/bundle.json', 'utf8'));
  writeIntegrity('dist', bundle);
  const works = shipped(bundle);
  writeThirdParty('dist', works);
  writeSbom('dist', bundle, works);
  (await import('./build/editors/write-editor-files.mjs')).writeEditorFiles(['dist', 'packages/elements/dist']);
  const made = [...outputs('dist'), ...packages.flatMap((name) => outputs(`packages/${name}/dist`))];
  mkdirSync('.cache', {recursive: true});
  writeFileSync(stampFile, JSON.stringify({hash, outputs: made}));
  console.log(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function typescript() {
  for (const name of packages) {
    if (force) rmSync(`packages/${name}/dist`, {recursive: true, force: true});
    // tsc does not look whether what it wrote is still there: its notes must go with it.
    if (!existsSync(`packages/${name}/dist`)) rmSync(`packages/${name}/tsconfig.tsbuildinfo`, {force: true});
  }
  const {status} = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages'], {stdio: 'inherit'});
  if (status !== 0) process.exit(1);
}

/** Node's own parser stands for the browsers'. @param {string} file */
function mustParse(file) {
  const {status, stderr} = spawnSync(process.execPath, ['--check', file], {encoding: 'utf8'});
  if (status === 0) return;
  console.error(stderr);
  process.exit(1);
}

/** @param {string} folder @returns {string[]} */
function outputs(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}
