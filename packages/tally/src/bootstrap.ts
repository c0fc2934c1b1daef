import type {Interval} from './interval.js';

/** How often the items are drawn anew. */
const DRAWS = 2_000;
/** An interval rests on at least this share of draws in which the number exists. */
const ENOUGH = 0.5;

/** Numbers in 0…1 that come again with the same seed (mulberry32 by Tommy Ettinger, public domain). */
function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A 95 % interval of a number made from a list, by drawing as many of it with replacement, 2,000 times (percentile bootstrap: B. Efron,
 * R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). The same seed gives the same interval. Undefined when the number does
 * not exist in half of the draws.
 */
export function bootstrap<T>(list: readonly T[], of: (drawn: readonly T[]) => number | undefined, seed = 1): Interval | undefined {
  if (list.length < 2) return undefined;
  const next = numbers(seed);
  const values: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const value = of(list.map(() => list[Math.floor(next() * list.length)] as T));
    if (value !== undefined) values.push(value);
  }
  if (values.length < DRAWS * ENOUGH) return undefined;
  values.sort((one, other) => one - other);
  const at = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))] as number;
  return {low: at(0.025), high: at(0.975)};
}
