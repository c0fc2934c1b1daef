import {ChangedError, openStore, type KeyValueStore} from '@ppgp/browser-store';
import {knowsAll} from './edits.js';
import {readRating, type RatingKey, type RatingRecord} from './rating-record.js';

/** Where ratings are in the database. */
const RATINGS = 'rating/';
const PAGE = 500;

const keyOf = ({document, documentVersion, rater}: RatingKey): string => `${RATINGS}${document}/${documentVersion}/${rater}`;

/** Another tab changed this rating in the meantime. Nothing was written. */
export class ChangedElsewhere extends Error {
  override readonly name = 'ChangedElsewhere';
  /** Whether something is there now, readable or not. */
  readonly isThere: boolean;
  /** What is there now. */
  readonly now: RatingRecord | undefined;

  constructor(stored: unknown) {
    super('The rating was changed elsewhere.');
    this.isThere = stored !== undefined;
    this.now = readRating(stored);
  }
}

/** The ratings on this device: one record per document, version and rater. Nothing is created before the first one is kept. */
export class DossierStore {
  readonly #store: KeyValueStore;
  /** What this tab last saw of each, as it stands in the store. */
  readonly #seen = new Map<string, unknown>();

  constructor(store = openStore('ppgp-dossiers')) {
    this.#store = store;
  }

  /** Whether there is a rating, before all of them are read. */
  async isFilled(): Promise<boolean> {
    return (await this.#store.page(RATINGS, {limit: 1})).length > 0;
  }

  /** Everything that can be read, and how many records cannot: those are left alone. */
  async all(): Promise<{ratings: RatingRecord[]; unreadable: number}> {
    const ratings: RatingRecord[] = [];
    let unreadable = 0;
    let after: string | undefined;
    do {
      const page = await this.#store.page(RATINGS, {after, limit: PAGE});
      for (const [key, stored] of page) {
        this.#seen.set(key, stored);
        const rating = readRating(stored);
        if (rating) ratings.push(rating);
        else unreadable++;
      }
      after = page.length === PAGE ? page.at(-1)?.[0] : undefined;
    } while (after);
    return {ratings, unreadable};
  }

  /**
   * Keeps a rating in the place of what this tab last saw of it, which it must know. Resolves once it is on the disk.
   * @throws ChangedElsewhere
   */
  async keep(rating: RatingRecord): Promise<void> {
    const key = keyOf(rating);
    const seen = this.#seen.get(key);
    const known = readRating(seen);
    if (seen !== undefined && !(known && knowsAll(rating.edits, known.edits))) throw new ChangedElsewhere(seen);
    await this.#commit(key, [{put: key, value: rating}], rating);
  }

  /** @throws ChangedElsewhere */
  async remove(rating: RatingKey): Promise<void> {
    const key = keyOf(rating);
    await this.#commit(key, [{remove: key}], undefined);
  }

  async #commit(key: string, changes: Parameters<KeyValueStore['commit']>[0], becomes: unknown): Promise<void> {
    try {
      await this.#store.commit([{expect: key, value: this.#seen.get(key)}, ...changes]);
      this.#seen.set(key, becomes);
    } catch (error) {
      if (!(error instanceof ChangedError)) throw error;
      const now = await this.#store.get(key);
      this.#seen.set(key, now);
      throw new ChangedElsewhere(now);
    }
  }
}
