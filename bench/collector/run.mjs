// @ts-check
/**
 * `npm run bench -- --collector`: answers a second that the built collector accepts over HTTP and has on disk, beside a bare insert
 * loop on the same driver in the same rounds; the 99th percentile at half of that load; with `--million`, memory while a million
 * answers come in, and how long the next start takes. Run with tsx, for the server of the tests. Docs: `docs/scaling.md`.
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

const main = fileURLToPath(new URL('../../packages/collector/dist/main.js', import.meta.url));
const isQuick = process.argv.includes('--quick');
const ROUNDS = isQuick ? 2 : 5;
/** Answers in a round. */
const COUNT = isQuick ? {1: 800, 50: 5000} : {1: 4000, 50: 20_000};
const MILLION = 1_000_000;

const folder = mkdtempSync(join(tmpdir(), 'ppgp-bench-'));
const postgres = findPostgres() === undefined ? undefined : await startPostgres();
if (postgres === undefined) console.error(`SKIPPED ${missingPostgres}`);

/** @typedef {{url: string, pid: number, startedIn: number, end: () => Promise<void>}} Running */

/** @param {string} data @param {string} database @returns {Promise<Running>} */
async function startCollector(data, database) {
  const started = performance.now();
  const env = {...process.env, NODE_OPTIONS: '', PORT: '0', HOST: '127.0.0.1', PPGP_DATA: data, DATABASE_URL: database};
  const child = spawn(process.execPath, [main], {env, stdio: ['ignore', 'pipe', 'inherit']});
  const [line] = await once(createInterface(child.stdout), 'line');
  const url = /^ready (\S+)\/$/.exec(String(line))?.[1] ?? '';
  const startedIn = performance.now() - started;
  const {key} = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8'));
  await fetch(`${url}/_cli`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${key}`},
    body: JSON.stringify({name: 'campaign put', text: JSON.stringify(campaign)}),
  });
  const end = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return {url, pid: child.pid ?? 0, startedIn, end};
}

/** Megabytes in memory, on Linux. @param {number} pid */
const memory = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024);

/** @param {string} name @param {string} database @param {(count: number, size: number) => Promise<number>} bare */
async function measure(name, database, bare) {
  const data = join(folder, name);
  const running = await startCollector(data, database);
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
  if (process.argv.includes('--million')) {
    for (let stored = 0; stored < MILLION; stored += MILLION / 10) {
      await fullLoad(running.url, bodies(MILLION / 10, 50));
      console.log(`${name}: ${stored + MILLION / 10} answers more, ${memory(running.pid)} MB in memory`);
    }
  }
  await running.end();
  const again = await startCollector(data, database);
  console.log(`${name}: started again in ${again.startedIn.toFixed(0)} ms`);
  await again.end();
  return lines;
}

try {
  const rows = await measure('SQLite', '', (count, size) => bareSqlite(join(folder, 'bare.db'), count, size));
  if (postgres !== undefined) {
    const url = postgres.database();
    rows.push(...(await measure('PostgreSQL', url, (count, size) => barePostgres(url, count, size))));
  }
  console.log(`\n${table([['store', 'in a request', 'answers/s', 'bare loop', 'ratio', 'p99 at half load, ms'], ...rows])}`);
} finally {
  await postgres?.close();
  rmSync(folder, {recursive: true, force: true});
}
