// @ts-check
/** What the benchmark needs beside the build: SurveyJS, installed where git does not look, and the bare Lit form, bundled. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.cache/bench`;
/** The newest pair that belongs together: the interface asks for its own version of the core. */
export const SURVEYJS = '2.5.38';

/** @returns {boolean} whether SurveyJS is there */
export function prepareSurveyJs() {
  const packages = ['survey-core', 'survey-js-ui'];
  if (packages.every((name) => installed(name) === SURVEYJS)) return true;
  mkdirSync(folder, {recursive: true});
  writeFileSync(`${folder}/package.json`, '{"private": true}\n');
  const wanted = packages.map((name) => `${name}@${SURVEYJS}`);
  const quiet = ['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const {status, stderr} = spawnSync('npm', ['install', ...quiet, ...wanted], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.error(`SurveyJS could not be installed and is left out.\n${stderr}`);
  return status === 0;
}

/** @param {string} name */
function installed(name) {
  const file = `${folder}/node_modules/${name}/package.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/** Minified, as the elements are. */
export async function prepareLit() {
  const {build} = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir: `${folder}/lit`,
      emptyOutDir: true,
      lib: {entry: `${root}bench/lit/form.js`, formats: ['es'], fileName: () => 'lit.js'},
      rolldownOptions: {output: {minify: {compress: true, mangle: true, codegen: true}}},
    },
  });
}
