import type {Change} from '@ppgp/browser-store';
import type {Letter} from './batches.js';
import {idOf, makeDelivery, type Delivery, type Held} from './delivery.js';
import {DRAFTS, Drafts} from './drafts.js';
import {makeGuard, type Guard} from './guard.js';
import {OutboxError} from './outbox-error.js';
import type {Counts, OutboxEvent} from './outbox-event.js';
import {keyBefore, packed, parcelKey, PARCELS, readParcel, type NewParcel, type Parcel} from './parcel.js';
import type {Ports} from './ports.js';
import {makeWaits, type Waits} from './waits.js';

/** How many records are read at once. */
const PAGE = 50;
/** Two wake-ups are at least this far apart, in milliseconds. */
const WAKE_MS = 1_000;
/** Under what name a store that cannot be read waits. */
const STORE = 'store';

export interface Given extends Held {
  saving?: Promise<void> | undefined;
  /** `saved`: as promised; `unsaved`: it could not be. Both are sent from memory where the store does not have them. */
  as?: 'saved' | 'unsaved';
}

/** Records read at once; `next`: the key after which there may be more. */
interface Page {
  letters: Letter[];
  unreadable: [key: string, value: unknown][];
  next: string | undefined;
}

/**
 * Keeps answers until a collector proves that it has them, and sends them.
 *
 * An answer is stored first, sent second, and removed only after the collector has named it and echoed its hash.
 * No status, age, count or error removes anything. Ids are made on the device, so that sending twice is harmless:
 * whatever is uncertain is sent again.
 */
export class Outbox {
  /** Unfinished answers. */
  readonly drafts: Drafts;
  /** What it touches, for `manage`. */
  readonly ports: Ports;
  /** A shared tablet, looked after by a team: the marks that show a loss stay also while nothing waits. */
  managed = false;
  /** Answers that vanished from this device before they were sent, as far as this page has noticed. */
  missing = 0;
  readonly #waits: Waits;
  readonly #delivery: Delivery;
  readonly #listeners = new Set<(event: OutboxEvent) => void>();
  /** What this tab was given and has no proof for, by id. For `manage`. */
  readonly held = new Map<string, Given>();
  readonly #guard: Guard;
  /** Records seen in this round and not sent since. */
  #waiting = 0;
  #flushing: Promise<void> | undefined;
  #again = false;
  #lastWake = -Infinity;
  #waking = false;
  #cancelRetry: (() => void) | undefined;

  constructor(ports: Ports) {
    this.ports = ports;
    this.drafts = new Drafts(ports.store, () => ports.clock.now());
    this.#waits = makeWaits(ports);
    this.#guard = makeGuard(ports);
    this.#delivery = makeDelivery(ports, this.#waits, this.held, (event) => this.#tell(event));
  }

