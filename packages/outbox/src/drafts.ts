import type {KeyValueStore} from '@ppgp/browser-store';
import {DRAFTS} from './parcel.js';

/** How long an unfinished answer is kept, in hours. */
const HOURS = 24;
const HOUR_MS = 3_600_000;
/** How many are looked at in one sweep. */
const MANY = 50;

/** What is kept: of the time only the hour, because an instant would tell who sat in the waiting room. */
interface KeptDraft {
  v: 1;
  /** Hours since 1970. */
  hour: number;
  text: string;
}

/** The hour of an instant in milliseconds, since 1970. */
const hourOf = (now: number): number => Math.floor(now / HOUR_MS);

/** Over after 24 hours, and where the clock was set back behind it. What cannot be read is over too. */
function isOver(stored: unknown, now: number): boolean {
  const {v, hour = NaN} = Object(stored) as Partial<KeptDraft>;
  const age = hourOf(now) - hour;
  return v !== 1 || !(age >= 0 && age < HOURS);
}

/** Erases what is over. `now`: milliseconds since 1970. */
export async function sweepDrafts(store: KeyValueStore, now: number): Promise<void> {
  const stored = await store.page(DRAFTS, {limit: MANY});
  await store.commit(stored.flatMap(([key, value]) => (isOver(value, now) ? [{remove: key}] : [])));
}

/** Unfinished answers on this device, for 24 hours: every page sweeps what is over, few keep any. */
export class Drafts {
  readonly #store: KeyValueStore;
  readonly #now: () => number;

  /** `now`: milliseconds since 1970. */
  constructor(store: KeyValueStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Keeps an unfinished answer in the place of what was kept under this name. */
  async keep(name: string, text: string): Promise<void> {
    const kept: KeptDraft = {v: 1, hour: hourOf(this.#now()), text};
    await this.#store.commit([{put: DRAFTS + name, value: kept}]);
  }

  /** What is kept under a name, unless it is over. */
  async read(name: string): Promise<string | undefined> {
    const stored = await this.#store.get(DRAFTS + name);
    return isOver(stored, this.#now()) ? undefined : (stored as KeptDraft).text;
  }

  async erase(name: string): Promise<void> {
    await this.#store.commit([{remove: DRAFTS + name}]);
  }
}
