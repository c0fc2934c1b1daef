import {hasEngine, missingEngine, wantedEngines} from '../../browsers/engines.mjs';
import {findWebKit} from '../../browsers/engines.mjs';
import {killTree} from '../../browsers/tied-process.js';
import {startXvfb} from '../../browsers/xvfb.js';
import {sum} from '../outcome.js';
import type {Outcome, Part} from '../part.js';
import {bundledPage} from './bundle.js';
import {torment} from './torment.js';

/** Answers and kills, by engine and level. */
const SIZES = {
  0: {firefox: [500, 30], webkit: [500, 30], chromium: [500, 30]},
  1: {firefox: [6_000, 150], webkit: [6_000, 150], chromium: [12_000, 300]},
  2: {firefox: [25_000, 1_250], webkit: [25_000, 1_250], chromium: [50_000, 2_500]},
} as const;
const AT_A_TIME = 2;

/** Real browsers before the real collector. */
export const browsers: Part = async ({level, seed, say}) => {
  const wanted = new Set(wantedEngines());
  const engines = (['firefox', 'webkit', 'chromium'] as const).filter((engine) => wanted.has(engine));
  const missing = engines.filter((engine) => !hasEngine(engine));
  for (const engine of missing) {
    if (process.env['CI']) throw new Error(missingEngine(engine));
    say(`SKIPPED ${missingEngine(engine)}`);
  }
  const scripts = await bundledPage();
  const xvfb = findWebKit()?.xvfb;
  const screen = xvfb === undefined ? undefined : await startXvfb(xvfb);
  const waiting = engines.filter((engine) => !missing.includes(engine));
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let engine = waiting.shift(); engine; engine = waiting.shift()) {
      const [answers, kills] = SIZES[level][engine];
      const run = seed * 10 + engines.indexOf(engine);
      outcomes.push(await torment({engine, run, answers, kills, scripts, display: screen?.display, say}));
    }
  };
  try {
    await Promise.all(Array.from({length: AT_A_TIME}, lane));
  } finally {
    if (screen) await killTree(screen.child);
  }
  return sum(outcomes);
};
