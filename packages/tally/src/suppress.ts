import type {PairCounts} from './tally.js';

/** The cells of one table, and how they hang together. */
export interface Cells {
  counts: readonly number[];
  base: number;
  /** In how many cells one person of the base is counted. */
  least: number;
  most: number;
  /** Along the counts: who gave this answer gave no other. */
  exclusive: readonly boolean[];
}

/**
 * Which cells to hide, along the counts, in a table with a base of at least k that is narrowed by a filter, or whose question
 * is marked `profile` or `sensitive`. (A whole-campaign table is shown in full from base k on and not at all below: `figures`.)
 *
 * Hidden are the cells that say something of fewer than k people, or of everyone:
 * - 1…k−1 people gave this answer, or nobody did: « nobody here breastfeeds » tells as much as « one of them does »;
 * - all gave it, or all but 1…k−1: the base minus the cell would be the small count of those who did not.
 *
 * Further cells are hidden, the smallest first, until someone who knows the base, the cells shown and this very rule still
 * thinks at least two values possible for each hidden cell, and k people possible behind all of them together.
 * Where the definition itself decides the counts (one choice alone, as many to tick as there are) nothing can be hidden.
 */
export function hiddenCells(cells: Cells, k: number): boolean[] {
  const {counts, base, exclusive} = cells;
  const hidden = counts.map((count) => count < k || count > base - k);
  const lowestShown = () => Math.min(...counts.filter((_, i) => !hidden[i]));
  let highest = k - 1;
  while (hidden.includes(true) && hidden.includes(false) && !isAmbiguous(cells, hidden, highest, k)) {
    const lowest = lowestShown();
    // Equal cells go together, or their order would tell them apart. Beside exclusive answers the values are too uneven: all go.
    counts.forEach((count, i) => (hidden[i] ||= count === lowest || exclusive.includes(true)));
    highest = lowestShown() - 1;
  }
  return hidden;
}

/**
 * Whether each hidden cell, known to be at most `highest`, has two possible values. Exclusive answers count people of their
 * own, so every number of people behind the hidden ones is tried; what is left must have ticked the rest by the question's rule.
 */
function isAmbiguous({counts, base, exclusive, least, most}: Cells, hidden: readonly boolean[], highest: number, k: number): boolean {
  const only = (isHidden: boolean, isExclusive: boolean) => counts.filter((_, i) => hidden[i] === isHidden && exclusive[i] === isExclusive);
  const shown = only(false, false);
  const ticks = total(shown);
  const mostTicked = Math.max(0, ...shown);
  const ticking = base - total(only(false, true));
  if (most * ticking - ticks < k) return false;
  const plain = {cells: only(true, false).length, values: new Set<number>()};
  const alone = {cells: only(true, true).length, values: new Set<number>()};
  for (let behindAlone = 0; behindAlone <= alone.cells * highest; behindAlone++) {
    const people = ticking - behindAlone;
    const highestHere = Math.min(highest, people);
    const floor = Math.max(0, least * people - ticks);
    const ceiling = Math.min(plain.cells * highestHere, most * people - ticks);
    if (people < mostTicked || floor > ceiling) continue;
    plain.values.add(Math.max(0, floor - (plain.cells - 1) * highestHere)).add(Math.min(highestHere, ceiling));
    alone.values.add(Math.max(0, behindAlone - (alone.cells - 1) * highest)).add(Math.min(highest, behindAlone));
  }
  return [plain, alone].every(({cells, values}) => cells === 0 || values.size > 1);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

/** Of one row of a pair: its base, and the favourable answers in it. */
export interface RowShare {
  base: number;
  favourable: number;
}

/**
 * Whether a pair of rows that hide nothing may be shown in such a table. One count of a pair gives the other three away where
 * the rows' own tables stand beside it, so it is all or nothing: each of the four at least k, and likewise for those who
 * answered one of the two rows alone.
 */
export function isPairSafe(pair: PairCounts, a: RowShare, b: RowShare, k: number): boolean {
  const [both, onlyA, onlyB] = pair;
  const answeredBoth = total(pair);
  const alone = [
    {base: a.base - answeredBoth, favourable: a.favourable - both - onlyA},
    {base: b.base - answeredBoth, favourable: b.favourable - both - onlyB},
  ];
  const areAloneSafe = alone.every(({base, favourable}) => base === 0 || (favourable >= k && base - favourable >= k));
  return pair.every((count) => count >= k) && areAloneSafe;
}
