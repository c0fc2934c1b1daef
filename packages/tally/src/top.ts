import type {Code, Table} from '@ppgp/schema';

/** One of the first places; those that are equal share theirs. */
export interface Ranked {
  /** 1, 2, 2, 4: after a tie, the places it took are left out. */
  place: number;
  code: Code;
  /** How many chose or ranked it. */
  k: number;
  /** Of what was ranked: the points of all ranks, and how many put it first. */
  points?: number;
  firsts?: number;
}

/**
 * The first `count` places of a table, by points where it was ranked, else by how many chose it; with everything that shares the last of
 * these places. What nobody chose has no place. Undefined where a number is hidden: what is hidden could come first.
 */
export function topOf({cells, points, firsts}: Table, count = 3): Ranked[] | undefined {
  const measure = points ?? cells;
  if ([measure, cells].some((counts) => Object.values(counts).includes(null))) return undefined;
  const scored = Object.entries(measure).flatMap(([code, score]) => (score !== null && score > 0 ? [{code, score}] : []));
  return scored
    .map(({code, score}): Ranked => ({
      place: 1 + scored.filter((other) => other.score > score).length,
      code,
      k: cells[code] ?? 0,
      ...(points && {points: score}),
      ...(typeof firsts?.[code] === 'number' && {firsts: firsts[code]}),
    }))
    .filter(({place}) => place <= count)
    .sort((one, other) => one.place - other.place);
}
