import {requireProportion} from './share.js';

/** Both ends of a 95 % confidence interval, as fractions (0.65 is 65 %). */
export interface Interval {
  low: number;
  high: number;
}

/** k of n people. */
export interface Proportion {
  k: number;
  n: number;
}

/** The 97.5th percentile of the normal law. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval for k of n, without continuity correction; within 0…1.
 * Source: E. B. Wilson, JASA 22 (1927), 209–212; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872.
 * @throws RangeError where `share` does, and when n is 0.
 */
export function wilson(k: number, n: number): Interval {
  requireProportion(k, n);
  if (n === 0) throw new RangeError('no interval for 0 of 0');
  const p = k / n;
  const middle = p + Z ** 2 / (2 * n);
  const reach = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  const scale = 1 + Z ** 2 / n;
  return {low: k === 0 ? 0 : (middle - reach) / scale, high: k === n ? 1 : (middle + reach) / scale};
}

/**
 * Newcombe's hybrid score interval for a − b, two independent groups; within −1…1.
 * Source: method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890. Not for the same people asked twice.
 * @throws RangeError where `wilson` does.
 */
export function newcombe(a: Proportion, b: Proportion): Interval {
  const [first, second] = [wilson(a.k, a.n), wilson(b.k, b.n)];
  const [p, q] = [a.k / a.n, b.k / b.n];
  return {
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
  };
}

/** Of people who judged two things: favourable to both, to the first or the second alone, to neither. */
export interface PairedCounts {
  both: number;
  a: number;
  b: number;
  neither: number;
}

/**
 * Newcombe's hybrid score interval for the difference of two shares in the same people; within −1…1.
 * Source: method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998), 2635–2650: `newcombe` with the correlation of the two.
 * @throws RangeError where `wilson` does.
 */
export function pairedDifference({both, a, b, neither}: PairedCounts): Interval {
  const n = both + a + b + neither;
  const [first, second] = [wilson(both + a, n), wilson(both + b, n)];
  const [p, q] = [(both + a) / n, (both + b) / n];
  const phi = correlation({both, a, b, neither});
  const reach = (one: number, other: number): number => Math.sqrt(Math.max(0, one ** 2 - 2 * phi * one * other + other ** 2));
  return {
    low: Math.max(-1, p - q - reach(p - first.low, second.high - q)),
    high: Math.min(1, p - q + reach(first.high - p, q - second.low)),
  };
}

/** With Newcombe's correction for continuity where the two go together. */
function correlation({both, a, b, neither}: PairedCounts): number {
  const n = both + a + b + neither;
  const margins = (both + a) * (b + neither) * (both + b) * (a + neither);
  if (margins === 0) return 0;
  const determinant = both * neither - a * b;
  return (determinant > 0 ? Math.max(0, determinant - n / 2) : determinant) / Math.sqrt(margins);
}
