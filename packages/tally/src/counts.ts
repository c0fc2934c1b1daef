import type {Answer, Code} from '@ppgp/schema';
import type {Shape} from './shape.js';

/** One table while it is being counted. Lists run along the shape's codes, so that no id is ever a key. */
export interface Counts {
  base: number;
  declined: number;
  na: number;
  cells: number[];
  /** Of what is ranked. */
  points: number[];
  firsts: number[];
  /** Of amounts: how often each value was given, in ascending order. */
  values: [value: number, times: number][];
}

/** 1 counts an answer in, −1 takes it out again. */
export type Step = 1 | -1;

export function noCounts({codes, form}: Shape): Counts {
  const zeros = () => codes.map(() => 0);
  const isRanking = form === 'ranked';
  return {base: 0, declined: 0, na: 0, cells: zeros(), points: isRanking ? zeros() : [], firsts: isRanking ? zeros() : [], values: []};
}

/** Counts one answer, or one row of a matrix. True when it is in the base. What the shape does not know is left out. */
export function count(shape: Shape, counts: Counts, answer: Answer | undefined, by: Step): boolean {
  if (answer === undefined) return false;
  if (answer === null) {
    counts.declined += by;
    return false;
  }
  if (shape.form === 'amount') {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return false;
    countValue(counts.values, answer, by);
  } else if (shape.form === 'words' || shape.form === 'day') {
    if (typeof answer !== 'string' || answer === '') return false;
  } else {
    const given = codesIn(shape, answer);
    if (given.some((code) => shape.na.includes(code))) {
      counts.na += by;
      return false;
    }
    const chosen = given.filter((code) => shape.codes.includes(code));
    if (chosen.length === 0) return false;
    countChosen(shape, counts, chosen, by);
  }
  counts.base += by;
  return true;
}

function codesIn({form}: Shape, answer: Answer): Code[] {
  if (form === 'yes-no') return typeof answer === 'boolean' ? [String(answer)] : [];
  if (form === 'codes' || form === 'ranked') return Array.isArray(answer) ? [...new Set(answer)] : [];
  return typeof answer === 'string' ? [answer] : [];
}

function countChosen({form, codes, most}: Shape, counts: Counts, chosen: Code[], by: Step): void {
  const ranked = form === 'ranked';
  chosen.slice(0, ranked ? most : undefined).forEach((code, place) => {
    const at = codes.indexOf(code);
    raise(counts.cells, at, by);
    if (ranked) raise(counts.points, at, by * (most - place));
    if (ranked && place === 0) raise(counts.firsts, at, by);
  });
}

/** Adds to one place of a list. */
export function raise(list: number[], at: number, by: number): void {
  list[at] = (list[at] ?? 0) + by;
}

function countValue(values: Counts['values'], value: number, times: number): void {
  const at = values.findIndex(([other]) => other >= value);
  const entry = values[at];
  if (entry?.[0] !== value) values.splice(at < 0 ? values.length : at, 0, [value, times]);
  else if (entry[1] + times === 0) values.splice(at, 1);
  else entry[1] += times;
}

/** The two counted as one, both left as they are. */
export function sum(a: Counts, b: Counts): Counts {
  const values = a.values.map(([value, times]): [number, number] => [value, times]);
  for (const [value, times] of b.values) countValue(values, value, times);
  return {
    base: a.base + b.base,
    declined: a.declined + b.declined,
    na: a.na + b.na,
    cells: sumLists(a.cells, b.cells),
    points: sumLists(a.points, b.points),
    firsts: sumLists(a.firsts, b.firsts),
    values,
  };
}

/** Place by place. */
export const sumLists = (a: number[], b: number[]): number[] => a.map((each, i) => each + (b[i] ?? 0));

/** Whether more was taken out than was ever counted. */
export function isBelowZero(counts: Counts): boolean {
  const times = counts.values.map(([, each]) => each);
  return [counts.base, counts.declined, counts.na, ...counts.cells, ...counts.points, ...counts.firsts, ...times].some((each) => each < 0);
}

/** The middle value; of an even number of answers, halfway between the middle two. Null where there is none. */
export function median({base, values}: Counts): number | null {
  const nth = (rank: number) => {
    let seen = 0;
    return values.find(([, times]) => (seen += times) > rank)?.[0];
  };
  const [low, high] = [nth(Math.floor((base - 1) / 2)), nth(Math.floor(base / 2))];
  return low === undefined || high === undefined ? null : low + (high - low) / 2;
}
