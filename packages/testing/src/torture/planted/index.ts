import {nothing} from '../outcome.js';
import type {Part} from '../part.js';
import {Seeded} from '../simulation/seeded.js';
import type {Bug} from './bug.js';
import {bugs} from './bugs.js';
import {copyPackages} from './copy.js';
import {runs} from './runs.js';

/** How many bugs a run at level 0 plants. */
const SAMPLE = 5;

/** Which bugs are planted: at level 0 a sample, in which each kind of run has its turn. `TORTURE_BUG=name|name`: those. */
export function sample(level: number, seed: number, all: readonly Bug[] = bugs): Bug[] {
  const asked = process.env['TORTURE_BUG'];
  if (asked) {
    return asked.split('|').map((wanted) => {
      const one = all.find(({name}) => name === wanted);
      if (!one) throw new Error(`No bug is called « ${wanted} ».`);
      return one;
    });
  }
  if (level > 0) return [...all];
  const random = new Seeded(seed);
  const left = [...all];
  return Array.from({length: SAMPLE}, () => left.splice(random.below(left.length), 1)).flat();
}

/** Plants known bugs in copies of the packages: whoever finds nothing there proves nothing here. Throws when one is not caught. */
export const planted: Part = async ({level, seed, say}) => {
  const chosen = sample(level, seed);
  const failed: string[] = [];

  async function attempt(name: string, by: Bug['by'], bug?: Bug): Promise<void> {
    const started = performance.now();
    const result = await lookAt(name, by, bug).catch((error: unknown) => error as Error);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const caught = !(result instanceof Error) && result.length > 0;
    const good = !(result instanceof Error) && caught === (bug !== undefined);
    if (!good) failed.push(name);
    const [first] = result instanceof Error ? [result.stack ?? result.message] : result;
    say(`${good ? '' : 'WRONG '}${name}: ${caught ? 'caught' : 'not caught'} by ${by}, ${seconds} s${first ? ` (${first})` : ''}`);
  }

  async function lookAt(name: string, by: Bug['by'], bug?: Bug): Promise<string[]> {
    const copy = copyPackages(name, bug);
    try {
      return await runs[by](copy, seed);
    } finally {
      copy.remove();
    }
  }

  // Nothing is caught where nothing is wrong: otherwise being caught would mean nothing.
  const isWhole = level > 0 || process.env['TORTURE_BUG'] !== undefined;
  const attempts = chosen.flatMap((bug) => [bug.by, isWhole ? bug.alsoBy : undefined].flatMap((by) => (by ? [{bug, by}] : [])));
  for (const by of new Set(attempts.map((each) => each.by))) await attempt(`no bug (${by})`, by);
  for (const {bug, by} of attempts) await attempt(bug.name, by, bug);
  say(`${chosen.length - new Set(failed.filter((name) => !name.startsWith('no bug'))).size} of ${chosen.length} planted bugs were caught`);
  if (failed.length) throw new Error(`Not as it must be: ${failed.join('; ')}`);
  return {...nothing};
};
