import {fork} from 'node:child_process';
import {hire} from '../simulation/index.js';
import type {Run} from './bug.js';
import type {Copy} from './copy.js';

const execArgv = ['--import', 'tsx', '--conditions=ppgp-source'];
/** A quarter of so many devices, and of the crash points: enough for each of the bugs, whatever the seed. */
const DEVICES = 160;

async function simulation(copy: Copy, seed: number): Promise<string[]> {
  const job = {first: seed, devices: DEVICES, share: 0, of: 4, points: 'single', once: true} as const;
  const {failures} = await hire(job, copy.file('testing/src/torture/simulation/worker.ts'));
  return failures.flatMap(({breaches}) => breaches.map(({invariant, what}) => `${invariant}: ${what}`));
}

/** Runs a file of the copy, which sends what it finds broken. */
function run(copy: Copy, file: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = fork(copy.file(`testing/src/torture/planted/${file}`), {execArgv});
    let broken: string[] | undefined;
    child.once('message', (message) => (broken = message as string[]));
    child.once('error', reject);
    child.once('close', (code) => (broken ? resolve(broken) : reject(new Error(`${file} ended with ${code} and no word.`))));
  });
}

/** What each run finds broken in a copy; nothing in one without a bug. */
export const runs: Record<Run, (copy: Copy, seed: number) => Promise<string[]>> = {
  simulation,
  page: (copy) => run(copy, 'page-run.kit.ts'),
  store: (copy) => run(copy, 'store-run.kit.ts'),
  server: (copy) => run(copy, 'server-run.kit.ts'),
};
