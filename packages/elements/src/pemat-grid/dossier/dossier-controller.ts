import type {Id} from '@ppgp/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {randomCode} from '../codes.js';
import {merge, type Merged} from './dossier.js';
import {ChangedElsewhere, DossierStore} from './dossier-store.js';
import {edited} from './edits.js';
import {sameKey, type RatingKey, type RatingRecord} from './rating-record.js';

/** Where the ratings are, as truthfully as this page knows. `refused`: this device keeps nothing. */
export type Keeping = 'nothing' | 'keeping' | 'kept' | 'refused';

/** All ratings on this device: read once, each change kept at once, one after the other. */
export class DossierController implements ReactiveController {
  ratings: readonly RatingRecord[] = [];
  /** Records that cannot be read: left alone. */
  unreadable = 0;
  keeping: Keeping = 'nothing';
  /** Another window had changed a rating: this window's copy is kept beside it, under this label. */
  apart: string | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #store: DossierStore;
  readonly #visit: Id = randomCode();
  readonly #unkept = new Map<string, RatingRecord>();
  #work: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, store = new DossierStore()) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#queue(() => this.#read());
  }

  find(key: RatingKey): RatingRecord | undefined {
    return this.ratings.find((rating) => sameKey(rating, key));
  }

  /** Keeps a rating as it is now; it is seen in `ratings` at once. Gives it as it stands then. */
  keep(rating: RatingRecord): RatingRecord {
    const next = {...rating, edits: edited(rating.edits, this.#visit)};
    this.#put(next);
    void this.#queue(() => this.#keep(next));
    return next;
  }

  remove(key: RatingKey): void {
    this.ratings = this.ratings.filter((rating) => !sameKey(rating, key));
    this.#host.requestUpdate();
    void this.#queue(() => this.#store.remove(key));
  }

  /**
   * Puts the ratings of a file beside those that are here.
   * @throws TypeError when it is no dossier
   */
  take(file: unknown): Merged {
    const before = this.ratings;
    const merged = merge(before, file);
    this.ratings = merged.ratings;
    this.#host.requestUpdate();
    for (const rating of merged.ratings) if (!before.includes(rating)) void this.#queue(() => this.#keep(rating));
    return merged;
  }

  /** Once all that was given is kept, or refused. */
  get settled(): Promise<void> {
    return this.#work;
  }

  async #read(): Promise<void> {
    const {ratings, unreadable} = await this.#store.all();
    const given = this.ratings.filter((rating) => !ratings.some((kept) => sameKey(kept, rating)));
    this.ratings = [...ratings, ...given];
    this.unreadable = unreadable;
  }

  async #keep(rating: RatingRecord): Promise<void> {
    this.keeping = 'keeping';
    this.#unkept.set(this.#nameOf(rating), rating);
    // What was refused before is tried again with it.
    for (const [name, each] of this.#unkept) {
      await this.#store.keep(each).catch((error: unknown) => this.#keepApart(each, error));
      if (this.#unkept.get(name) === each) this.#unkept.delete(name);
    }
    this.keeping = 'kept';
  }

  /** Another window was quicker: its rating stays, and this one is kept beside it. */
  async #keepApart(rating: RatingRecord, error: unknown): Promise<void> {
    if (!(error instanceof ChangedElsewhere)) throw error;
    const copy = {...rating, rater: randomCode(), raterLabel: `${rating.raterLabel || rating.rater} (2)`};
    await this.#store.keep(copy);
    this.apart = copy.raterLabel;
    this.ratings = this.ratings.map((each) => (sameKey(each, rating) ? copy : each));
    if (error.now) this.#put(error.now);
  }

  #nameOf({document, documentVersion, rater}: RatingKey): string {
    return `${document}/${documentVersion}/${rater}`;
  }

  #put(rating: RatingRecord): void {
    const others = this.ratings.filter((each) => !sameKey(each, rating));
    const at = this.ratings.findIndex((each) => sameKey(each, rating));
    this.ratings = at < 0 ? [...others, rating] : this.ratings.map((each) => (sameKey(each, rating) ? rating : each));
    this.#host.requestUpdate();
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work
      .then(work)
      .catch(() => {
        this.keeping = 'refused';
      })
      .finally(() => this.#host.requestUpdate());
    return this.#work;
  }
}
