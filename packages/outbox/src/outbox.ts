import type {Letter} from './batches.js';
import {idOf, makeDelivery, type Delivery, type Held} from './delivery.js';
import {DRAFTS, Drafts} from './drafts.js';
import {OutboxError} from './outbox-error.js';
import type {Counts, OutboxEvent} from './outbox-event.js';
import {packed, parcelKey, PARCELS, readParcel, type NewParcel, type Parcel} from './parcel.js';
import type {Ports} from './ports.js';
import {makeWaits, type Waits} from './waits.js';

/** How many records are read at once. */
const PAGE = 50;
/** Two wake-ups are at least this far apart, in milliseconds. */
const WAKE_MS = 1_000;
/** Under what name a store that cannot be read waits. */
const STORE = 'store';

interface Given extends Held {
  saving?: Promise<void> | undefined;
  /** `saved`: as promised; `unsaved`: it could not be. Both are sent from memory where the store does not have them. */
  as?: 'saved' | 'unsaved';
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
  readonly #ports: Ports;
  readonly #waits: Waits;
  readonly #delivery: Delivery;
  readonly #listeners = new Set<(event: OutboxEvent) => void>();
  /** What this tab was given and has no proof for, by id. */
  readonly #held = new Map<string, Given>();
  #flushing: Promise<void> | undefined;
  #again = false;
  #lastWake = -Infinity;
  #waking = false;
  #cancelRetry: (() => void) | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.drafts = new Drafts(ports.store, () => ports.clock.now());
    this.#waits = makeWaits(ports);
    this.#delivery = makeDelivery(ports, this.#waits, this.#held, (event) => this.#tell(event));
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
    const {clock} = this.#ports;
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

  /** Sends what is due. Asked for while it runs, it goes round once more. Never rejects. */
  flush(): Promise<void> {
    this.#again = true;
    return (this.#flushing ??= this.#rounds());
  }

  /** What is on the device. Rejects when that cannot be known: an unreadable store is not an empty one. */
  async counts(): Promise<Counts> {
    const states = new Map(this.#kept().map((given) => [idOf(given), given.parcel.state]));
    let unreadable = 0;
    for await (const page of this.#pages()) {
      unreadable += page.unreadable;
      for (const letter of page.letters) states.set(idOf(letter), letter.parcel.state);
    }
    const parked = [...states.values()].filter((state) => state === 'parked').length;
    return {pending: states.size - parked, parked, unreadable};
  }

  /** Calls back with everything that happens, until the function it returns is called. */
  watch(listener: (event: OutboxEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(event: OutboxEvent): void {
    // Apart from the delivery: a listener that throws is reported like any uncaught error and stops nothing.
    for (const listener of this.#listeners) void Promise.resolve(event).then(listener);
  }

  async #pack(answer: NewParcel): Promise<Parcel> {
    const {clock, hash} = this.#ports;
    const made = await hash(answer.payload).catch((cause: unknown) => {
      throw new OutboxError('The hash could not be made.', {cause});
    });
    return packed(answer, made, clock.now());
  }

  /** The same answer may be given many times; another one under its id is refused. */
  #take(parcel: Parcel): Given {
    const {id, hash: wanted} = parcel.item;
    const given = this.#held.get(id) ?? {parcel};
    if (!given.as && !given.saving) given.parcel = parcel;
    else if (given.parcel.item.hash !== wanted) throw new OutboxError(`Another answer has the id ${id}.`);
    this.#held.set(id, given);
    return given;
  }

  async #store(given: Given, draft?: string): Promise<void> {
    const {store} = this.#ports;
    const {parcel} = given;
    const {id, payload} = parcel.item;
    try {
      const key = (given.key ??= parcelKey(await store.last(PARCELS), id));
      await store.commit([{put: key, value: parcel}, ...(draft === undefined ? [] : [{remove: DRAFTS + draft}])]);
      const kept = readParcel(await store.get(key));
      const intact = kept?.item.id === id && kept.endpoint === parcel.endpoint && kept.item.payload === payload;
      if (!intact) throw new Error('It was read back otherwise.');
      given.as = 'saved';
    } catch (cause) {
      throw new OutboxError('The device did not keep the answer.', {cause});
    }
  }

  /** What the store has, page by page, with the number of records that cannot be read. */
  async *#pages(): AsyncGenerator<{letters: Letter[]; unreadable: number}, void> {
    let after: string | undefined;
    do {
      const page = await this.#ports.store.page(PARCELS, {after, limit: PAGE});
      const letters = page.flatMap(([key, stored]): Letter[] => {
        const parcel = readParcel(stored);
        return parcel ? [{parcel, key, stored}] : [];
      });
      yield {letters, unreadable: page.length - letters.length};
      after = page.length === PAGE ? page.at(-1)?.[0] : undefined;
    } while (after);
  }

  #kept(): Given[] {
    return [...this.#held.values()].filter(({as, saving}) => as && !saving);
  }

  /** Everything there is to send: page by page what the store has, then from memory what it should have and has not. */
  async *#letters(): AsyncGenerator<Letter[], void> {
    const before = new Set(this.#kept().map(idOf));
    const seen = new Set<string>();
    try {
      for await (const {letters} of this.#pages()) {
        for (const letter of letters) seen.add(idOf(letter));
        // What is being saved is not sent yet: its read-back must still find it.
        yield letters.filter((letter) => !this.#held.get(idOf(letter))?.saving);
      }
    } finally {
      // Never saved, delivered by another tab, wiped, or the store cannot be read. What stays without proof is put back.
      const missing = this.#kept().filter((given) => before.has(idOf(given)) && !seen.has(idOf(given)));
      yield missing;
      const unproven = this.#kept().filter((given) => missing.includes(given));
      await this.#ports.store.commit(unproven.flatMap(({key, parcel}) => (key ? [{put: key, value: parcel}] : [])));
    }
  }

  async #rounds(): Promise<void> {
    const {clock, lock} = this.#ports;
    let soonest = Infinity;
    while (this.#again) {
      this.#again = false;
      this.#cancelRetry?.();
      soonest = Infinity;
      try {
        const letters = this.#letters();
        let more = true;
        while (more) {
          // Read under the lock: what another tab has just delivered is not sent again.
          await lock.run(async () => {
            const {value, done} = await letters.next();
            more = !done;
            soonest = Math.min(soonest, await this.#delivery.deliver(value ?? []));
          });
        }
        this.#waits.forget(STORE);
      } catch {
        // The store failed. Nobody knows what waits in it, so it is tried again like a network that failed.
        this.#waits.add(STORE, {pace: 'back-off'});
        soonest = Math.min(soonest, this.#waits.left(STORE));
      }
    }
    // Here and not in a `finally` of the caller: a flush asked for in between would be forgotten.
    this.#flushing = undefined;
    this.#tell({type: 'idle'});
    if (soonest < Infinity) this.#cancelRetry = clock.after(soonest, () => void this.flush());
  }
}
