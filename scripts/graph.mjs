// @ts-check
/**
 * Who knows whom. Reads the dependencies of each package.json and the imports of each file under `packages/<name>/src` (tests and
 * their suites apart), and fails on every edge that is not in the list below, and on an import that no package.json declares.
 * From the same imports it draws the graph of `docs/architecture.md` (`--draw` writes it there), and fails where the two differ.
 *
 * A failure means that a package reaches for something it should not need. First look for the wrong arrow in the code; if the picture
 * itself is wrong, write why into `docs/decisions/` and change the list.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';

/** A folder with rights of its own stands as `package/folder`. `(types)`: only `import type`. @type {Record<string, string[]>} */
const knows = {
  protocol: [],
  words: [],
  schema: [],
  'schema/validate': ['zod/mini'],
  session: ['@ppgp/schema'],
  tally: ['@ppgp/schema', '@ppgp/session'],
  instruments: ['@ppgp/schema (types)'],
  'browser-store': ['idb-keyval'],
  outbox: ['@ppgp/protocol', '@ppgp/browser-store', '@noble/hashes'],
  collector: [
    ...['@ppgp/protocol', '@ppgp/schema', '@ppgp/session', '@ppgp/tally', '@ppgp/instruments', '@ppgp/words'],
    ...['node:', 'hono', '@hono/node-server', '@photostructure/sqlite', 'pg'],
  ],
  elements: [
    ...['@ppgp/schema', '@ppgp/session', '@ppgp/tally', '@ppgp/instruments', '@ppgp/words', '@ppgp/browser-store', '@ppgp/outbox'],
    ...['lit', '@lit/context', 'lean-qr', 'pdfjs-dist', 'docx'],
  ],
};
/** May know any of them, and every tool of the root's package.json. */
const tooling = 'testing';

const packages = join(fileURLToPath(new URL('..', import.meta.url)), 'packages');
/** @type {string[]} */
const faults = [];
let edges = 0;
/** Who imports which package of ours, types alone or not: `from>to`. @type {Map<string, {typeOnly: boolean}>} */
const arrows = new Map();

for (const entry of readdirSync(packages, {withFileTypes: true})) {
  if (!entry.isDirectory()) continue;
  const name = entry.name;
  const declared = dependenciesOf(join(packages, name));
  if (name === tooling) declared.push(...dependenciesOf(join(packages, '..'), 'devDependencies'));
  else checkDeclared(name, declared);
  const files = sources(join(packages, name, 'src'));
  for (const file of files) for (const edge of importsOf(file)) checkEdge(name, file, edge, declared);
  if (name === 'elements') checkElements(files);
}

const page = join(packages, '..', 'docs', 'architecture.md');
const written = readFileSync(page, 'utf8');
const drawn = written.replace(/(?<=```mermaid\n).*?(?=```)/s, () => drawing());
if (process.argv.includes('--draw')) writeFileSync(page, drawn);
else if (drawn !== written) faults.push('docs/architecture.md: its drawing is not this graph; draw it anew with: npm run graph -- --draw');

for (const fault of faults) console.error(fault);
console.log(`graph: ${edges} imports, ${faults.length} wrong`);
if (faults.length) process.exitCode = 1;

/** @param {string} name @param {string[]} declared */
function checkDeclared(name, declared) {
  const rights = Object.entries(knows).flatMap(([part, list]) => (part === name || part.startsWith(`${name}/`) ? list : []));
  if (!(name in knows)) faults.push(`packages/${name}: is not in the graph of scripts/graph.mjs`);
  for (const dependency of declared) {
    if (!rights.some((right) => covers(dependency, bare(right))))
      faults.push(`packages/${name}/package.json: may not depend on ${dependency}`);
  }
}

/** @typedef {{to: string, typeOnly: boolean}} Import */

