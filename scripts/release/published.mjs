// @ts-check
/**
 * What is published of each package: its `dist/` as its sources make it today, LICENSE, README.md, CHANGELOG.md, and a package.json
 * without the private condition `ppgp-source` (whoever installs a package never meets its TypeScript sources).
 */
import {copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {{name: string, version: string, private?: boolean, exports: Record<string, Record<string, string>>, files?: string[],
 *   scripts?: object, sideEffects?: boolean | string[], dependencies?: Record<string, string>}} Manifest
 */

/** Every package that is not private, by the name of its folder. @returns {Map<string, Manifest>} */
export function publishedPackages() {
  const found = readdirSync(`${root}packages`).flatMap((name) => {
    const file = `${root}packages/${name}/package.json`;
    if (!existsSync(file)) return [];
    /** @type {Manifest} */
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    return manifest.private ? [] : [/** @type {const} */ ([name, manifest])];
  });
  return new Map(found);
}

/** @param {Manifest} manifest @returns {Manifest} */
export function publishedManifest(manifest) {
  const {exports, sideEffects} = manifest;
  /** @type {Manifest} */
  const published = {
    ...manifest,
    exports: Object.fromEntries(
      Object.entries(exports).map(([entry, target]) => {
        if (typeof target !== 'object') return [entry, target];
        return [entry, Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== 'ppgp-source'))];
      }),
    ),
    ...(Array.isArray(sideEffects) ? {sideEffects: sideEffects.filter((path) => !path.startsWith('./src/'))} : {}),
    files: ['dist'],
  };
  delete published.scripts;
  return published;
}

/** Lays a package out in a folder as it is published. @param {string} name @param {string} folder */
export function stage(name, folder) {
  const from = `${root}packages/${name}`;
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const manifest = JSON.parse(readFileSync(`${from}/package.json`, 'utf8'));
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
  copyFileSync(`${root}LICENSE`, `${folder}/LICENSE`);
  copyFileSync(`${from}/README.md`, `${folder}/README.md`);
  if (existsSync(`${from}/CHANGELOG.md`)) copyFileSync(`${from}/CHANGELOG.md`, `${folder}/CHANGELOG.md`);
  for (const file of builtFiles(from)) {
    if (!existsSync(`${from}/dist/${file}`)) throw new Error(`packages/${name}/dist/${file} is missing: run "npm run build -- --force".`);
    mkdirSync(dirname(join(folder, 'dist', file)), {recursive: true});
    cpSync(`${from}/dist/${file}`, `${folder}/dist/${file}`);
  }
}

/** What the build makes of the sources there are: a file whose source is gone may still lie in dist. @param {string} from @returns {string[]} */
function builtFiles(from) {
  const sources = /** @type {string[]} */ (readdirSync(`${from}/src`, {recursive: true}));
  const modules = sources
    .filter((file) => file.endsWith('.ts') && !/\.(test|suite|kit|d)\.ts$/.test(file))
    .map((file) => file.slice(0, -3));
  const data = /** @type {string[]} */ (readdirSync(`${from}/dist`, {recursive: true})).filter((file) => file.endsWith('.json'));
  return [...modules.flatMap((module) => [`${module}.js`, `${module}.d.ts`]), ...data];
}
