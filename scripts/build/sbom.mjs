// @ts-check
/**
 * `dist/sbom.json`: what is inside the shipped files, as a CycloneDX 1.6 bill of materials (https://cyclonedx.org/docs/1.6/json/), from the
 * report of the bundle and the lock file. The same sources give the same bytes: the date is the build's day, the serial number a hash.
 *
 * Written by hand: the library that models CycloneDX (@cyclonedx/cyclonedx-library) is one of the tests' tools, for its schema; for one document
 * of a fixed shape it would be the only thing in this build that is larger than what it writes.
 */
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {buildDay} from './stamp.mjs';

/**
 * @typedef {{name?: string, version: string, license?: string, integrity?: string, link?: boolean, resolved?: string,
 *   dependencies?: Record<string, string>}} Locked
 */

/** The package that all entries of `dist/` are made of. */
const ROOT = 'packages/elements';

/** `integrity`: what `dist/sri.json` holds. @param {import('./bundle-report.mjs').Bundle} bundle @param {import('./shipped.mjs').Shipped[]} works @param {Buffer} integrity */
export function sbom(bundle, works, integrity) {
  /** @type {Record<string, Locked>} */
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules));
  const ours = [...new Set(modules.flatMap((module) => /^packages\/[^/]+(?=\/src\/)/.exec(module)?.[0] ?? []))].sort();
  const packages = works.filter(({kind}) => kind === 'package');

  const shown = new Map(
    [...ours, ...packages.map(({path}) => path)].map((path) => [path, purl(nameOf(path, lock), locked(path, lock).version)]),
  );
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: `${buildDay()}T00:00:00Z`,
      lifecycles: [{phase: 'build'}],
      component: {...own(ROOT, lock), components: ours.filter((path) => path !== ROOT).map((path) => own(path, lock))},
    },
    components: works.filter(({kind}) => kind !== 'inside').map((work) => component(work, works, lock)),
    dependencies: [...shown].map(([path, ref]) => ({ref, dependsOn: dependenciesOf(path, lock).flatMap((each) => shown.get(each) ?? [])})),
  };
  // Two builds that differ in one byte of a script are two things.
  const hash = createHash('sha256').update(JSON.stringify(document)).update(integrity).digest('hex');
  return `${JSON.stringify({...document, serialNumber: `urn:uuid:${uuid(hash)}`}, null, 2)}\n`;
}

/** After `sri.json`. @param {string} dist @param {import('./bundle-report.mjs').Bundle} bundle @param {import('./shipped.mjs').Shipped[]} works */
export function writeSbom(dist, bundle, works) {
  writeFileSync(`${dist}/sbom.json`, sbom(bundle, works, readFileSync(`${dist}/sri.json`)));
}

/** @param {string} path @param {Record<string, Locked>} lock */
function own(path, lock) {
  const {version, license = ''} = locked(path, lock);
  return named({type: 'library', name: nameOf(path, lock), version, license});
}

/** @param {import('./shipped.mjs').Shipped} work @param {import('./shipped.mjs').Shipped[]} works @param {Record<string, Locked>} lock */
function component(work, works, lock) {
  const {kind, path, name, version, license} = work;
  // Drawings that were copied have no package of their own here.
  if (kind === 'drawn') return {type: 'data', name, version, licenses: licences(license)};
  const {integrity} = locked(path, lock);
  const inside = works.filter(({around}) => around === path);
  return {
    ...named({type: 'library', name, version, license}),
    ...(integrity ? {hashes: hashes(integrity)} : {}),
    ...(inside.length ? {components: inside.map((each) => named({type: 'library', ...each}))} : {}),
  };
}

/** @param {{type: string, name: string, version: string, license: string}} work */
function named({type, name, version, license}) {
  const [, group, rest = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const ref = purl(name, version);
  return {type, 'bom-ref': ref, ...(group ? {group} : {}), name: rest, version, licenses: licences(license), purl: ref};
}

/** A licence is an SPDX identifier or expression. @param {string} license */
const licences = (license) => [/\s/.test(license) ? {expression: license} : {license: {id: license}}];

/** https://github.com/package-url/purl-spec @param {string} name @param {string} version */
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;

/** As in the lock file: `sha512-` and base64, several apart by a space. @param {string} integrity */
function hashes(integrity) {
  return integrity.split(' ').map((each) => {
    const [, bits = '', base64 = ''] = /^sha(\d+)-(.+)$/.exec(each) ?? [];
    return {alg: `SHA-${bits}`, content: Buffer.from(base64, 'base64').toString('hex')};
  });
}

/** @param {string} path @param {Record<string, Locked>} lock @returns {Locked} */
function locked(path, lock) {
  const found = lock[path];
  if (!found) throw new Error(`${path} is in the bundle and not in package-lock.json`);
  return found;
}

/** @param {string} path @param {Record<string, Locked>} lock */
const nameOf = (path, lock) => lock[path]?.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Where Node would find them: in the package's own node_modules, else further up. @param {string} path @param {Record<string, Locked>} lock @returns {string[]} */
function dependenciesOf(path, lock) {
  return Object.keys(locked(path, lock).dependencies ?? {}).flatMap((name) => {
    for (let folder = path; ; folder = folder.replace(/(^|\/)[^/]*$/, '')) {
      const found = lock[`${folder ? `${folder}/` : ''}node_modules/${name}`];
      if (found) return found.link ? (found.resolved ?? []) : [`${folder ? `${folder}/` : ''}node_modules/${name}`];
      if (!folder) return [];
    }
  });
}

/** In the form of RFC 9562, version 8. @param {string} hash hexadecimal */
function uuid(hash) {
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