/** @param {string} name @param {string} file @param {Import} edge @param {string[]} declared */
function checkEdge(name, file, {to, typeOnly}, declared) {
  const where = relative(join(packages, '..'), file);
  if (to.startsWith('.')) {
    if (relative(join(packages, name, 'src'), join(dirname(file), to)).startsWith('..'))
      faults.push(`${where}: ${to} leaves the package; import it by name`);
    return;
  }
  edges++;
  draw(name, to, typeOnly);
  if (!to.startsWith('node:') && !declared.some((dependency) => covers(dependency, to)))
    faults.push(`${where}: ${to} is not declared in packages/${name}/package.json`);
  if (name === tooling) return;
  const folder = relative(join(packages, name, 'src'), file).split(/[\\/]/)[0];
  const rights = [...(knows[name] ?? []), ...(knows[`${name}/${folder}`] ?? [])];
  const right = rights.find((each) => covers(bare(each), to));
  if (!right) faults.push(`${where}: ${name} may not know ${to}`);
  else if (right.endsWith('(types)') && !typeOnly) faults.push(`${where}: only types of ${to} may be imported`);
}

/** @param {string} name @param {string} to @param {boolean} typeOnly */
function draw(name, to, typeOnly) {
  const [, other] = /^@ppgp\/([^/]+)/.exec(to) ?? [];
  if (other === undefined || other === name || name === tooling) return;
  const arrow = `${name}>${other}`;
  arrows.set(arrow, {typeOnly: typeOnly && (arrows.get(arrow)?.typeOnly ?? true)});
}

/** In Mermaid's language. An arrow points at what is known; a dotted one knows types only. */
function drawing() {
  const lines = [...arrows].map(([arrow, {typeOnly}]) => `  ${arrow.replace('>', typeOnly ? ' -.-> ' : ' --> ')}\n`);
  return `graph TD\n${lines.sort().join('')}`;
}

/** An element neither fetches nor stores: one controller fetches, one module reaches the outbox. @param {string[]} files */
function checkElements(files) {
  /** @param {(file: string) => boolean} does */
  const those = (does) => files.filter(does).map((file) => relative(join(packages, '..'), file));
  const inDefine = /[\\/]src[\\/]define[\\/]/;
  // The panel of what waits and drafts also fetch the part that only they need.
  const reaches = (/** @type {Import} */ {to, typeOnly}) =>
    covers('@ppgp/outbox', to) && !['@ppgp/outbox/manage', '@ppgp/outbox/drafts'].includes(to) && !typeOnly;
  const outbox = those((file) => !inDefine.test(file) && importsOf(file).some(reaches));
  const fetching = those((file) => /\bfetch\(/.test(code(file)));
  const storing = those((file) => /\bindexedDB\b/.test(code(file)));
  if (outbox.length > 1) faults.push(`elements: one module beside src/define may import @ppgp/outbox, not ${outbox.join(', ')}`);
  if (fetching.length > 1) faults.push(`elements: one module may fetch, not ${fetching.join(', ')}`);
  if (storing.length) faults.push(`elements: only browser-store knows indexedDB, not ${storing.join(', ')}`);
}

/** @param {string} file @returns {Import[]} */
function importsOf(file) {
  const text = code(file);
  const lines = [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\bfrom\s*)?'([^']+)'/gm)];
  const later = [...text.matchAll(/\b(typeof\s+)?import\(\s*'([^']+)'\s*\)/g)];
  return [...lines, ...later].map(([, type, to = '']) => ({to, typeOnly: type !== undefined}));
}

/** @param {string} file the text without its comments */
function code(file) {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*$/gm, '');
}

/** @param {string} folder */
function sources(folder) {
  if (!existsSync(folder)) return [];
  const names = /** @type {string[]} */ (readdirSync(folder, {recursive: true}));
  return names.filter((name) => /\.m?ts$/.test(name) && !/\.(test|suite|kit)\.ts$/.test(name)).map((name) => join(folder, name));
}

/** @param {string} folder @param {'dependencies' | 'devDependencies'} kind */
function dependenciesOf(folder, kind = 'dependencies') {
  const file = join(folder, 'package.json');
  return existsSync(file) ? Object.keys(JSON.parse(readFileSync(file, 'utf8'))[kind] ?? {}) : [];
}

/** `lit` covers `lit/decorators.js`, `node:` every module of Node. @param {string} right @param {string} to */
function covers(right, to) {
  return to === right || to.startsWith(right.endsWith(':') ? right : `${right}/`);
}

/** @param {string} right */
function bare(right) {
  return right.replace(' (types)', '');
}
