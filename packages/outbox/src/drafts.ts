import type {KeyValueStore} from '@ppgp/browser-store';

/** Where unfinished answers are in the store. */
export const DRAFTS = 'draft/';

/** How long an unfinished answer is kept, in hours. */
const HOURS = 24;
const HOUR_MS = 3_600_000;
/** How many are looked at in one sweep. */
const MANY = 50;

/** What is kept: of the time only the hour, because an instant would tell who sat in the waiting room. */
interface Kept {
  v: 1;
  /** Hours since 1970. */
  hour: number;
  text: string;
}

/** Unfinished answers on this device, for 24 hours. */
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
    const kept: Kept = {v: 1, hour: this.#hour, text};
    await this.#store.commit([{put: DRAFTS + name, value: kept}]);
  }

  /** What is kept under a name, unless it is over. */
  async read(name: string): Promise<string | undefined> {
    const stored = await this.#store.get(DRAFTS + name);
    return this.#isOver(stored) ? undefined : (stored as Kept | undefined)?.text;
  }

  async erase(name: string): Promise<void> {
    await this.#store.commit([{remove: DRAFTS + name}]);
  }

  /** Erases what is over. */
  async sweep(): Promise<void> {
    const stored = await this.#store.page(DRAFTS, {limit: MANY});
    const over = stored.filter(([, value]) => this.#isOver(value));
    if (over.length > 0) await this.#store.commit(over.map(([key]) => ({remove: key})));
  }

  get #hour(): number {
    return Math.floor(this.#now() / HOUR_MS);
  }

  /** Over after 24 hours, and where the clock was set back behind it. What cannot be read is over too. */
  #isOver(stored: unknown): boolean {
    if (stored === undefined) return false;
    const {v, hour = NaN} = Object(stored) as Partial<Kept>;
    const age = this.#hour - hour;
    return v !== 1 || !(age >= 0 && age < HOURS);
  }
}
