// @ts-check
/**
 * All checks and tests: `node scripts/test.mjs`, or one part of them, with files or without:
 * `node scripts/test.mjs static|unit|golden|nodes|build|release|browser|e2e|torture [files…]`. `ENGINES=chromium,firefox` limits the browsers.
 *
 * It goes on after a failure, says how long each step took, and ends with `N passed, N failed, N skipped`: each static check counts
 * as one test. The exit code is 1 when anything failed.
 */
import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {check, closingLine, counted, failedOnce, nodeTests, sum} from './test/counts.mjs';
import {otherNodes} from './test/other-nodes.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** They need a browser: the test runner takes them. */
const inBrowser = ['browser-store', 'elements'];
/** Today's code reads what each release stored and sent. */
const golden = 'packages/testing/golden/golden.test.ts';
const tool = {
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  litAnalyzer: 'node_modules/lit-analyzer/cli.js',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

/** @typedef {{name: string, part: string, run: (files: string[]) => Promise<import('./test/counts.mjs').Counts>}} Step */
/** @type {Step[]} */
const steps = [
  {name: 'format', part: 'static', run: () => check(tool.prettier, ['--check', '--log-level=warn', '.'])},
  {name: 'graph', part: 'static', run: () => check('scripts/graph.mjs')},
  {name: 'links', part: 'static', run: () => check('scripts/links.mjs')},
  {name: 'failure modes', part: 'static', run: () => check('scripts/modes.mjs')},
  {name: 'types: packages', part: 'static', run: () => check(tool.tsc, ['-b', 'packages'])},
  {name: 'types: tests and scripts', part: 'static', run: () => check(tool.tsc, ['-p', '.'])},
  {name: 'lint', part: 'static', run: () => check(tool.eslint, ['.', '--max-warnings=0'])},
  {name: 'templates', part: 'static', run: () => check(tool.litAnalyzer, ['packages/elements/src/**/*.ts', '--strict', '--quiet'])},
  {name: 'unit', part: 'unit', run: (files) => nodeTests(files.length ? files : unitTests(), ['--test-concurrency=2'])},
  {name: 'golden files', part: 'golden', run: () => nodeTests([golden])},
  {name: 'other Nodes', part: 'nodes', run: (files) => otherNodes(files.length ? files : nearNode())},
  {name: 'build', part: 'build', run: () => check('scripts/build.mjs')},
  {name: 'size', part: 'build', run: () => check('scripts/size.mjs')},
  {
    name: 'what is built',
    part: 'build',
    run: () => nodeTests(['scripts/build/inventory.test.mjs', 'scripts/build/editors/editors.test.mjs', 'scripts/build/blocked.test.mjs']),
  },
  {name: 'packed packages', part: 'release', run: () => packed()},
  {
    name: 'browser',
    part: 'browser',
    run: (files) => counted(() => [tool.wtr, ...(files.length ? ['--files', ...files] : [])]),
  },
  {name: 'end to end', part: 'e2e', run: (files) => endToEnd(files.length ? files : endToEndTests())},
  {name: 'torture', part: 'torture', run: () => torture()},
];

const [part, ...files] = process.argv.slice(2);
const chosen = steps.filter((step) => part === undefined || step.part === part);
if (!chosen.length) {
  console.error(`No part is called ${part}: ${[...new Set(steps.map((step) => step.part))].join(', ')}`);
  process.exit(2);
}

/** @type {{name: string, counts: import('./test/counts.mjs').Counts, seconds: number}[]} */
const done = [];
/** @param {Step} step */
async function take(step) {
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const counts = await step.run(files);
  done.push({name: step.name, counts, seconds: (Date.now() - started) / 1000});
}

// What only reads goes two at a time, once the types are there.
const reads = chosen.filter(({part}) => part === 'static');
const first = reads.filter(({name}) => name === 'types: packages');
const rest = reads.filter((step) => !first.includes(step));
for (const step of first) await take(step);
const lane = async () => {
  for (let step = rest.shift(); step; step = rest.shift()) await take(step);
};
await Promise.all([lane(), lane()]);
for (const step of chosen) if (!reads.includes(step)) await take(step);

console.log();
for (const {name, counts, seconds} of done) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name.padEnd(26)} ${closingLine(counts)}`);
const total = sum(done.map(({counts}) => counts));
if (total.failed) process.exitCode = 1;
console.log(closingLine(total));

/** They use `dist/`, as a page does. @param {string[]} tests */
async function endToEnd(tests) {
  const built = await check('scripts/build.mjs');
  if (built.failed) return failedOnce;
  return nodeTests(tests, ['--test-concurrency=2', '--test-timeout=600000']);
}

/** What leans most on Node itself: files, sockets, processes, SQLite, hashes. The rules above them are the same JavaScript anywhere. */
function nearNode() {
  const files = packages((name) => ['collector', 'protocol'].includes(name), 'src', '.test.ts');
  const near = /protocol|(main|serve|settings|json-body|hostile-connection|hard-input|import-command|routes\/answers|sqlite-store)\.test/;
  return [...files.filter((file) => near.test(file)), golden];
}

/** Always the same seed, so that what fails can be run again; real browsers at a tenth of their share, beside all the other tests. */
function torture() {
  process.env['TORTURE_BROWSERS'] ??= 'small';
  return check('scripts/torture.mjs', ['--level', '0', '--seed', '20261122']);
}

/** The tarballs as they would be published. */
async function packed() {
  const made = await check('scripts/release/pack.mjs');
  if (made.failed) return failedOnce;
  return nodeTests(['scripts/release/packages.test.mjs']);
}

function unitTests() {
  return [...packages((name) => !inBrowser.includes(name), 'src', '.test.ts'), 'bench/pages.test.mjs', 'scripts/test/counts.test.mjs'];
}

function endToEndTests() {
  return packages((name) => name === 'testing', 'e2e', '.e2e.ts');
}

/** @param {(name: string) => boolean} wanted @param {string} folder @param {string} ending */
function packages(wanted, folder, ending) {
  return readdirSync('packages')
    .filter((name) => wanted(name) && existsSync(`packages/${name}/${folder}`))
    .flatMap((name) => {
      const inside = /** @type {string[]} */ (readdirSync(`packages/${name}/${folder}`, {recursive: true}));
      return inside.filter((file) => file.endsWith(ending)).map((file) => `packages/${name}/${folder}/${file}`);
    })
    .sort();
}
