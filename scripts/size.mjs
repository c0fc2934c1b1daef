// @ts-check
/**
 * What a page fetches: for each entry of `dist/` its bytes (minified, gzip 9, brotli 11; kB = 1,000 bytes, each file compressed on its
 * own), before the first paint (the entry and what it imports) and all in (also what it fetches later, the optional parts apart).
 *
 * A failure means a budget is exceeded or zod has come into what every page fetches. `--files` shows each
 * chunk with its heaviest modules (bytes before minifying); raise a budget only with a decision record.
 */
import {readFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {fetched} from './build/fetched.mjs';

/** Brotli kB. What may not be exceeded today is above the goals of 24 and 30 all in: decision 6. @type {Record<string, {paint: number, all: number}>} */
const budgets = {
  'flyer-feedback.js': {paint: 16, all: 31.1},
  'needs-plateau.js': {paint: 32, all: 32},
  'pemat-grid.js': {paint: 34, all: 34},
  'ppgp-results.js': {paint: 24.5, all: 24.5},
  'ppgp-survey.js': {paint: 38.5, all: 38.5},
  // All in: a link of an editor, and what waits, on a page without a tag.
  'ppgp.js': {paint: 2, all: 34},
};

/** Brotli kB of the chunk with the outbox, its store and the hash. */
const OUTBOX = 7;

const root = new URL('..', import.meta.url);
/** @type {import('./build/bundle-report.mjs').Bundle} */
const bundle = JSON.parse(readFileSync(new URL('.cache/bundle.json', root), 'utf8'));
const {withImports, allIn} = fetched(bundle);
const showFiles = process.argv.includes('--files');
const faults = [];

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
for (const entry of Object.keys(budgets)) if (!bundle[entry]) faults.push(`${entry} was not built`);

for (const fault of faults) console.error(fault);
if (faults.length) process.exitCode = 1;

/** @param {string} file */
function showFile(file) {
  console.log(`    ${line(sizeOf([file]))}   ${file}`);
  const heaviest = Object.entries(bundle[file]?.modules ?? {}).sort((a, b) => b[1] - a[1]);
  for (const [module, bytes] of heaviest.slice(0, 12)) console.log(`    ${String(bytes).padStart(18)}   ${module}`);
}

/** @typedef {{min: number, gzip: number, brotli: number}} Size */

/** @param {string[]} files @returns {Size} */
function sizeOf(files) {
  const size = {min: 0, gzip: 0, brotli: 0};
  for (const file of files) {
    const bytes = readFileSync(new URL(`dist/${file}`, root));
    size.min += bytes.length;
    size.gzip += gzipSync(bytes, {level: 9}).length;
    size.brotli += brotliCompressSync(bytes, {
      params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length},
    }).length;
  }
  return size;
}

/** @param {Size} size */
function line({min, gzip, brotli}) {
  /** @param {number} bytes */
  const kB = (bytes) => `${(bytes / 1000).toFixed(2)} kB`.padStart(10);
  return `min ${kB(min)}   gzip ${kB(gzip)}   brotli ${kB(brotli)}`;
}
