import type {Id} from '@ppgp/schema';

/**
 * How often a record was changed in each visit that changed it (a version vector): it tells whether one copy knows all that is in another.
 * Source: D. S. Parker et al., IEEE Transactions on Software Engineering SE-9 (1983), 240–247.
 */
export type Edits = Readonly<Record<Id, number>>;

/** One more change in this visit. */
export const edited = (edits: Edits, visit: Id): Edits => ({...edits, [visit]: (edits[visit] ?? 0) + 1});

/** Whether one copy holds every change of the other. */
export const knowsAll = (one: Edits, other: Edits): boolean =>
  Object.entries(other).every(([visit, count]) => (Object.hasOwn(one, visit) ? (one[visit] ?? 0) : 0) >= count);
