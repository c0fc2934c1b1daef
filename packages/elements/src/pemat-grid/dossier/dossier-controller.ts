import type {Id} from '@ppgp/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {randomCode} from '../codes.js';
import {ChangedElsewhere, DossierStore} from './dossier-store.js';
import {edited} from './edits.js';
import {freeRater, isAgreed, sameKey, type RatingKey, type RatingRecord} from './rating-record.js';

/** Where the ratings are, as truthfully as this page knows. `refused`: this device keeps nothing. */
export type Keeping = 'nothing' | 'keeping' | 'kept' | 'refused';

/** Whom the controller tells. */
interface Told {
  /** Two windows changed a rating: what this one gave is kept under another rater from then on. */
  moved: (from: RatingKey, copy: RatingRecord) => void;
  /** There are ratings on this device; they are being read. */
  found: () => void;
}

/** All ratings on this device: read once, each change kept at once, one after the other. */
export class DossierController implements ReactiveController {
  ratings: readonly RatingRecord[] = [];
  /** Records that cannot be read: left alone. */
  unreadable = 0;
  keeping: Keeping = 'nothing';
  /** What is on this device was looked for. */
  isRead = false;
  /** Another window had changed a rating: this window's copy, kept beside it. */
  apart: RatingRecord | undefined;
  /** The rating that was removed last, as long as it can be put back. */
  removed: RatingRecord | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #told: Told;
  readonly #store: DossierStore;
  readonly #visit: Id = randomCode();
  readonly #unkept = new Map<string, RatingRecord>();
  /** Copies by the place of the rating that they were made from: what was still on its way there belongs to them. */
  readonly #copies = new Map<string, RatingRecord>();
  #work: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, told: Told, store = new DossierStore()) {
    this.#host = host;
    this.#told = told;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#queue(() => this.#read().finally(() => (this.isRead = true)));
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

  /** Takes a rating away: not the one that another window has changed since. */
  remove(key: RatingKey): void {
    this.#drop(key);
    void this.#queue(async () => {
      this.#unkept.delete(nameOf(key));
      await this.#store.remove(key).catch((error: unknown) => {
        if (!(error instanceof ChangedElsewhere)) throw error;
        if (error.now) this.#put(error.now);
      });
    });
  }

  /** Removes a rating because a person wants it: it can be put back. */
  forget(key: RatingKey): void {
    this.removed = this.find(key);
    this.remove(key);
  }

  /** Puts the rating back that was removed last. */
  putBack(): void {
    if (this.removed) this.keep(this.removed);
    this.removed = undefined;
  }

  /** Takes the ratings of a file that was merged with those that are here. */
  take(ratings: readonly RatingRecord[]): void {
    const before = this.ratings;
    this.ratings = ratings;
    this.#host.requestUpdate();
    for (const rating of ratings) if (!before.includes(rating)) void this.#queue(() => this.#keep(rating));
  }

  /** Once all that was given is kept, or refused. */
  get settled(): Promise<void> {
    return this.#work;
  }

  async #read(): Promise<void> {
    if (await this.#store.isFilled()) this.#told.found();
    const {ratings, unreadable} = await this.#store.all();
    const given = this.ratings.filter((rating) => !ratings.some((kept) => sameKey(kept, rating)));
    this.ratings = [...ratings, ...given];
    this.unreadable = unreadable;
  }

  async #keep(rating: RatingRecord): Promise<void> {
    this.keeping = 'keeping';
    this.#unkept.set(nameOf(rating), rating);
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
    // Removed elsewhere, and gone on with here: it is wanted.
    if (!error.isThere) return this.#store.keep(rating);
    const {rater, raterLabel} = this.#copies.get(nameOf(rating)) ?? this.#besides(rating);
    // It was never sent as another rater's.
    const copy = {...rating, rater, raterLabel, sent: undefined};
    this.#copies.set(nameOf(rating), copy);
    this.#drop(rating);
    this.#put(copy);
    if (error.now) this.#put(error.now);
    this.apart = copy;
    this.#told.moved(rating, copy);
    return this.#store.keep(copy);
  }

  #besides(rating: RatingRecord): Pick<RatingRecord, 'rater' | 'raterLabel'> {
    if (isAgreed(rating)) return {rater: freeRater(this.ratings, rating), raterLabel: ''};
    return {rater: randomCode(), raterLabel: `${rating.raterLabel || rating.rater} (2)`};
  }

  #drop(key: RatingKey): void {
    this.ratings = this.ratings.filter((rating) => !sameKey(rating, key));
    this.#host.requestUpdate();
  }

  #put(rating: RatingRecord): void {
    this.ratings = this.find(rating) ? this.ratings.map((each) => (sameKey(each, rating) ? rating : each)) : [...this.ratings, rating];
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

const nameOf = ({document, documentVersion, rater}: RatingKey): string => `${document}/${documentVersion}/${rater}`;
