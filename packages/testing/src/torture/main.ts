/**
 * The torture run: `npm run torture -- --level 0|1|2 [--seed N] [--part NAME]…`. The browsers first and alone, because they go by the
 * real clock; then two parts at a time, each with a line of its own; then
 * what the absence of losses proves, then the total. Exit code 1 when a promise was broken or a part could not run.
 * How to read it and to replay a seed: `docs/torture.md`.
 */
import {randomInt} from 'node:crypto';
import {existsSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {bound, closingLine, isClean, sum} from './outcome.js';
import type {Outcome, Part} from './part.js';

/** In the order in which they begin. */
const parts = ['browsers', 'simulation', 'server', 'planted'];
const AT_A_TIME = 2;

const asked = parseArgs({options: {level: {type: 'string'}, seed: {type: 'string'}, part: {type: 'string', multiple: true}}}).values;
const level = Number(asked.level ?? 0);
const seed = Number(asked.seed ?? randomInt(2 ** 31));
const chosen = asked.part ?? parts;
const unknown = chosen.filter((name) => !parts.includes(name));
if ((level !== 0 && level !== 1 && level !== 2) || !Number.isSafeInteger(seed) || unknown.length) {
  console.error(`npm run torture -- --level 0|1|2 [--seed N] [--part ${parts.join('|')}]…`);
  process.exit(2);
}

console.log(`torture: level ${level}, seed ${seed}`);
const outcomes = new Map<string, Outcome>();
let broken = false;

/** @param name a folder beside this file, whose index exports a part of the same name */
async function play(name: string, level: 0 | 1 | 2): Promise<void> {
  const say = (line: string): void => console.log(`  ${name}: ${line}`);
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1_000).toFixed(1)} s`;
  try {
    const folder = new URL(`./${name}/index.ts`, import.meta.url);
    if (!existsSync(folder)) throw new Error(`the part ${name} is not there`);
    const part = ((await import(folder.href)) as Record<string, Part | undefined>)[name];
    if (!part) throw new Error(`${name}/index.ts does not export ${name}`);
    const outcome = await part({level, seed, say});
    outcomes.set(name, outcome);
    console.log(`${name}: ${closingLine(outcome)} (${seconds()})`);
    if (!isClean(outcome)) broken = true;
  } catch (error) {
    broken = true;
    console.error(`${name}: FAILED after ${seconds()}`, error);
  }
}

const [browsers = ''] = parts;
if (chosen.includes(browsers)) await play(browsers, level);
const waiting = parts.filter((name) => chosen.includes(name) && name !== browsers);
async function lane(level: 0 | 1 | 2): Promise<void> {
  for (let name = waiting.shift(); name; name = waiting.shift()) await play(name, level);
}
await Promise.all(Array.from({length: AT_A_TIME}, () => lane(level)));

if (broken) console.log(`To see it again: npm run torture -- --level ${level} --seed ${seed}`);
console.log(bound(outcomes));
console.log(closingLine(sum([...outcomes.values()])));
process.exit(broken ? 1 : 0);
