// @ts-check
/**
 * The table of docs/failure-modes.md against the tests. A test proves a mode when its title says `(mode N)` or `(modes N, M)`.
 * `--draw` writes the last column from those titles.
 *
 * A failure means that the column is out of date, that a test names a mode that the table has not, or that a row has no test and no
 * reason (later …, not ours …, as …) either.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const page = 'docs/failure-modes.md';
const row = /^\| (\d+) \| (.*?) \| (.*?) \| (.*?) ?\|$/gm;
const title = /\(modes? (\d+(?:, \d+)*)\)/g;

/** @type {Map<number, Set<string>>} */
const proofs = new Map();
for (const folder of ['packages', 'scripts', 'bench', 'examples']) {
  const inside = /** @type {string[]} */ (readdirSync(folder, {recursive: true}));
  for (const file of inside.map((name) => `${folder}/${name}`)) {
    if (/node_modules|\/dist\//.test(file) || !/\.(test|suite|e2e)\.m?ts$|\.test\.mjs$/.test(file)) continue;
    for (const [, numbers = ''] of readFileSync(file, 'utf8').matchAll(title)) {
      for (const number of numbers.split(', ').map(Number)) proofs.set(number, (proofs.get(number) ?? new Set()).add(file));
    }
  }
}

/** @type {string[]} */
const faults = [];
const written = readFileSync(page, 'utf8');
const known = new Set();
const drawn = written.replace(row, (_line, number, what, we, last) => {
  known.add(Number(number));
  const files = [...(proofs.get(Number(number)) ?? [])].sort();
  const links = files.map((file) => `[${basename(file).replace(/\.m?[jt]s$/, '')}](../${file})`).join(', ');
  const reason = /^(later:|not ours|as \d)/.test(last);
  if (!files.length && !reason) faults.push(`${page}: mode ${number} (${what}) has no test and no reason`);
  return `| ${number} | ${what} | ${we} | ${links || (reason ? last : '–')} |`;
});
for (const number of proofs.keys())
  if (!known.has(number)) faults.push(`mode ${number} is not in ${page}: ${[...(proofs.get(number) ?? [])]}`);

if (process.argv.includes('--draw')) writeFileSync(page, drawn);
else if (drawn !== written) faults.push(`${page}: its last column is not what the tests say; write it anew with: npm run modes -- --draw`);
for (const fault of faults) console.error(fault);
console.log(`modes: ${known.size}, ${proofs.size} with a test, ${faults.length} wrong`);
if (faults.length) process.exitCode = 1;
