// @ts-check
/**
 * `npm run bench -- --collector`: answers a second that the built collector accepts over HTTP and has on disk, beside a bare insert
 * loop on the same driver in the same rounds; the 99th percentile at half of that load. With `--million` instead, what a million stored
 * answers cost. `--store sqlite` or `--store postgres`: that one alone. Run with tsx, for the server of the tests. Docs: `docs/scaling.md`.
 */
import {performance} from 'node:perf_hooks';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {findPostgres, missingPostgres, startPostgres} from '../../packages/testing/src/postgres/postgres-server.js';
import {median, ratioOf, said, table} from '../figures.mjs';
import {bodies, campaign} from './answers.mjs';
import {barePostgres, bareSqlite} from './bare.mjs';
import {fullLoad, pacedLoad} from './load.mjs';
import {measureMillion} from './million.mjs';

const main = fileURLToPath(new URL('../../packages/collector/dist/main.js', import.meta.url));
const isQuick = process.argv.includes('--quick');
const ROUNDS = isQuick ? 2 : 5;
/** Answers in a round. */
const COUNT = isQuick ? {1: 800, 50: 5000} : {1: 4000, 50: 20_000};
const only = process.argv[process.argv.indexOf('--store') + 1];
/** @param {string} store */
const isAsked = (store) => !process.argv.includes('--store') || store === only;

const folder = mkdtempSync(join(tmpdir(), 'ppgp-bench-'));
const postgres = findPostgres() === undefined || !isAsked('postgres') ? undefined : await startPostgres();
if (postgres === undefined && isAsked('postgres')) console.error(`SKIPPED ${missingPostgres}`);

/** @typedef {{url: string, pid: number, startedIn: number, command: (words: object) => Promise<string>, end: () => Promise<void>}} Running */

/** @param {string} data @param {string} database @returns {Promise<Running>} */
async function startCollector(data, database) {
  const started = performance.now();
  const env = {...process.env, NODE_OPTIONS: '', PORT: '0', HOST: '127.0.0.1', PPGP_DATA: data, DATABASE_URL: database};
  const child = spawn(process.execPath, [main], {env, stdio: ['ignore', 'pipe', 'inherit']});
  const [line] = await once(createInterface(child.stdout), 'line');
  const url = /^ready (\S+)\/$/.exec(String(line))?.[1] ?? '';
  const startedIn = performance.now() - started;
  const {key} = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8'));
  /** @param {object} words */
  const command = async (words) => {
    const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${key}`};
    const response = await fetch(`${url}/_cli`, {method: 'POST', headers, body: JSON.stringify(words)});
    return /** @type {{output: string}} */ (await response.json()).output;
  };
  const end = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return {url, pid: child.pid ?? 0, startedIn, command, end};
}

/** @param {string} name @param {string} database @param {(count: number, size: number) => Promise<number>} bare */
async function measure(name, database, bare) {
  const data = join(folder, name);
  const running = await startCollector(data, database);
  await running.command({name: 'campaign put', text: JSON.stringify(campaign)});
  const lines = [];
  for (const size of /** @type {const} */ ([1, 50])) {
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const theirs = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ready = bodies(COUNT[size], size);
      const mine = await fullLoad(running.url, ready);
      const loop = await bare(COUNT[size], size);
      if (round > 0) (ours.push(mine), theirs.push(loop));
    }
    const pace = median(ours) / size / 2;
    const p99 = await pacedLoad(running.url, bodies(Math.ceil(pace * 3) * size, size), pace);
    lines.push([name, String(size), median(ours).toFixed(0), median(theirs).toFixed(0), said(ratioOf(ours, theirs)), p99.toFixed(1)]);
  }
  await running.end();
  return lines;
}

/** @param {string} name @param {string} database */
async function million(name, database) {
  const data = join(folder, name);
  const rows = await measureMillion({data, ...(database === '' ? {} : {database})}, () => startCollector(data, database));
  console.log(`\n${table([[name, ''], ...rows])}`);
}

try {
  if (process.argv.includes('--million')) {
    if (isAsked('sqlite')) await million('SQLite', '');
    if (postgres !== undefined) await million('PostgreSQL', postgres.database());
  } else {
    const rows = isAsked('sqlite') ? await measure('SQLite', '', (count, size) => bareSqlite(join(folder, 'bare.db'), count, size)) : [];
    if (postgres !== undefined) {
      const url = postgres.database();
      rows.push(...(await measure('PostgreSQL', url, (count, size) => barePostgres(url, count, size))));
    }
    console.log(`\n${table([['store', 'in a request', 'answers/s', 'bare loop', 'ratio', 'p99 at half load, ms'], ...rows])}`);
  }
} finally {
  await postgres?.close();
  rmSync(folder, {recursive: true, force: true});
}
