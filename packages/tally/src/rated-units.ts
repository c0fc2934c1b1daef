/** What each rater chose for one item, in the order of the raters; undefined = not marked. */
export type Unit = readonly (string | undefined)[];

/** Items, each with the marks of the same raters. */
export type Units = readonly Unit[];

/** The codes that could be chosen. */
export type Codes = readonly string[];

/** The share of pairs of marks that are equal, averaged over the items with two marks or more; undefined when there is none. */
export function meanPairAgreement(units: Units): number | undefined {
  const shares = units.flatMap((unit) => {
    const marks = unit.filter((code) => code !== undefined);
    const pairs = marks.length * (marks.length - 1);
    if (pairs === 0) return [];
    const equal = marks.reduce((total, mark) => total + marks.filter((other) => other === mark).length - 1, 0);
    return [equal / pairs];
  });
  return shares.length === 0 ? undefined : shares.reduce((total, share) => total + share, 0) / shares.length;
}

/** How often each code is used: its share within an item, averaged over the items with a mark. */
export function pooledShares(units: Units): Record<string, number> {
  const marked = units.map((unit) => unit.filter((code) => code !== undefined)).filter((marks) => marks.length > 0);
  const shares: Record<string, number> = {};
  for (const marks of marked) for (const mark of marks) shares[mark] = (shares[mark] ?? 0) + 1 / marks.length / marked.length;
  return shares;
}
