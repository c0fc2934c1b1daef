import {fork, spawn} from 'node:child_process';
import {hire} from '../simulation/index.js';
import type {Run} from './bug.js';
import type {Copy} from './copy.js';

const execArgv = ['--import', 'tsx', '--conditions=ppgp-source'];
/** A simulated device needs no more to meet each kind of fault. */
const DEVICES = 120;

async function simulation(copy: Copy, seed: number): Promise<string[]> {
  const job = {first: seed, devices: DEVICES, share: 0, of: 1, points: 'single', once: true} as const;
  const {failures} = await hire(job, copy.file('testing/src/torture/simulation/worker.ts'));
  return failures.flatMap(({breaches}) => breaches.map(({invariant, what}) => `${invariant}: ${what}`));
}

function page(copy: Copy): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = fork(copy.file('testing/src/torture/planted/page-run.ts'), {execArgv});
    let broken: string[] | undefined;
    child.once('message', (message) => (broken = message as string[]));
    child.once('error', reject);
    child.once('close', (code) => (broken ? resolve(broken) : reject(new Error(`The page ended with ${code} and no word.`))));
  });
}

/** The part `server` of the copy, made small. Only a promise that it found broken counts, not that it could not run. */
function server(copy: Copy, seed: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const main = copy.file('testing/src/torture/main.ts').pathname;
    const child = spawn(process.execPath, [...execArgv, main, '--part', 'server', '--seed', String(seed)], {
      env: {...process.env, TORTURE_SMALL: '1'},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      const counts = [...(/^answers \d+, faults \d+, (.+)$/m.exec(output)?.[1]?.split(', ') ?? [])].filter(
        (count) => !count.endsWith(' 0'),
      );
      if (code === 0 || counts.length > 0) resolve(counts);
      else reject(new Error(`The part server could not run: ${output}`));
    });
  });
}

/** What each run finds broken in a copy; nothing in one without a bug. */
export const runs: Record<Run, (copy: Copy, seed: number) => Promise<string[]>> = {simulation, page, server};
