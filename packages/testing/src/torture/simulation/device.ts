import type {NewParcel, Reply} from '@ppgp/outbox';
import type {Build} from './builds.js';
import {Collector} from './collector.js';
import {Ledger} from './ledger.js';
import {networkFaults, type Exchange} from './network-faults.js';
import {Page} from './page.js';
import {fates, type Fate, type Script, type StoreFault} from './script.js';
import {Seeded} from './seeded.js';
import {Time} from './time.js';

/** No device has so much to do between two moments; one that has will never end. */
const MOST_TURNS = 100_000;

/** An answer, and the draft that it was until now. */
export interface Given {
  answer: NewParcel;
  draft: string | undefined;
  /** Another page gave it too, and may have kept its draft anew. */
  elsewhere?: boolean;
}

/**
 * One device: its disk, its clock, its network, up to three pages and a collector far away, all in one thread. Whatever takes time
 * takes its turn, and the seed draws whose turn it is: the same script is the same life again.
 */
export class Device {
  readonly time = new Time();
  readonly collector = new Collector();
  readonly ledger = new Ledger(this.collector);
  readonly disk = new Map<string, string>();
  readonly random: Seeded;
  readonly script: Script;
  readonly builds: {today: Build; older: Build};
  /** How often each kind of fault took effect. */
  readonly faults = new Map<string, number>();
  readonly pages: (Page | undefined)[] = [];

  /** Given, and neither called saved nor sent before the page was gone: a person may press again. */
  readonly interrupted: Given[] = [];
  /** What the network kept, to bring it again in 400 days. */
  readonly replays: string[] = [];
  /** The note outside the store of how many answers wait. */
  note: number | undefined;
  /** Whether the store was ever erased, or did not keep what it said it had kept. */
  mayMiss = false;
  /** Whether an older build was ever loaded: it keeps no note. */
  hadOlder = false;
  /** Nothing bad happens any more. */
  calm = false;
  full = false;
  gone = false;
  /** For the judge: no request goes anywhere. */
  cut = false;
  noHash = false;
  /** How often the clock jumped. */
  jumps = 0;
  calls = 0;
  requests = 0;
  /** Requests that left the device. */
  left = 0;
  /** Calls of the store and requests so far: where a crash could be. */
  points = 0;
  readonly #store: ReadonlyMap<number, StoreFault>;
  readonly #network: ReadonlyMap<number, string>;
  readonly #points: ReadonlyMap<number, Fate | undefined>;
  #ready: {page: Page; go: () => void}[] = [];
  /** Who holds the lock of an endpoint. */
  readonly #holders = new Map<string, Page>();
  #waiters: {page: Page; endpoint: string; begin: () => void}[] = [];

  constructor(script: Script, builds: {today: Build; older: Build}) {
    this.script = script;
    this.builds = builds;
    this.random = new Seeded(script.seed ^ 0x5bd1e995);
    this.#store = new Map(script.store);
    this.#network = new Map(script.network);
    this.#points = new Map(script.points.map(([point, fate]) => [point, fates[fate]]));
  }

  happened(fault: string): void {
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
  }

  /** The page in a slot; one that is not open is loaded. `build`: drawn when not named, and then somebody may press again. */
  page(slot: number, build?: 'today' | 'older'): Page {
    const open = this.pages[slot];
    if (open && !open.dead) return open;
    const chosen = build ?? (this.script.older && this.random.once(2) ? 'older' : 'today');
    if (chosen === 'older') this.hadOlder = true;
    const page = new Page(this, chosen);
    this.pages[slot] = page;
    if (!build) for (const given of this.interrupted.splice(0)) if (this.random.once(2)) void page.give({...given, elsewhere: true});
    return page;
  }

  /** The pages that are open. */
  get open(): Page[] {
    return this.pages.flatMap((page) => (page && !page.dead ? [page] : []));
  }

