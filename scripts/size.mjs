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

/** Brotli kB. What may not be exceeded today is above the goals of 24 and 30 all in: decision 6. @type {Record<string, {paint: number, all: number}>} */
const budgets = {
  'flyer-feedback.js': {paint: 16, all: 31.1},
  'needs-plateau.js': {paint: 32, all: 32},
  'pemat-grid.js': {paint: 34, all: 34},
  'ppgp-survey.js': {paint: 38.5, all: 38.5},
};

/** Brotli kB of the chunk with the outbox, its store and the hash. */
const OUTBOX = 7;

/** Fetched later by some pages only, by the module that is imported; everything else counts as "all in". */
const optional = {
  'packages/elements/src/define/': 'the loader fetches the tags that stand on the page',
  'packages/elements/src/internal/questionnaire/restore.ts': 'answers that the host page gives are fitted to the questionnaire',
  'packages/elements/src/internal/controllers/foreign-definition.ts': 'a definition loaded by src is validated first',
  'packages/elements/src/internal/questionnaire/configured.ts': 'what only such a definition can need',
  'packages/schema/src/validate/': 'a ready-made definition was validated when it was built',
  'packages/outbox/src/manage.ts': 'only for the panel of what waits',
  'packages/browser-store/src/move.ts': 'only where a damaged database was set aside',
  'packages/outbox/src/browser/sha256.ts': 'hashing where the browser has none: plain HTTP',
  'packages/elements/src/internal/controllers/draft-controller.ts': 'only where a page asks for drafts',
  'packages/outbox/src/drafts.ts': 'only on a device that keeps unfinished answers',
  'packages/elements/src/internal/kiosk/kiosk-controller.ts': 'only on a screen that people share',
  'packages/elements/src/internal/kiosk/staff/': 'only when the staff open their panel',
  'packages/elements/src/needs-plateau/drag-piles.ts': 'an extra, only where there are piles: the buttons do the same',
  'packages/elements/src/needs-plateau/qr-code.ts': 'only when a code is asked for',
  'packages/elements/src/pemat-grid/group.ts': 'only where ratings are compared, exported, removed, or the grid is printed empty',
  'packages/elements/src/pemat-grid/beside/': 'only where a document is opened beside the grid; PDF.js only for a PDF',
  'packages/elements/src/questions/more-kinds.ts': 'only for a questionnaire that ranks, counts, dates or asks for consent',
  'packages/instruments/src/': 'a ready-made instrument that is not the default of its tag; figures of a campaign that names one',
};

const root = new URL('..', import.meta.url);
/** @type {import('./build/bundle-report.mjs').Bundle} */
const bundle = JSON.parse(readFileSync(new URL('.cache/bundle.json', root), 'utf8'));
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

/** The chunks and all that they import, which the browser fetches with them. @param {string[]} files */
function withImports(files) {
  const found = new Set(files);
  for (const file of found) bundle[file]?.imports.forEach((next) => found.add(next));
  return [...found];
}

/** @param {string} entry */
function allIn(entry) {
  const found = new Set(withImports([entry]));
  for (const file of found) {
    const later = bundle[file]?.dynamicImports.filter((next) => !isOptional(bundle[next])) ?? [];
    withImports(later).forEach((next) => found.add(next));
  }
  return [...found];
}

/** A chunk of several modules has no one module that it was asked for by. @param {import('./build/bundle-report.mjs').Chunk | undefined} chunk */
function isOptional(chunk) {
  const modules = chunk?.facade ? [chunk.facade] : Object.keys(chunk?.modules ?? {});
  return modules.some((module) => Object.keys(optional).some((path) => module.startsWith(path)));
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
