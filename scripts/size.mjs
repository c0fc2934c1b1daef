// @ts-check
/**
 * What a page fetches: for each entry of `dist/` its bytes (minified, gzip 9, brotli 11; kB = 1,000 bytes, each file compressed on its
 * own), before the first paint (the entry and what it imports) and all in (also what it fetches later, the optional parts apart).
 * Then what a second tag costs on a page that has a first one.
 *
 * A failure means a budget is exceeded or zod has come into what every page fetches. `--files` shows each chunk with its heaviest modules
 * (bytes before minifying); raise a budget only with a decision record.
 */
import {readFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {fetched} from './build/fetched.mjs';

/** Brotli kB. What may not be exceeded today is above the goals of 24 and 30 all in: decision 6. @type {Record<string, {paint: number, all: number}>} */
const budgets = {
  'flyer-feedback.js': {paint: 16, all: 31.1},
  'needs-plateau.js': {paint: 32, all: 32},
  'pemat-grid.js': {paint: 34, all: 34},
  // With money, totals, and the buttons for an image or a document; what makes these is fetched when asked for.
  'ppgp-results.js': {paint: 26.5, all: 29.2},
  'ppgp-survey.js': {paint: 38.5, all: 38.5},
  // All in: a link of an editor, and what waits, on a page without a tag.
  'ppgp.js': {paint: 2, all: 34},
};

/**
 * Brotli kB that a second tag costs, all in, on a page that has a first one. The goal, 16 (10 without pictograms and instrument text), is reached by
 * those that share chunks. Beside a tag that is built apart every other costs all that it is (decision 13).
 */
const SECOND = {goal: 16, sharing: ['flyer-feedback.js', 'ppgp-outbox.js', 'ppgp-survey.js'], shared: 8, apart: {'ppgp-outbox.js': 38.9}};

/** Brotli kB of the chunk with the outbox, its store and the hash. */
const OUTBOX = 7;

const root = new URL('..', import.meta.url);
/** @type {import('./build/bundle-report.mjs').Bundle} */
const bundle = JSON.parse(readFileSync(new URL('.cache/bundle.json', root), 'utf8'));
const {withImports, allIn} = fetched(bundle);
const showFiles = process.argv.includes('--files');
const faults = [];
/** @type {Map<string, Size>} */
const measured = new Map();

for (const [entry, chunk] of Object.entries(bundle)) {
  if (!chunk.entry) continue;
  const paint = withImports([entry]);
  const all = allIn(entry);
  const sizes = {paint: sizeOf(paint), all: sizeOf(all)};
  const budget = budgets[entry];
  console.log(`${entry}`);
  console.log(`  before paint  ${line(sizes.paint)}${budget ? `   budget ${budget.paint} kB` : ''}`);
  if (showFiles) paint.forEach(showFile);
  console.log(`  all in        ${line(sizes.all)}${budget ? `   budget ${budget.all} kB` : ''}`);
  if (showFiles) all.filter((file) => !paint.includes(file)).forEach(showFile);
  if (budget && sizes.paint.brotli > budget.paint * 1000) faults.push(`${entry} is over its budget before the first paint`);
  if (budget && sizes.all.brotli > budget.all * 1000) faults.push(`${entry} is over its budget all in`);
  for (const file of all)
    if (Object.keys(bundle[file]?.modules ?? {}).some((module) => /(^|\/)node_modules\/zod\//.test(module)))
      faults.push(`${entry}: zod is in ${file}`);
}
// `pemat-grid.js` has a copy of its own, with all else that it needs, and so has `ppgp-sync.js`.
const outboxes = Object.entries(bundle).flatMap(([file, {entry, modules}]) =>
  'packages/outbox/src/outbox.ts' in modules && !entry && !('node_modules/lit/index.js' in modules) ? [file] : [],
);
console.log('outbox, store and hash');
console.log(`  after paint   ${line(sizeOf(outboxes))}   budget ${OUTBOX} kB`);
if (outboxes.length !== 1 || sizeOf(outboxes).brotli > OUTBOX * 1000)
  faults.push('the outbox is over its budget, or not a chunk of its own');

const tags = Object.keys(bundle).filter((file) => bundle[file]?.entry && !/^ppgp(-check|-sync)?\.js$/.test(file));
console.log(`a second tag (across) beside a first one (down), brotli kB more   goal ${SECOND.goal} kB`);
console.log(`  ${['', ...tags.map((tag) => tag.replace('.js', ''))].map((name) => name.padStart(16)).join('')}`);
for (const first of tags) {
  const there = allIn(first);
  const cells = tags.map((second) => {
    if (second === first) return '';
    const more = sizeOf(allIn(second).filter((file) => !there.includes(file))).brotli / 1000;
    const limit = limitOfSecond(first, second);
    if (more > limit) faults.push(`${second} costs ${more.toFixed(2)} kB beside ${first}, over ${limit} kB`);
    return more.toFixed(2);
  });
  console.log(`  ${first.replace('.js', '').padEnd(16)}${cells.map((cell) => cell.padStart(16)).join('')}`);
}
for (const entry of Object.keys(budgets)) if (!bundle[entry]) faults.push(`${entry} was not built`);

for (const fault of faults) console.error(fault);
if (faults.length) process.exitCode = 1;

/** @param {string} first @param {string} second */
function limitOfSecond(first, second) {
  const {sharing, shared, apart} = SECOND;
  if (sharing.includes(first) && sharing.includes(second)) return shared;
  return budgets[second]?.all ?? Object.entries(apart).find(([tag]) => tag === second)?.[1] ?? SECOND.goal;
}

/** @param {string} file */
function showFile(file) {
  console.log(`    ${line(sizeOf([file]))}   ${file}`);
  const heaviest = Object.entries(bundle[file]?.modules ?? {}).sort((a, b) => b[1] - a[1]);
  for (const [module, bytes] of heaviest.slice(0, 12)) console.log(`    ${String(bytes).padStart(18)}   ${module}`);
}

/** @typedef {{min: number, gzip: number, brotli: number}} Size */

/** @param {string[]} files @returns {Size} */
function sizeOf(files) {
  const sizes = files.map(sizeOfOne);
  const sum = (/** @type {keyof Size} */ kind) => sizes.reduce((all, size) => all + size[kind], 0);
  return {min: sum('min'), gzip: sum('gzip'), brotli: sum('brotli')};
}

/** @param {string} file @returns {Size} */
function sizeOfOne(file) {
  const known = measured.get(file);
  if (known) return known;
  const bytes = readFileSync(new URL(`dist/${file}`, root));
  const brotli = brotliCompressSync(bytes, {
    params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length},
  });
  const size = {min: bytes.length, gzip: gzipSync(bytes, {level: 9}).length, brotli: brotli.length};
  measured.set(file, size);
  return size;
}

/** @param {Size} size */
function line({min, gzip, brotli}) {
  /** @param {number} bytes */
  const kB = (bytes) => `${(bytes / 1000).toFixed(2)} kB`.padStart(10);
  return `min ${kB(min)}   gzip ${kB(gzip)}   brotli ${kB(brotli)}`;
}
