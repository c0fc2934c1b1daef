import {findWebKit, hasEngine, missingEngine, wantedEngines, type Engine} from '../../browsers/engines.mjs';
import {killTree} from '../../browsers/tied-process.js';
import {startXvfb} from '../../browsers/xvfb.js';
import {sum} from '../outcome.js';
import type {Outcome, Part} from '../part.js';
import {bundledPage} from './bundle.js';
import {hasCompiler} from './power.js';
import {torment} from './torment.js';

type Size = Record<Engine, [answers: number, kills: number]>;

/** By level. Kills end a visit each; power cuts come on top, where there is a C compiler. */
const SIZES: Record<0 | 1 | 2, {kills: Size; cuts?: Size}> = {
  0: {kills: {firefox: [500, 30], webkit: [500, 30], chromium: [500, 30]}},
  1: {
    kills: {firefox: [6_000, 150], webkit: [6_000, 150], chromium: [12_000, 300]},
    cuts: {firefox: [800, 80], webkit: [400, 40], chromium: [800, 80]},
  },
  2: {
    kills: {firefox: [25_000, 1_250], webkit: [25_000, 1_250], chromium: [50_000, 2_500]},
    cuts: {firefox: [3_000, 300], webkit: [3_000, 300], chromium: [3_000, 300]},
  },
};
/** `TORTURE_BROWSERS=small`: for a run that shares the machine with other tests. */
const SMALL: Size = {firefox: [50, 3], webkit: [50, 3], chromium: [50, 3]};
const AT_A_TIME = 2;

/**
 * Real browsers before the real collector. Pages tell a recorder outside of them what they are about to save, what was called saved
 * and what was called sent; browsers are killed in the middle of it, tab by tab harmed, and the network between is a faulty one. In the
 * end all faults are off, what waits is sent, and the store, read by a process of its own, is compared with the record. The lines that
 * it prints name the failure modes of docs/failure-modes.md that came about. The answers themselves are modes 57 and 68, the reading of
 * the collector's log is mode 79, sending again what was sent long ago is mode 61.
 */
export const browsers: Part = async ({level, seed, say}) => {
  const wanted = new Set(wantedEngines());
  const engines = (['firefox', 'webkit', 'chromium'] as const).filter((engine) => wanted.has(engine));
  const missing = engines.filter((engine) => !hasEngine(engine));
  for (const engine of missing) {
    if (process.env['CI']) throw new Error(missingEngine(engine));
    say(`SKIPPED ${missingEngine(engine)}`);
  }
  const scripts = await bundledPage();
  const {kills: whole, cuts} = SIZES[level];
  const kills = process.env['TORTURE_BROWSERS'] === 'small' ? SMALL : whole;
  const present = engines.filter((engine) => !missing.includes(engine));
  const rounds = [{size: kills, isUnplugged: false}];
  if (cuts && hasCompiler()) rounds.push({size: cuts, isUnplugged: true});
  else if (cuts && process.env['CI']) throw new Error('Power cuts need a C compiler: apt-get install gcc libc6-dev');
  else if (cuts) say('SKIPPED power cuts: they need a C compiler (cc)');
  const waiting = rounds.flatMap((round) => present.map((engine) => ({...round, engine})));

  const outcomes: Outcome[] = [];
  const lane = async (display: string | undefined): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const {engine, size, isUnplugged} = next;
      const [answers, visits] = size[engine];
      const run = seed * 10 + engines.indexOf(engine) + (isUnplugged ? engines.length : 0);
      outcomes.push(await torment({engine, run, answers, kills: visits, scripts, display, isUnplugged, say}));
    }
  };
  const xvfb = findWebKit()?.xvfb;
  const screen = xvfb === undefined ? undefined : await startXvfb(xvfb);
  try {
    await Promise.all(Array.from({length: AT_A_TIME}, () => lane(screen?.display)));
  } finally {
    if (screen) await killTree(screen.child);
  }
  return sum(outcomes);
};
