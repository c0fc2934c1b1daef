import {meanPairAgreement, pooledShares, type Codes, type Units} from './rated-units.js';

/** How far raters agree beyond what is expected; 1 = always. Undefined is said, never computed into NaN. */
export type Coefficient =
  | {value: number}
  /** `too-few`: no item was marked by two raters. `no-variation`: every mark is the same, so that there is nothing to agree beyond. */
  | {undefined: 'too-few' | 'no-variation'};

const TOO_FEW: Coefficient = {undefined: 'too-few'};

/** (observed − expected) ÷ (1 − expected) */
function beyond(observed: number | undefined, expected: number): Coefficient {
  if (observed === undefined) return TOO_FEW;
  return 1 - expected < 1e-12 ? {undefined: 'no-variation'} : {value: (observed - expected) / (1 - expected)};
}

/** The share of pairs of marks on the same item that are equal, each item counting once; undefined when no item has two marks. */
export function percentAgreement(units: Units): number | undefined {
  return meanPairAgreement(units);
}

/**
 * Cohen's κ of two raters, over the items that both marked.
 * Source: J. Cohen, Educational and Psychological Measurement 20 (1960), 37–46.
 * @throws RangeError when an item has not two places.
 */
export function cohen(units: Units): Coefficient {
  if (units.some((unit) => unit.length !== 2)) throw new RangeError('two raters are needed');
  const both = units.filter((unit): unit is [string, string] => unit.every((code) => code !== undefined));
  if (both.length === 0) return TOO_FEW;
  const codes = [...new Set(both.flat())];
  const share = (rater: 0 | 1, code: string): number => both.filter((unit) => unit[rater] === code).length / both.length;
  const expected = codes.reduce((total, code) => total + share(0, code) * share(1, code), 0);
  return beyond(meanPairAgreement(both), expected);
}

/**
 * Fleiss' κ, over the items that every rater marked.
 * Source: J. L. Fleiss, Psychological Bulletin 76 (1971), 378–382.
 */
export function fleiss(units: Units): Coefficient {
  const complete = units.filter((unit) => unit.length > 1 && unit.every((code) => code !== undefined));
  const expected = Object.values(pooledShares(complete)).reduce((total, share) => total + share ** 2, 0);
  return beyond(meanPairAgreement(complete), expected);
}

/**
 * Gwet's AC1; items that one rater alone marked still say how often each code is used. `codes`: those that could have been chosen.
 * Source: K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008), 29–48.
 */
export function ac1(units: Units, codes: Codes): Coefficient {
  const shares = pooledShares(units);
  const spread = codes.reduce((total, code) => total + (shares[code] ?? 0) * (1 - (shares[code] ?? 0)), 0);
  return beyond(meanPairAgreement(units), codes.length > 1 ? spread / (codes.length - 1) : 0);
}

/**
 * Krippendorff's α for nominal data, with missing marks: items with one mark are left out.
 * Source: K. Krippendorff, Content Analysis, 4th edition (2019), chapter 12.
 */
export function krippendorff(units: Units): Coefficient {
  const paired = units.map((unit) => unit.filter((code) => code !== undefined)).filter((marks) => marks.length > 1);
  if (paired.length === 0) return TOO_FEW;
  const marks = paired.flat();
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  // Pairs of unlike marks: those seen within items, each item's weighing as much as its marks, and those among all marks.
  const seen = paired.reduce((total, unit) => total + unlike(countsOf(unit)) / (unit.length - 1), 0) / marks.length;
  const expected = unlike([...counts.values()]) / (marks.length * (marks.length - 1));
  return expected === 0 ? {undefined: 'no-variation'} : {value: 1 - seen / expected};
}

const countsOf = (unit: readonly string[]): number[] => [...new Set(unit)].map((code) => unit.filter((mark) => mark === code).length);

/** Ordered pairs of unlike marks. */
const unlike = (counts: readonly number[]): number => {
  const all = counts.reduce((total, count) => total + count, 0);
  return counts.reduce((total, count) => total + count * (all - count), 0);
};
