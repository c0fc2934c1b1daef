// @ts-check
/**
 * `npm run bench -- --collector --million`: a campaign of twenty questions with a million answers. They are written through the store
 * itself; then the built collector is started on them, asked for its figures, and sent more over HTTP.
 */
import {performance} from 'node:perf_hooks';
import {readFileSync} from 'node:fs';
import {openStore} from '../../packages/collector/dist/index.js';
import {median} from '../figures.mjs';
import {CAMPAIGN, anItem, bodies, campaign} from './answers.mjs';
import {fullLoad} from './load.mjs';

const MILLION = 1_000_000;
/** In one transaction: the larger, the fewer times SQLite writes the same pages; PostgreSQL gives a statement only so much time. */
const AT_ONCE = {sqlite: 50_000, postgres: 10_000};
/** Sent over HTTP in the end, in requests of 50, so many at a time. */
const MORE = 1_000_000;
const STEP = 50_000;
const READS = 21;

/** Megabytes in memory, on Linux. @param {number} pid */
const memory = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024);

/** @param {import('../../packages/collector/src/store/open-store.js').StorePlace} place */
async function fill(place) {
  const store = await openStore(place);
  const definition = /** @type {import('@ppgp/schema').Questionnaire} */ (campaign.definition);
  await store.register(/** @type {import('@ppgp/schema').Campaign} */ (campaign), definition, '2026-11-21');
  const atOnce = AT_ONCE[place.database === undefined ? 'sqlite' : 'postgres'];
  for (let stored = 0; stored < MILLION; stored += atOnce) {
    const answers = Array.from({length: atOnce}, anItem).map((item) => ({
      ...item,
      received: item.day,
      payload: Buffer.from(item.payload),
    }));
    await store.keep(answers);
    if ((stored + atOnce) % 100_000 === 0) console.error(`${stored + atOnce} filled in`);
  }
  await store.close();
}

/** @template T @param {() => Promise<T>} work @returns {Promise<[ms: number, T]>} */
async function timed(work) {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

/**
 * @param {import('../../packages/collector/src/store/open-store.js').StorePlace} place
 * @param {() => Promise<{url: string, pid: number, startedIn: number, command: (words: object) => Promise<string>, end: () => Promise<void>}>} start
 */
export async function measureMillion(place, start) {
  const [filling] = await timed(() => fill(place));
  const running = await start();
  const token = (await running.command({name: 'token create', campaign: CAMPAIGN, role: 'results'})).trim().split(/\s+/).at(-1) ?? '';
  const read = async () => {
    const response = await fetch(`${running.url}/v1/campaigns/${CAMPAIGN}/results`, {headers: {Authorization: `Bearer ${token}`}});
    return /** @type {{received: number}} */ (await response.json()).received;
  };
  const atStart = memory(running.pid);
  const [counting, received] = await timed(read);
  const counted = memory(running.pid);
  const warm = [];
  for (let turn = 0; turn < READS; turn += 1) warm.push((await timed(read))[0]);
  const before = memory(running.pid);
  /** @type {number[]} */
  const during = [];
  for (let sent = 0; sent < MORE; sent += STEP) {
    await fullLoad(running.url, bodies(STEP, 50));
    during.push(memory(running.pid));
  }
  const quarters = [0.25, 0.5, 0.75, 1].map((part) => during[part * during.length - 1]);
  const [next, total] = await timed(read);
  await running.end();
  if (received !== MILLION || total !== MILLION + MORE) throw new Error(`counted ${received}, then ${total}`);
  return [
    ['filled in', `${(filling / 1000).toFixed(0)} s`],
    ['started in', `${running.startedIn.toFixed(0)} ms`],
    ['figures, the first time', `${(counting / 1000).toFixed(1)} s`],
    ['figures, warm (median)', `${median(warm).toFixed(1)} ms`],
    [`figures after ${MORE.toLocaleString('en')} more`, `${next.toFixed(0)} ms`],
    ['memory at the start', `${atStart} MB`],
    ['memory, counted', `${counted} MB`],
    [`memory before, and after each quarter of ${MORE.toLocaleString('en')} more`, `${[before, ...quarters].join(', ')} MB`],
  ];
}
