import type {KeyValueStore} from '@ppgp/browser-store';

/** Where unfinished answers are in the store. */
export const DRAFTS = 'draft/';

/** How long an unfinished answer is kept, in hours. */
const HOURS = 24;
const HOUR_MS = 3_600_000;
/** How many are looked at in one sweep. */
const MANY = 50;

/** What is kept: of the time only the hour, because an instant would tell who sat in the waiting room. */
export interface KeptDraft {
  v: 1;
  /** Hours since 1970. */
  hour: number;
  text: string;
}

/** The hour of an instant in milliseconds, since 1970. */
export const hourOf = (now: number): number => Math.floor(now / HOUR_MS);

/** Over after 24 hours, and where the clock was set back behind it. What cannot be read is over too. */
export function isOver(stored: unknown, now: number): boolean {
  const {v, hour = NaN} = Object(stored) as Partial<KeptDraft>;
  const age = hourOf(now) - hour;
  return v !== 1 || !(age >= 0 && age < HOURS);
}

/** Erases what is over. `now`: milliseconds since 1970. */
export async function sweepDrafts(store: KeyValueStore, now: number): Promise<void> {
  const stored = await store.page(DRAFTS, {limit: MANY});
  await store.commit(stored.flatMap(([key, value]) => (isOver(value, now) ? [{remove: key}] : [])));
}
