import {sameValue} from '@ppgp/browser-store';
import type {Letter} from './batches.js';
import {idOf, makeDelivery, type Delivery, type Held} from './delivery.js';
import {makeGuard, type Guard} from './guard.js';
import {inTurn} from './in-turn.js';
import {OutboxError} from './outbox-error.js';
import type {Counts, OutboxEvent} from './outbox-event.js';
import {DRAFTS, keyBefore, packed, parcelKey, PARCELS, readParcel, type NewParcel, type Parcel} from './parcel.js';
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
  /** The name of the draft that goes with it, until that is gone. */
  draft?: string | undefined;
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
  /** What it touches, for `manage`. */
  readonly ports: Ports;
  /** A shared tablet, looked after by a team: the marks that show a loss stay also while nothing waits. */
  managed = false;
  /** Answers that vanished from this device before they were sent, as far as this page has noticed. */
  missing = 0;
  readonly #waits: Waits;
  /** By endpoint. */
  readonly #deliveries = new Map<string, Delivery>();
  readonly #listeners = new Set<(event: OutboxEvent) => void>();
  /** What this tab was given and has no proof for, by id. For `manage`. */
  readonly held = new Map<string, Given>();
  readonly #guard: Guard;
  /** The last key of an answer, once it is known. */
  #lastKey: string | undefined;
  readonly #counted = inTurn(() => this.#look());
  readonly #scanned = inTurn(() => this.#scan());
  readonly #lookedAfter = inTurn(() => this.#lookAfter());
  #lastWake = -Infinity;
  #waking = false;
  #cancelRetry: (() => void) | undefined;

  constructor(ports: Ports) {
    this.ports = ports;
    this.#waits = makeWaits(ports);
    this.#guard = makeGuard(ports);
  }

  /**
   * Keeps an answer on this device. Resolves only when it would survive closing, crashing and a power cut, and was read back whole;
   * otherwise rejects with an {@link OutboxError}. The same answer saved twice is one. Sending starts by itself.
   * `draft`: the name of the draft that goes, in the same transaction.
   */
  async save(answer: NewParcel, draft?: string): Promise<void> {
    const given = this.#take(await this.#pack(answer));
    given.draft ??= draft;
    if (given.as !== 'saved') {
      given.saving ??= this.#keep(given)
        .catch((cause: unknown) => {
          throw cause instanceof OutboxError ? cause : new OutboxError(cause);
        })
        .finally(() => {
          given.saving = undefined;
          this.wake();
        });
      await given.saving;
    }
    // Saved before it was named: the draft of an answer that is given does not stay.
    const left = given.draft;
    given.draft = undefined;
    if (left !== undefined) await this.ports.store.commit([{remove: DRAFTS + left}]).catch(() => undefined);
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
    clock.after(Math.min(early, WAKE_MS), () => {
      this.#waking = false;
      this.#lastWake = clock.now();
      this.#waits.hurry();
      void this.flush();
    });
  }

  /** A person insists: everything is tried now, also what is parked and what a server asked to wait for. */
  sendNow(): void {
    this.#waits.hurry(true);
    this.wake();
  }

  /**
   * The page may be going for good: the answer it was given last, if it is not known to be sent, leaves at once in a request that may
   * outlive the page. A bonus: it is sent again unless its proof came back.
   */
  part(): void {
    for (const given of this.kept().slice(-1)) void this.#delivery(given.parcel.endpoint).deliver([given], true);
  }

  /** Sends what is due, to each endpoint by itself, and settles when all was tried. Never rejects. */
  async flush(): Promise<void> {
    await Promise.all(await this.#scanned());
    await this.#lookedAfter();
  }

  /** What is on the device. Rejects when that cannot be known: an unreadable store is not an empty one. */
  counts(): Promise<Counts> {
    return this.#counted();
  }

  /** Counts, and shows what it sees. */
  async #look(see?: (letter: Letter) => void): Promise<Counts> {
    const states = new Map<string, Parcel['state']>();
    let unreadable = 0;
    const note = (letters: readonly Letter[]): void => {
      for (const letter of letters) {
        see?.(letter);
        states.set(idOf(letter), letter.parcel.state);
      }
    };
    note(this.kept());
    for await (const page of this.pages()) {
      unreadable += page.unreadable.length;
      note(page.letters);
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
    // Apart from the delivery: a listener that throws is reported like any uncaught error and stops nothing.
    for (const listener of this.#listeners) void Promise.resolve(event).then(listener);
  }

  async #pack(answer: NewParcel): Promise<Parcel> {
    const {clock, hash} = this.ports;
    const made = await hash(answer.payload).catch((cause: unknown) => {
      throw new OutboxError(cause);
    });
    return packed(answer, made, clock.now());
  }

  /** The same answer may be given many times; another one under its id is refused. */
  #take(parcel: Parcel): Given {
    const {id, hash: wanted} = parcel.item;
    const given = this.held.get(id) ?? {parcel};
    if (!given.as && !given.saving) given.parcel = parcel;
    else if (given.parcel.item.hash !== wanted) throw new OutboxError(`Another answer: ${id}`, 'invalid');
    this.held.set(id, given);
    return given;
  }

  /** Puts an answer on the device and reads it back: from then on it is saved. */
  async #keep(given: Given): Promise<void> {
    const {store, isEphemeral, afterSave} = this.ports;
    const {parcel, draft} = given;
    const {endpoint, item} = parcel;
    const {id} = item;
    const key = (given.key ??= this.#lastKey = parcelKey((this.#lastKey ??= await store.last(PARCELS)), id));
    const marks = this.#guard.before();
    await store.commit([{put: key, value: parcel}, ...marks, ...(draft === undefined ? [] : [{remove: DRAFTS + draft}])]);
    if (given.draft === draft) given.draft = undefined;
    this.#guard.after(given.as === undefined, marks.length > 0);
    const kept = readParcel(await store.get(key));
    // What another tab may have changed since, the state, is left aside.
    const intact = kept && sameValue([kept.endpoint, kept.item], [endpoint, item]);
    if (!intact) throw new OutboxError('Altered.', 'lost');
    if (await isEphemeral?.()) throw new OutboxError(undefined, 'ephemeral');
    given.as = 'saved';
    void afterSave?.();
    this.#tell({type: 'saved', id});
  }

  /** What the store has, page by page, the oldest first, with the records that cannot be read. */
  async *pages(): AsyncGenerator<Page, void> {
    for (let page: Page | undefined; !page || page.next;) yield (page = await this.#page(page?.next));
  }

  async #page(after?: string): Promise<Page> {
    const {store, breathe} = this.ports;
    const records = await store.page(PARCELS, {after, limit: PAGE});
    await breathe?.();
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
   * Everything there is to send to an endpoint: what the store has, a page of the oldest and one of the newest in turns so that today's
   * do not wait for weeks of others, then from memory what it should have and has not.
   */
  async *#letters(endpoint: string): AsyncGenerator<Letter[], void> {
    const {store} = this.ports;
    const mine = (): Given[] => this.kept().filter(({parcel}) => parcel.endpoint === endpoint);
    const before = new Set(mine().map(idOf));
    const seen = new Set<string | undefined>();
    const unseen = async ({letters}: Page): Promise<Letter[]> => {
      const others = letters.filter(({key}) => !seen.has(key));
      for (const letter of others) {
        seen.add(letter.key).add(idOf(letter));
        // What is being saved is not sent yet: its read-back must still find it.
        await this.held.get(idOf(letter))?.saving?.catch(() => undefined);
      }
      return others.filter((letter) => letter.parcel.endpoint === endpoint);
    };
    let newest: string | undefined;
    try {
      for await (const page of this.pages()) {
        yield await unseen(page);
        const last: string | undefined = page.next && (await store.last(PARCELS));
        if (last && last !== newest) yield await unseen(await this.#page(keyBefore((newest = last), PAGE)));
      }
    } finally {
      // Never saved, delivered by another tab, wiped, or the store cannot be read. What stays without proof is put back.
      const missing = mine().filter((given) => before.has(idOf(given)) && !seen.has(idOf(given)));
      // Parked here and gone from the store: another tab may have delivered it.
      for (const given of missing) if (given.as === 'saved' && given.parcel.state === 'parked') this.#waits.forget(idOf(given));
      yield missing;
      for (const given of missing) if (this.kept().includes(given)) await this.#keep(given);
    }
  }

  #delivery(endpoint: string): Delivery {
    const known = this.#deliveries.get(endpoint);
    if (known) return known;
    const made = makeDelivery(
      endpoint,
      this.ports,
      this.#waits,
      this.held,
      (event) => this.#tell(event),
      (delivery) => this.#serve(endpoint, delivery),
    );
    this.#deliveries.set(endpoint, made);
    return made;
  }

  /** Sends what is due to one endpoint. */
  async #serve(endpoint: string, delivery: Delivery): Promise<void> {
    delivery.cancelRetry?.();
    delivery.soonest = Infinity;
    try {
      const letters = this.#letters(endpoint);
      let more = true;
      while (more) {
        // Read under the lock: what another tab has just delivered is not sent again.
        await this.ports.lock.run(async () => {
          const {value, done} = await letters.next();
          more = !done;
          await delivery.deliver(value ?? []);
        }, endpoint);
      }
    } catch {
      this.#stumble();
    }
    if (delivery.soonest < Infinity) delivery.cancelRetry = this.#flushIn(delivery.soonest);
  }

  #flushIn(ms: number): () => void {
    return this.ports.clock.after(ms, () => void this.flush());
  }

  /** The store failed. Nobody knows what waits in it, so it is tried again like a network that failed. */
  #stumble(): void {
    if (this.#cancelRetry) return;
    this.#waits.add(STORE, {});
    this.#cancelRetry = this.#flushIn(this.#waits.left(STORE));
  }

  /** Begins to serve every endpoint for which something waits, here or in the store; gives the promises of each. */
  async #scan(): Promise<Promise<void>[]> {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    const serving = new Map<string, Promise<void>>();
    await this.#look(({parcel: {endpoint}}) => {
      if (!serving.has(endpoint)) serving.set(endpoint, this.#delivery(endpoint).serve());
    }).catch(() => this.#stumble());
    return [...serving.values()];
  }

  /** Notices what vanished. Where nobody listens, the next page that is watched shall notice it. */
  async #lookAfter(): Promise<void> {
    try {
      const count = await this.#guard.check(this.managed, this.#listeners.size === 0);
      if (!this.#cancelRetry) this.#waits.forget(STORE);
      if (count === -1) {
        // First what is here in memory is put back.
        void this.flush();
      } else if (count !== undefined) {
        this.missing += count;
        this.#tell({type: 'missing', count});
      }
    } catch {
      this.#stumble();
    }
    this.#tell({type: 'idle'});
  }
}