  /**
   * Keeps an answer on this device. Resolves only when it would survive closing, crashing and a power cut, and was read back whole;
   * otherwise rejects with an {@link OutboxError}. The same answer saved twice is one. Sending starts by itself.
   * `draft`: the name of the draft that goes, in the same transaction.
   */
  async save(answer: NewParcel, draft?: string): Promise<void> {
    const given = this.#take(await this.#pack(answer));
    if (given.as === 'saved') return;
    given.saving ??= this.#store(given, draft).finally(() => {
      given.saving = undefined;
      this.wake();
    });
    await given.saving;
  }

  /**
   * Sends an answer that could not be saved, from memory, for as long as the page is open. It is never reported as saved.
   * Rejects with an {@link OutboxError} when it can never be sent.
   */
  async sendUnsaved(answer: NewParcel): Promise<void> {
    this.#take(await this.#pack(answer)).as ??= 'unsaved';
    this.wake();
  }

  /** A sign of life (network back, page visible): what waits by our own guess is tried now. At most once a second. */
  wake(): void {
    if (this.#waking) return;
    this.#waking = true;
    const {clock} = this.ports;
    const early = WAKE_MS - (clock.now() - this.#lastWake);
    clock.after(Math.min(Math.max(early, 0), WAKE_MS), () => {
      this.#waking = false;
      this.#lastWake = clock.now();
      this.#waits.hurry();
      void this.flush();
    });
  }

  /** A person insists: everything is tried now, also what is parked and what a server asked to wait for. */
  sendNow(): void {
    this.#waits.hurry(true);
    this.#delivery.refused.clear();
    this.wake();
  }

  /**
   * The page may be going for good: the answer it was given last, if it is not known to be sent, leaves at once in a request that may
   * outlive the page. A bonus: it is sent again unless its proof came back.
   */
  part(): void {
    void this.#delivery.deliver(this.kept().slice(-1), true);
  }

  /** Sends what is due. Asked for while it runs, it goes round once more. Never rejects. */
  flush(): Promise<void> {
    this.#again = true;
    return (this.#flushing ??= this.#rounds());
  }

  /** What is on the device. Rejects when that cannot be known: an unreadable store is not an empty one. */
  async counts(): Promise<Counts> {
    const states = new Map(this.kept().map((given) => [idOf(given), given.parcel.state]));
    let unreadable = 0;
    for await (const page of this.pages()) {
      unreadable += page.unreadable.length;
      for (const letter of page.letters) states.set(idOf(letter), letter.parcel.state);
    }
    const parked = [...states.values()].filter((state) => state === 'parked').length;
    return {pending: states.size - parked, parked, unreadable, missing: this.missing, partial: this.ports.store.isPartial()};
  }

  /** Calls back with everything that happens, until the function it returns is called. */
  watch(listener: (event: OutboxEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(event: OutboxEvent): void {
    if (event.type === 'sent') this.#waiting--;
    // Apart from the delivery: a listener that throws is reported like any uncaught error and stops nothing.
    for (const listener of this.#listeners) void Promise.resolve(event).then(listener);
  }

  async #pack(answer: NewParcel): Promise<Parcel> {
    const {clock, hash} = this.ports;
    const made = await hash(answer.payload).catch((cause: unknown) => {
      throw new OutboxError('No hash could be made.', {cause});
    });
    return packed(answer, made, clock.now());
  }

  /** The same answer may be given many times; another one under its id is refused. */
  #take(parcel: Parcel): Given {
    const {id, hash: wanted} = parcel.item;
    const given = this.held.get(id) ?? {parcel};
    if (!given.as && !given.saving) given.parcel = parcel;
    else if (given.parcel.item.hash !== wanted) throw new OutboxError(`Another answer has the id ${id}.`, {reason: 'invalid'});
    this.held.set(id, given);
    return given;
  }

  async #store(given: Given, draft?: string): Promise<void> {
    try {
      await this.#keep(given, draft === undefined ? [] : [{remove: DRAFTS + draft}]);
    } catch (cause) {
      throw cause instanceof OutboxError ? cause : new OutboxError('The answer was not kept.', {cause});
    }
  }

  /** Puts an answer on the device and reads it back: from then on it is saved. */
  async #keep(given: Given, more: readonly Change[]): Promise<void> {
    const {store, isEphemeral, afterSave} = this.ports;
    const {parcel} = given;
    const {id, payload} = parcel.item;
    const key = (given.key ??= parcelKey(await store.last(PARCELS), id));
    await store.commit([{put: key, value: parcel}, ...this.#guard.before(id), ...more]);
    this.#guard.after(given.as === undefined);
    const kept = readParcel(await store.get(key));
    const intact = kept?.item.id === id && kept.endpoint === parcel.endpoint && kept.item.payload === payload;
    if (!intact) throw new OutboxError('Read back otherwise.', {reason: 'lost'});
    if (await isEphemeral?.()) throw new OutboxError('Kept for now only.', {reason: 'ephemeral'});
    given.as = 'saved';
    void afterSave?.();
    this.#tell({type: 'saved', id});
  }

  /** What the store has, page by page, the oldest first, with the records that cannot be read. */
  async *pages(): AsyncGenerator<Page, void> {
    for (let page: Page | undefined; !page || page.next;) yield (page = await this.#page(page?.next));
  }

  async #page(after?: string): Promise<Page> {
    const records = await this.ports.store.page(PARCELS, {after, limit: PAGE});
    const letters: Letter[] = [];
    const unreadable = records.filter(([key, stored]) => {
      const parcel = readParcel(stored);
      if (parcel) letters.push({parcel, key, stored});
      return !parcel;
    });
    return {letters, unreadable, next: records.length === PAGE ? records.at(-1)?.[0] : undefined};
  }

  /** What is to be delivered from memory where the store does not have it. */
  kept(): Given[] {
    return [...this.held.values()].filter(({as, saving}) => as && !saving);
  }

  /**
   * Everything there is to send: what the store has, a page of the oldest and one of the newest in turns so that today's do not wait for
   * weeks of others, then from memory what it should have and has not.
   */
  async *#letters(): AsyncGenerator<Letter[], void> {
    const {store} = this.ports;
    const before = new Set(this.kept().map(idOf));
    const seen = new Set<string | undefined>();
    this.#waiting = 0;
    const unseen = ({letters}: Page): Letter[] => {
      const others = letters.filter(({key}) => !seen.has(key));
      for (const letter of others) seen.add(letter.key).add(idOf(letter));
      this.#waiting += others.length;
      // What is being saved is not sent yet: its read-back must still find it.
      return others.filter((letter) => !this.held.get(idOf(letter))?.saving);
    };
    let newest: string | undefined;
    try {
      for await (const page of this.pages()) {
        this.#waiting += page.unreadable.length;
        yield unseen(page);
        const last: string | undefined = page.next && (await store.last(PARCELS));
        if (last && last !== newest) yield unseen(await this.#page(keyBefore((newest = last), PAGE)));
      }
    } finally {
      // Never saved, delivered by another tab, wiped, or the store cannot be read. What stays without proof is put back.
      const missing = this.kept().filter((given) => before.has(idOf(given)) && !seen.has(idOf(given)));
      this.#waiting += missing.length;
      yield missing;
      for (const given of this.kept()) if (missing.includes(given)) await this.#keep(given, []);
    }
  }

  async #rounds(): Promise<void> {
    const {clock, lock} = this.ports;
    const delivery = this.#delivery;
    while (this.#again) {
      this.#again = false;
      this.#cancelRetry?.();
      delivery.soonest = Infinity;
      try {
        const letters = this.#letters();
        let more = true;
        while (more) {
          // Read under the lock: what another tab has just delivered is not sent again.
          await lock.run(async () => {
            const {value, done} = await letters.next();
            more = !done;
            await delivery.deliver(value ?? []);
          });
        }
        await lock.run(() => this.#lookAfter());
        this.#waits.forget(STORE);
      } catch {
        // The store failed. Nobody knows what waits in it, so it is tried again like a network that failed.
        this.#waits.add(STORE, {pace: 'back-off'});
        delivery.soonest = Math.min(delivery.soonest, this.#waits.left(STORE));
      }
    }
    // Here and not in a `finally` of the caller: a flush asked for in between would be forgotten.
    this.#flushing = undefined;
    this.#tell({type: 'idle'});
    if (delivery.soonest < Infinity) this.#cancelRetry = clock.after(delivery.soonest, () => void this.flush());
  }

  /** Notices what vanished. Where nobody listens, the next page that is watched shall notice it. */
  async #lookAfter(): Promise<void> {
    const waiting = Math.max(this.#waiting, 0);
    const count = await this.#guard.check(waiting, this.managed, this.#listeners.size === 0);
    if (count === undefined) return;
    this.missing += count;
    this.#tell({type: 'missing', count});
  }
}
