import {builds as bothBuilds} from './builds.js';
import {crashes} from './crash-points.js';
import {nothing, sum} from '../outcome.js';
import type {Outcome} from '../part.js';
import type {Breach} from './ledger.js';
import {BROKE_OFF, live, type Life} from './life.js';
import {ANSWERS, draw, type Script} from './script.js';
import {printed, shrinkScript} from './shrink.js';

/** A share of the simulation. */
export interface Job {
  /** Devices `first`, `first + of`, … */
  first: number;
  devices: number;
  share: number;
  of: number;
  points: 'none' | 'single' | 'pairs';
  /** Ends with the first promise that is broken. */
  once: boolean;
}

export interface Report {
  outcome: Outcome;
  /** Lives in which a step was made to crash. */
  crashes: number;
  requests: number;
  delivered: number;
  faults: [kind: string, count: number][];
  /** Seconds of processor that it took. */
  processor: number;
  /** Devices on which a promise was broken, the first few shrunk. */
  failures: {breaches: Breach[]; script: string[]}[];
}

/** How many failing devices are made smaller. */
const SHRUNK = 3;

async function work({first, devices, share, of, points, once}: Job): Promise<Report> {
  const builds = await bothBuilds();
  const faults = new Map<string, number>();
  const report: Report = {outcome: {...nothing}, crashes: 0, requests: 0, delivered: 0, faults: [], processor: 0, failures: []};

  const judge = async (script: Script, life: Life): Promise<void> => {
    for (const [kind, count] of life.faults) faults.set(kind, (faults.get(kind) ?? 0) + count);
    if (life.breaches.length === 0) return;
    for (const {promise} of life.breaches) report.outcome[promise] += 1;
    if (report.failures.length >= SHRUNK) return;
    const same = life.breaches[0]?.invariant;
    const fails = async (smaller: Script): Promise<boolean> =>
      (await live(smaller, builds)).breaches.some(({invariant, what}) => invariant === same && !what.startsWith(BROKE_OFF));
    const smallest = once ? script : await shrinkScript(script, fails);
    report.failures.push({breaches: (await live(smallest, builds)).breaches.slice(0, 3), script: printed(smallest)});
  };

  for (let device = share; device < devices; device += of) {
    if (once && report.failures.length > 0) break;
    const script = draw(first + device);
    const life = await live(script, builds);
    report.requests += life.requests;
    report.delivered += life.delivered;
    report.outcome.answers += ANSWERS;
    await judge(script, life);
  }
  for (const pairs of points === 'none' ? [] : points === 'pairs' ? [false, true] : [false]) {
    for await (const {script, life} of crashes(builds, {pairs, share, of})) {
      report.crashes++;
      await judge(script, life);
      if (once && report.failures.length > 0) break;
    }
  }
  report.faults = [...faults];
  const happened = report.faults.reduce((total, [, count]) => total + count, 0);
  const {user, system} = process.cpuUsage();
  report.processor = (user + system) / 1e6;
  return {...report, outcome: sum([report.outcome, {...nothing, faults: happened}])};
}

// Errors are the daily bread here; what they remember of the stack costs a tenth of the time.
Error.stackTraceLimit = 0;
process.once('message', (job: Job) => {
  work(job).then(
    (report) => process.send?.(report, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
