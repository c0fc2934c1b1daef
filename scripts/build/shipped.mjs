// @ts-check
/**
 * What of others is in the bundle: each package that has a module in it, what such a package brings in its own files, and the work of others
 * in a module of ours. `dist/THIRD-PARTY.txt` and `dist/sbom.json` are both written from this. The bundler's own helper of a few lines
 * (`rolldown/runtime.js`) is left out.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';

/**
 * `path`: of the package in the lock file, or of the file that holds the work; `around`: the path of the package that brings it in its files.
 * @typedef {{kind: 'package' | 'inside' | 'drawn', path: string, name: string, version: string, license: string, text: string, around?: string}} Shipped
 */

/** Scripts that come bundled inside a package's files, so that no lock file knows them. The version is read where they write it themselves. */
const INSIDE = [
  {
    around: 'node_modules/pdfjs-dist',
    name: 'core-js',
    license: 'MIT',
    version: /version:"([\d.]+)",mode:\w+\?"pure":"global",copyright:"© [^"]*zloirock/,
    text: 'scripts/build/inside/core-js.LICENSE.txt',
  },
];

/** Sorted by path. @param {import('./bundle-report.mjs').Bundle} bundle @returns {Shipped[]} */
export function shipped(bundle) {
  const modules = [...new Set(Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules)))];
  const folders = new Set(modules.flatMap((module) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0] ?? []));
  return [
    ...[...folders].sort().flatMap((folder) => [ofPackage(folder), ...insideOf(folder, modules)]),
    ...modules
      .map((module) => module.replace(/\.ts$/, '.LICENSE.txt'))
      .filter((file) => file.endsWith('.LICENSE.txt') && existsSync(file))
      .sort()
      .map(drawn),
  ];
}

/** @param {string} path @returns {Shipped} */
function ofPackage(path) {
  const {name, version, license} = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
  const file = readdirSync(path).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} is in the bundle and brings no licence text`);
  return {kind: 'package', path, name, version, license, text: readFileSync(`${path}/${file}`, 'utf8').trim()};
}

/** @param {string} folder @param {string[]} modules @returns {Shipped[]} */
function insideOf(folder, modules) {
  return INSIDE.filter(({around}) => around === folder).map(({around, name, license, version: pattern, text}) => {
    const found = modules
      .filter((module) => module.startsWith(`${folder}/`))
      .map((module) => pattern.exec(readFileSync(module, 'utf8'))?.[1]);
    const version = found.find(Boolean);
    if (!version) throw new Error(`${folder} does not say any more which ${name} it brings: look at it, and at scripts/build/shipped.mjs`);
    return {kind: 'inside', path: `${folder}/${name}`, name, version, license, text: readFileSync(text, 'utf8').trim(), around};
  });
}

/** The file's first line is `Name version (licence)`. @param {string} path @returns {Shipped} */
function drawn(path) {
  const text = readFileSync(path, 'utf8');
  const [, name, version, license] = /^(.+) (\S+) \(([^)]+)\)\n/.exec(text) ?? [];
  if (!name || !version || !license) throw new Error(`${path} does not begin with: Name version (licence)`);
  return {kind: 'drawn', path, name, version, license, text: text.slice(text.indexOf('\n')).trim()};
}
