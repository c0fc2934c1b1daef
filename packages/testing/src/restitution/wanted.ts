import type {Code, Day, Id} from '@ppgp/schema';

/** One person after the other: so many say this, then so many that; null: they pass, or are not asked. */
export type Runs = readonly (readonly [Code | null, number])[];

/** What a campaign received: as a study tells it, and what it does not tell invented. */
export interface Wanted {
  /** Of the campaign, and of its results file. */
  id: Id;
  instrument: string;
  /** How many were asked. */
  expected?: number;
  wave?: Id;
  /** The day its figures are read. */
  asOf: Day;
  /** How many answers came in on which day. */
  received: Readonly<Record<Day, number>>;
  /** Questions with one answer. */
  one?: Readonly<Record<Id, Runs>>;
  /** Matrices, row by row. */
  rows?: Readonly<Record<Id, Readonly<Record<Id, Runs>>>>;
  /** Questions with several answers: how often each was chosen. */
  several?: Readonly<Record<Id, Readonly<Record<Code, number>>>>;
  /** Rankings: how often each came first, second, third. */
  ranked?: Readonly<Record<Id, Readonly<Record<Code, readonly [number, number, number]>>>>;
}
