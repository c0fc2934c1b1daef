/** What each rater chose for one item, in the order of the raters; undefined = not marked. */
export type Unit = readonly (string | undefined)[];

/** Items, each with the marks of the same raters. */
export type Units = readonly Unit[];

/** The codes that could be chosen. */
export type Codes = readonly string[];

/** Pairs of raters who both marked an item, and how many of these gave the same mark; without two marks there is no pair. */
export interface Pairs {
  equal: number;
  pairs: number;
}

/** Every two marks of an item, compared once. */
export function pairsOf(unit: Unit): Pairs {
  const marks = unit.filter((code) => code !== undefined);
  const equal = marks.reduce((total, mark, at) => total + marks.slice(at + 1).filter((other) => other === mark).length, 0);
  return {equal, pairs: (marks.length * Math.max(0, marks.length - 1)) / 2};
}

/** The share of pairs of marks that are equal, averaged over the items with two marks or more; undefined when there is none. */
export function meanPairAgreement(units: Units): number | undefined {
  const shares = units.map(pairsOf).flatMap(({equal, pairs}) => (pairs === 0 ? [] : [equal / pairs]));
  return shares.length === 0 ? undefined : shares.reduce((total, share) => total + share, 0) / shares.length;
}

/** How often each code is used: its share within an item, averaged over the items with a mark. */
export function pooledShares(units: Units): Record<string, number> {
  const marked = units.map((unit) => unit.filter((code) => code !== undefined)).filter((marks) => marks.length > 0);
  const shares: Record<string, number> = {};
  for (const marks of marked) for (const mark of marks) shares[mark] = (shares[mark] ?? 0) + 1 / marks.length / marked.length;
  return shares;
}
