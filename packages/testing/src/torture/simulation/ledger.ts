import type {Change} from '@ppgp/browser-store';
import type {NewParcel, Reply} from '@ppgp/outbox';
import {nothing} from '../outcome.js';
import type {Outcome} from '../part.js';
import {wireHash, type Collector} from './collector.js';

type Kept = Exclude<keyof Outcome, 'answers' | 'faults'>;

/** A promise that was broken, with the invariant (failure-modes.md § 3.3) that says so. */
export interface Breach {
  promise: Kept;
  invariant: string;
  what: string;
}

/** What a record on the disk holds, read without the outbox's code. */
interface Stored {
  v?: unknown;
  endpoint?: unknown;
  state?: unknown;
  item?: {id?: string; payload?: string; hash?: string; previousId?: string};
}

/**
 * The judge: it writes down what was given, what people were told and what passed over the wire, and knows nothing of the outbox but
 * what protocol.md and failure-modes.md promise. Answers are known by their payloads, which are all different.
 */
export class Ledger {
  readonly breaches: Breach[] = [];
  /** Given answers by payload. */
  readonly given = new Map<string, NewParcel>();
  /** Payloads of answers that a page called saved. */
  readonly saved = new Set<string>();
  /** Payloads for which a proof of delivery reached some page. */
  readonly proven = new Set<string>();
  /** Payloads that a wipe of the device's storage excuses. */
  readonly excused = new Set<string>();
  /** How many answers pages called missing. */
  missing = 0;
  /** Payloads that a wipe took from the disk and that the note outside knew of. */
  readonly noted = new Set<string>();
  /** How many commits it looked at. */
  commits = 0;
  /** What was ever written under an id. */
  readonly #written = new Map<string, string>();
  readonly #collector: Collector;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  broke(promise: Kept, invariant: string, what: string): void {
    if (this.breaches.length < 20) this.breaches.push({promise, invariant, what});
  }

  /** A page says that an answer is saved: is it on the disk, whole, or with the collector? */
  called(answer: NewParcel, disk: ReadonlyMap<string, string>): void {
    const {payload, id, endpoint} = answer;
    this.saved.add(payload);
    if (this.excused.has(payload) || this.#collector.has(payload)) return;
    const kept = records(disk).some(({stored}) => stored.item?.payload === payload && stored.endpoint === endpoint);
    if (!kept) this.broke('falselySaved', 'I1', `${id} was called saved and is not on the disk`);
  }

  calledById(id: string, disk: ReadonlyMap<string, string>): void {
    // Under a later id it is saved again, as what it was; by now another page may have sent it and let it go.
    const answer = [...this.given.values()].find((given) => given.id === id) ?? this.given.get(this.#written.get(id) ?? '');
    if (answer) this.called(answer, disk);
    else this.broke('falselySaved', 'I1', `${id} was called saved and nobody gave it`);
  }

  /** A page says that an answer is sent. */
  sent(id: string, previousId: string | undefined, proofs: ReadonlySet<string>): void {
    if (!proofs.has(id)) this.broke('falselySaved', 'I2', `${id} was called sent without a proof`);
    if (previousId === id) this.broke('altered', 'I3', `${id} says that it replaces itself`);
  }

  /** Ids that a reply proves to be delivered, by the protocol's rule. */
  proofs(sent: string, {status, body}: Reply): string[] {
    if (status !== 200) return [];
    let said: {protocol?: unknown; results?: unknown};
    try {
      said = JSON.parse(body) as typeof said;
    } catch {
      return [];
    }
    if (said?.protocol !== 'reponses/1' || !Array.isArray(said.results)) return [];
    const results = said.results as ({id?: unknown; status?: unknown; hash?: unknown} | null)[];
    const {items} = JSON.parse(sent) as {items: {id: string; payload: string}[]};
    return items.flatMap(({id, payload}) => {
      const [result, another] = results.filter((each) => each?.id === id);
      const proof = !another && (result?.status === 'stored' || result?.status === 'duplicate') && result.hash === wireHash(payload);
      if (proof) this.proven.add(payload);
      return proof ? [id] : [];
    });
  }

  /** Ids that a reply refuses one by one: only those may be parked. */
  refusals(sent: string, {status, body}: Reply): string[] {
    const {items} = JSON.parse(sent) as {items: {id: string}[]};
    if (status !== 200) return status >= 400 && items.length === 1 ? items.map(({id}) => id) : [];
    try {
      const {results} = JSON.parse(body) as {results: ({id: string; status: string} | null)[]};
      return results.flatMap((result) => (result && ['rejected', 'conflict'].includes(result.status) ? [result.id] : []));
    } catch {
      return [];
    }
  }

  /** Looks at a commit before it is done: nothing goes without its own proof, and nothing changes. */
  watch(changes: readonly Change[], disk: ReadonlyMap<string, string>): void {
    this.commits += 1;
    const put = changes.flatMap((change) => ('put' in change ? [[change.put, change.value as Stored] as const] : []));
    for (const [key, {item}] of put) {
      if (!key.startsWith('parcel/')) continue;
      this.#written.set(item?.id ?? '', item?.payload ?? '');
      const origin = this.given.get(item?.payload ?? '');
      const same = origin && (item?.id === origin.id || item?.previousId === origin.id) && item?.hash === wireHash(origin.payload);
      if (!same) this.broke('altered', 'I3', `${key} was written with ${item?.payload ?? 'nothing'}`);
    }
    const gone = changes.flatMap((change) => ('remove' in change ? [change.remove] : []));
    for (const key of [...gone, ...put.map(([key]) => key)]) {
      const before = key.startsWith('parcel/') ? disk.get(key) : undefined;
      if (before === undefined) continue;
      const {item} = JSON.parse(before) as Stored;
      const kept = put.some(([, value]) => value.item?.payload === item?.payload);
      if (!kept && !this.proven.has(item?.payload ?? '')) this.broke('lost', 'I4', `${key} was removed without a proof`);
    }
  }

  /** Storage was erased behind the outbox's back: what is not with the collector may be gone, and nobody is to blame. */
  wiped(): void {
    for (const payload of this.given.keys()) if (!this.#collector.has(payload)) this.excused.add(payload);
  }

  /** A loss that can be noticed is told. */
  noticed(): void {
    const gone = [...this.noted].filter((payload) => this.saved.has(payload) && !this.#collector.has(payload));
    if (gone.length > 0 && this.missing === 0) this.broke('invisible', 'I12', `${gone.length} answers vanished and nobody was told`);
  }

  /** The counter that a person sees, against what lies on the disk. */
  counted({pending, parked, unreadable}: {pending: number; parked: number; unreadable: number}, disk: ReadonlyMap<string, string>): void {
    const all = records(disk).sort((one, other) => (one.key < other.key ? -1 : 1));
    const known = new Map(all.flatMap(({stored}) => (stored.v === 1 && stored.item?.id ? [[stored.item.id, stored.state]] : [])));
    const there = {
      pending: [...known.values()].filter((state) => state === 'pending').length,
      parked: [...known.values()].filter((state) => state === 'parked').length,
      unreadable: all.filter(({stored}) => stored.v !== 1).length,
    };
    const same = pending === there.pending && parked === there.parked && unreadable === there.unreadable;
    const say = (counts: typeof there): string => `${counts.pending} pending, ${counts.parked} parked, ${counts.unreadable} unreadable`;
    if (!same) this.broke('invisible', 'I7', `${say({pending, parked, unreadable})} are shown; on the disk are ${say(there)}`);
  }

  /** The end, when everything works again: `alive` are payloads that an open page still has to send. */
  close(disk: ReadonlyMap<string, string>, alive: ReadonlySet<string>): void {
    const {stored, times, breaches} = this.#collector;
    const kept = new Set(records(disk).map(({stored: {item}}) => item?.payload));
    for (const [payload, {id}] of this.given) {
      const owed = this.saved.has(payload) || alive.has(payload);
      if (this.#collector.has(payload) || !owed) continue;
      if (kept.has(payload)) this.broke('invisible', 'I8', `${id} is on the disk and was not sent although everything works`);
      else if (this.saved.has(payload) && !this.excused.has(payload)) this.broke('lost', 'I7', `${id} was called saved and is nowhere`);
      else if (alive.has(payload)) this.broke('lost', 'I8', `${id} was to be sent from memory and was not, although everything works`);
    }
    for (const [payload, count] of times) {
      const origin = this.given.get(payload);
      if (!origin) this.broke('altered', 'I3', `nobody gave ${payload}`);
      else if (count > 1) this.broke('duplicated', 'I5', `${origin.id} counts ${count} times`);
    }
    for (const payload of this.proven) if (!times.has(payload)) this.broke('lost', 'I6', `${payload} was proven and is not there`);
    for (const what of breaches) this.broke('altered', 'I9', what);
    if (stored.size < times.size) this.broke('lost', 'I5', 'the collector lost answers: the judge is broken');
  }

  /** The breaches as a part reports them. */
  outcome(): Outcome {
    const outcome = {...nothing};
    for (const {promise} of this.breaches) outcome[promise] += 1;
    return outcome;
  }
}

/** The records of answers on a disk. */
export function records(disk: ReadonlyMap<string, string>): {key: string; stored: Stored}[] {
  return [...disk].flatMap(([key, text]) => (key.startsWith('parcel/') ? [{key, stored: JSON.parse(text) as Stored}] : []));
}
