// @ts-check
/**
 * `npm run bench`: four pages with the same questions (a plain form, a bare Lit form, SurveyJS, `<ppgp-survey>` as built), compared in
 * one run in Chromium with the processor slowed down four times. Everything printed is a ratio; JSON goes to
 * `bench/results/latest.json`. `--quick`: three rounds instead of nine, and no size between; `--rounds N`. What it means: `docs/benchmark.md`.
 *
 * `--outbox`: how long keeping an answer takes instead, and what waiting ones cost.
 *
 * `--grid`: a tick of the grid against a plain radio button, and how long a large dossier takes to open.
 *
 * `--plateau`: a touch of a picture of the board against a plain button.
 *
 * `--results`: 400 questions' figures against a plain table of the same numbers.
 *
 * `--collector`: what the collector accepts in a second instead (`docs/scaling.md`).
 *
 * A missed target is said and no failure. A failure is a page that does not ask what the others ask, or that does not answer a tap.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {launch} from 'puppeteer-core';
import {benchGrid} from '../bench/grid/run.mjs';
import {benchOutbox} from '../bench/outbox/run.mjs';
import {benchPlateau} from '../bench/plateau/run.mjs';
import {prepareLit, prepareSurveyJs, SURVEYJS} from '../bench/prepare.mjs';
import {printed, report} from '../bench/report.mjs';
import {benchResults} from '../bench/restitution/run.mjs';
import {runRounds} from '../bench/run.mjs';
import {serveBench} from '../bench/server.mjs';
import {CPU_SLOWDOWN} from '../bench/visit.mjs';
import {findChromium, missingEngine} from '../packages/testing/src/browsers/engines.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

if (process.argv.includes('--collector')) {
  const run = ['--import', 'tsx', 'bench/collector/run.mjs', ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, run, {stdio: 'inherit'}).status ?? 1);
}
const executablePath = findChromium();
if (!executablePath) {
  console.error(missingEngine('chromium'));
  process.exit(1);
}
const args = [...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage'];
const part = Object.entries({outbox: benchOutbox, grid: benchGrid, plateau: benchPlateau, results: benchResults}).find(([name]) =>
  process.argv.includes(`--${name}`),
);
if (part) {
  const [, bench] = part;
  const browser = await launch({executablePath, args, protocolTimeout: 300_000});
  await bench(browser, (line) => console.log(line)).finally(() => browser.close());
  process.exit();
}
const isQuick = process.argv.includes('--quick');
const asked = Number(process.argv[process.argv.indexOf('--rounds') + 1]);
const rounds = process.argv.includes('--rounds') && asked >= 2 ? asked : isQuick ? 3 : 9;
/** @type {import('../bench/pages.mjs').Name[]} */
const names = prepareSurveyJs() ? ['plain', 'lit', 'surveyjs', 'ppgp'] : ['plain', 'lit', 'ppgp'];
await prepareLit();

const server = await serveBench();
const browser = await launch({executablePath, args});
try {
  const plan = {sizes: isQuick ? [25, 400] : [25, 100, 400], names, rounds};
  const visits = await runRounds(browser, server.url, {...plan, say: (line) => console.error(line)});
  const figures = report(visits, plan);
  const about = {
    day: new Date().toISOString().slice(0, 10),
    browser: await browser.version(),
    node: process.versions.node,
    cpuSlowdown: CPU_SLOWDOWN,
    surveyjs: SURVEYJS,
  };
  mkdirSync('bench/results', {recursive: true});
  writeFileSync('bench/results/latest.json', `${JSON.stringify({...about, ...figures}, null, 2)}\n`);
  console.log(
    `${about.browser}, processor ÷ ${CPU_SLOWDOWN}, ${figures.rounds} rounds; medians, and between which half of the rounds lie\n`,
  );
  console.log(printed(figures, names));
} finally {
  await browser.close();
  server.close();
}
