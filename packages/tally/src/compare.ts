import type {Code, Id, Pair, Results, Table} from '@ppgp/schema';
import {newcombe, pairedDifference, type Interval} from './interval.js';
import {share, type Share} from './share.js';

/** One code that two tables share. */
export interface Compared {
  code: Code;
  a: Share;
  b: Share;
  /** a − b with its 95 % interval, as fractions; for two groups of different people. */
  difference: Interval & {value: number};
  /** Of which of the two it is an axis: among its five most chosen, and chosen by at least 10 %. Of both: a common axis. */
  axisOf: 'a' | 'b' | 'both' | 'neither';
}

/** Largest first; how many are named. */
const TOP = 5;
/** A tenth of those who answered. */
const LEAST = 0.1;

/**
 * Two tables on the codes they share, in the first one's order: « the same idea has the same code in every questionnaire ».
 * A code that one of the two hides or does not have is left out. Nothing is compared where nobody answered.
 */
export function compareTables(a: Table, b: Table): Compared[] {
  const [first, second] = [a.base ?? 0, b.base ?? 0];
  if (first === 0 || second === 0) return [];
  return Object.entries(a.cells).flatMap(([code, count]) => {
    const other = Object.hasOwn(b.cells, code) ? b.cells[code] : undefined;
    if (typeof count !== 'number' || typeof other !== 'number') return [];
    const value = count / first - other / second;
    const isAxis = [isAxisOf(a, code), isAxisOf(b, code)];
    return {
      code,
      a: share(count, first),
      b: share(other, second),
      difference: {value, ...newcombe({k: count, n: first}, {k: other, n: second})},
      axisOf: isAxis[0] ? (isAxis[1] ? 'both' : 'a') : isAxis[1] ? 'b' : 'neither',
    };
  });
}

/** Codes chosen as often as the fifth are axes too: ties are shown as ties. */
function isAxisOf({base, cells}: Table, code: Code): boolean {
  const counts = Object.values(cells).flatMap((count) => count ?? []);
  const count = cells[code];
  if (typeof count !== 'number' || base === null || base === 0) return false;
  return counts.filter((other) => other > count).length < TOP && count >= LEAST * base;
}

/** Two campaigns, or two parts of one, question by question where they share one; `questions` names pairs of other ids. */
export function compareResults(a: Results, b: Results, questions: Readonly<Record<Id, Id>> = {}): Record<Id, Compared[]> {
  const shared = Object.keys(a.questions).flatMap((id): [Id, Compared[]][] => {
    const other = Object.hasOwn(questions, id) ? (questions[id] ?? id) : id;
    const [one, two] = [a.questions[id], Object.hasOwn(b.questions, other) ? b.questions[other] : undefined];
    return one && two ? [[id, compareTables(one, two)]] : [];
  });
  return Object.fromEntries(shared.filter(([, codes]) => codes.length > 0));
}

/** Two materials judged by the same people: favourable answers for each, and the difference with its 95 % interval. */
export interface PairedShares {
  a: Share;
  b: Share;
  difference: Interval & {value: number};
}

/** Undefined where the pair is hidden, or nobody judged both. */
export function pairedShares({both, a, b, neither}: Pair): PairedShares | undefined {
  if (both === null || a === null || b === null || neither === null) return undefined;
  const n = both + a + b + neither;
  if (n === 0) return undefined;
  return {
    a: share(both + a, n),
    b: share(both + b, n),
    difference: {value: (a - b) / n, ...pairedDifference({both, a, b, neither})},
  };
}

/**
 * Answers received of those expected. Undefined where either is not known; more answers than expected have no per cent, since
 * the number that was declared is then wrong.
 */
export function responseRate({received, expected}: Pick<Results, 'received' | 'expected'>): Share | undefined {
  if (received === null || expected === undefined) return undefined;
  return received > expected ? {k: received, n: expected, percent: undefined} : share(received, expected);
}