  /** Lets things happen until `ms` have passed or `until` holds. */
  async run(ms: number, until = (): boolean => false): Promise<void> {
    const end = this.time.passed + ms;
    for (let turns = 0; !until(); turns++) {
      if (turns > MOST_TURNS) throw new Error('It never ends.');
      if (this.#ready.length > 0 && !(this.random.once(8) && this.time.next <= end)) {
        const [turn] = this.#ready.splice(this.random.below(this.#ready.length), 1);
        turn?.go();
      } else if (this.time.next <= end) {
        this.time.ring();
      } else {
        this.time.passed = end;
        return;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Waits for its turn among everything that could go on; a frozen page has none. */
  turn(page: Page): Promise<void> {
    return new Promise((go) => (page.frozen ? page.waking : this.#ready).push({page, go}));
  }

  freeze(page: Page): void {
    page.frozen = true;
    page.waking.push(...this.#ready.filter((turn) => turn.page === page));
    this.#ready = this.#ready.filter((turn) => turn.page !== page);
  }

  thaw(page: Page): void {
    page.frozen = false;
    this.#ready.push(...page.waking.splice(0));
  }

  /** A page is gone: nothing of it goes on, and its lock is free. */
  drop(page: Page): void {
    this.#ready = this.#ready.filter((turn) => turn.page !== page);
    this.#waiters = this.#waiters.filter((waiter) => waiter.page !== page);
    for (const endpoint of [...this.#holders.keys()]) this.unlock(page, endpoint);
  }

  /** As Web Locks do it: one holder at a time, even a frozen one. False after `patience` ms in vain. */
  lock(page: Page, endpoint: string, patience: number): Promise<boolean> {
    if (!this.#holders.has(endpoint)) {
      this.#holders.set(endpoint, page);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const waiter = {page, endpoint, begin: (): void => resolve(true)};
      this.#waiters.push(waiter);
      this.time.after(patience, () => {
        if (!this.#waiters.includes(waiter)) return;
        this.#waiters = this.#waiters.filter((each) => each !== waiter);
        resolve(false);
      });
    });
  }

  unlock(page: Page, endpoint: string): void {
    if (this.#holders.get(endpoint) !== page) return;
    this.#holders.delete(endpoint);
    const next = this.#waiters.find((waiter) => waiter.endpoint === endpoint);
    if (!next) return;
    this.#waiters = this.#waiters.filter((waiter) => waiter !== next);
    this.#holders.set(endpoint, next.page);
    next.begin();
  }

  /** What becomes of the next call of the store. */
  get nextCall(): StoreFault | undefined {
    if (this.calm) return undefined;
    return this.#points.get(++this.points)?.store ?? this.#store.get(++this.calls);
  }

  /** What becomes of the next request. */
  get nextRequest(): string | undefined {
    if (this.calm) return undefined;
    return this.#points.get(++this.points)?.network ?? this.#network.get(++this.requests);
  }

  /** Carries a request to the collector, or not. */
  async carry(body: string, timeoutMs: number, name: string | undefined): Promise<Reply> {
    const {time, collector} = this;
    if (this.cut) throw new TypeError('Failed to fetch');
    if (this.gone) {
      this.happened('network gone');
      throw new TypeError('Failed to fetch');
    }
    this.left++;
    const fault = networkFaults[name ?? ''];
    if (!fault) return collector.receive(body, true);
    this.happened(`request: ${name}`);
    const exchange: Exchange = {
      body,
      random: this.random,
      arrive: (sent = body) => collector.receive(sent, sent === body),
      take: (item) => {
        if (!collector.has(item.payload) && !('previousId' in item)) collector.takeFromElsewhere(item);
      },
      async wait(ms) {
        await time.sleep(Math.min(ms, timeoutMs));
        if (ms > timeoutMs) throw new Error('The request took too long.');
      },
      later: (ms) => {
        if (ms > 86_400_000) this.replays.push(body);
        else time.after(ms, () => collector.receive(body, true));
      },
    };
    return fault(exchange);
  }
}
