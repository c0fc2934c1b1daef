import {fork} from 'node:child_process';
import {sum} from '../outcome.js';
import type {Part} from '../part.js';
import type {Job, Report} from './worker.js';

/** Devices with 50 answers each, by level. */
const DEVICES = [2_000, 20_000, 200_000];
const WORKERS = 2;
/** How many requests an answer may take on average, with all those faults (I9), and from how many devices on there is an average. */
const MOST_REQUESTS = 3;
const MANY = 100;

/** Does one share of the work in a process of its own. `worker`: the file, here or in a copy of the packages. */
export function hire(job: Job, worker = new URL('./worker.ts', import.meta.url)): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(worker, {execArgv: ['--import', 'tsx', '--conditions=ppgp-source', '--max-semi-space-size=64']});
    let report: Report | undefined;
    child.once('message', (message) => (report = message as Report));
    child.once('error', reject);
    child.once('close', (code) => (report ? resolve(report) : reject(new Error(`A worker ended with ${code} and no report.`))));
    child.send(job);
  });
}

const count = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});

/**
 * Devices that live through whatever their seed draws: three pages, two builds of the library, a clock that jumps, a disk and a network
 * that fail in every way of the catalogue; then every single crash point, from level 1 every ordered pair.
 * `TORTURE_DEVICES=1` lives through the device of the seed alone.
 */
export const simulation: Part = async ({level, seed, say}) => {
  const asked = Number(process.env['TORTURE_DEVICES']);
  const devices = asked || (DEVICES[level] ?? 0);
  const points = asked ? 'none' : level === 0 ? 'single' : 'pairs';
  const shares = Array.from({length: Math.min(WORKERS, devices)}, (_, share) => share);
  const jobs = shares.map((share): Job => ({first: seed, devices, share, of: shares.length, points, once: false}));
  const reports = await Promise.all(jobs.map((job) => hire(job)));

  const faults = new Map<string, number>();
  for (const [kind, times] of reports.flatMap((report) => report.faults)) faults.set(kind, (faults.get(kind) ?? 0) + times);
  const add = (of: (report: Report) => number): number => reports.reduce((all, report) => all + of(report), 0);
  const total = (of: (report: Report) => number): string => count.format(add(of));
  const crashes = total((report) => report.crashes);
  say(`${count.format(devices)} devices from seed ${seed}; faults of ${faults.size} kinds; ${crashes} crash points`);
  const [requests, delivered] = [total((report) => report.requests), total((report) => report.delivered)];
  say(`${requests} requests for ${delivered} answers that arrived; ${total((report) => report.processor)} s of processor`);
  if (level > 0) for (const [kind, times] of [...faults].sort((one, other) => other[1] - one[1])) say(`  ${times} × ${kind}`);
  for (const {breaches, script} of reports.flatMap(({failures}) => failures)) {
    for (const {promise, invariant, what} of breaches) say(`BROKEN ${promise} (${invariant}): ${what}`);
    for (const line of script) say(`    ${line}`);
  }
  const outcome = sum(reports.map((report) => report.outcome));
  const perAnswer = add((report) => report.requests) / add((report) => report.delivered);
  // Few devices are no average.
  if (devices >= MANY && perAnswer > MOST_REQUESTS) {
    say(`BROKEN altered (I9): ${perAnswer.toFixed(1)} requests for each answer that arrived`);
    outcome.altered += 1;
  }
  return outcome;
};
