import {wilson} from './interval.js';
import {requireProportion, share, type Share} from './share.js';

/** A percentage that somebody typed, judged beside its base. */
export type Stated =
  /** It is that of k of n by the one rounding rule. */
  | {kind: 'true'; share: Share}
  /** It is that of k of n cut off where our rule rounds up: 7 of 9 is 78 %, not 77 %. */
  | {kind: 'cut-off'; share: Share}
  /** No count out of n makes it, or not the one that is given: what the nearest make. */
  | {kind: 'impossible'; nearest: Share[]};

/**
 * Whether a typed percentage can be that of its base; with `k`, whether it is that of k of n.
 * @throws RangeError where `share` does
 */
export function judgeStated(percent: number, n: number, k?: number): Stated {
  requireProportion(k ?? 0, n);
  const floor = Math.min(n, Math.max(0, Math.floor((percent * n) / 100)));
  const near = k === undefined ? [floor, Math.min(n, floor + 1)] : [k];
  const nearest = [...new Set(near)].map((count) => share(count, n));
  const same = nearest.find((one) => one.percent === percent);
  if (same) return {kind: 'true', share: same};
  const cut = nearest.find((one) => n > 0 && Math.floor((100 * one.k) / n) === percent);
  return cut ? {kind: 'cut-off', share: cut} : {kind: 'impossible', nearest};
}

/** What may be concluded from k of n: between which whole per cents all people concerned are, and whether that is one side of half. */
export interface Sayable {
  low: number;
  high: number;
  half: 'more' | 'less' | 'unknown';
}

/**
 * The 95 % interval of k of n in whole per cents, and what it says of half. The verdict rests on the rounded ends, which are those people
 * read. @throws RangeError where `wilson` does
 */
export function sayable(k: number, n: number): Sayable {
  const {low, high} = wilson(k, n);
  const ends = {low: Math.round(100 * low), high: Math.round(100 * high)};
  return {...ends, half: ends.low > 50 ? 'more' : ends.high < 50 ? 'less' : 'unknown'};
}
