import {memoryStore} from '@ppgp/browser-store/memory';
import {Outbox, type NewParcel, type OutboxEvent, type Reply} from '../index.js';
import type {Hash, Ports, PostOptions} from '../ports.js';
import {FakeCollector, wireHash} from './fake-collector.kit.js';
import {SeededRandom} from './seeded-random.kit.js';
import {SimulatedClock} from './simulated-clock.kit.js';

/** What may happen to one call of a port: before or after it took effect, the tab dies, or the call fails. */
export type Fate = 'dies-before' | 'dies-after' | 'fails-before' | 'fails-after';

/** The fate of a tab's calls, counted from 1. */
export type Plan = (call: number, name: string) => Fate | undefined;

/** What becomes of a request: a reply, or an error where the network fails. `arrive` hands it to the collector. */
export type Weather = (
  request: {url: string; body: string; number: number; key?: string | undefined; keepalive?: boolean | undefined},
  arrive: () => Reply,
) => Reply;

const MONTH = 30 * 24 * 60 * 60_000;
const never = new Promise<never>(() => undefined);

/**
 * One device and its collector in one process: tabs that share a store, a simulated clock, a network with weather.
 * Every call of a port takes its turn, and with the same seed the turns are the same: a failing run can be run again.
 */
export class Simulation {
  readonly clock = new SimulatedClock();
  readonly collector = new FakeCollector();
  readonly disk = memoryStore();
  /** The note outside the store of how many answers wait. */
  note: number | undefined;
  readonly random: SeededRandom;
  /** How often a tab said that it had tried all that was due. */
  idle = 0;
  /** What else the tabs reported, in order. */
  readonly events: OutboxEvent[] = [];
  /** Ids reported as saved. */
  readonly saved = new Set<string>();
  /** What was reported and is not true. */
  readonly lies: string[] = [];
  readonly given = new Map<string, NewParcel>();
  hash: Hash = async (text) => wireHash(text);
  weather: Weather = (_request, arrive) => arrive();
  requests = 0;
  inFlight = 0;
  mostInFlight = 0;
  readonly locks: boolean;
  /** Time passes while something is being done, so that timers ring in the middle of it. */
  readonly slow: boolean;
  readonly #turns: (() => void)[] = [];
  /** Who holds the lock of an endpoint. */
  readonly #holders = new Map<string, Tab>();
  readonly #queue: (() => void)[] = [];

  constructor({seed = 1, locks = true, slow = false}: {seed?: number; locks?: boolean; slow?: boolean} = {}) {
    this.random = new SeededRandom(seed);
    this.locks = locks;
    this.slow = slow;
  }

  /** Loads the page once more: a new tab with a fresh outbox on the same store. */
  open(plan: Plan = () => undefined): Tab {
    return new Tab(this, plan);
  }

  /** An answer as a page would give it. */
  answer(members: Partial<NewParcel> = {}): NewParcel {
    const id = members.id ?? this.newId();
    const payload = JSON.stringify({answers: {q1: this.random.below(1000)}});
    return {id, endpoint: 'https://collector.example/v1/answers', campaign: 'c1', version: '1', day: '2026-11-21', payload, ...members};
  }

  newId(): string {
    const hex = Buffer.from(this.random.bytes(16)).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** Lets things happen until nothing more does, or `ms` have passed (a month: something never ends), or `until` holds. */
  async run({ms = MONTH, until = () => false}: {ms?: number; until?: () => boolean} = {}): Promise<void> {
    const end = this.clock.passed + ms;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (until()) return;
      const ready = this.#turns.length;
      const timeToo = this.clock.rings() || (this.slow && this.random.below(6) === 0 && this.clock.rings(end));
      const chosen = this.random.below(ready + Number(timeToo));
      const [next] = this.#turns.splice(chosen, chosen < ready ? 1 : 0);
      if (next) next();
      else if (!this.clock.next(end) && ready === 0) return;
    }
  }

  /** What the promises of failure-modes.md § 3.3 have come to, once all is quiet: an empty list is good. */
  async faults(): Promise<string[]> {
    const faults = [...this.lies, ...this.collector.breaches];
    const records = await this.disk.page('parcel/', {limit: 10_000});
    const kept = records.map(([, value]) => (value as {item: NewParcel & {previousId?: string}}).item ?? {});
    for (const id of this.saved) {
      const copies = this.collector.find(id);
      const waits = kept.some((item) => item.id === id || item.previousId === id);
      if (copies.length === 0 && !waits) faults.push(`${id} is lost`);
    }
    for (const answer of this.collector.answers.values()) {
      if (answer.deliveries === 0) continue;
      const origin = this.given.get(answer.previousId ?? answer.id);
      if (!origin) faults.push(`${answer.id} was never given`);
      else if (origin.payload !== answer.payload) faults.push(`${answer.id} is altered`);
    }
    for (const id of this.given.keys()) {
      // Two different answers under one id end as two; one answer never does.
      if (this.collector.find(id).length > 1) faults.push(`${id} counts twice`);
    }
    return faults;
  }

  /** Waits for its turn among everything that could go on. */
  turn(): Promise<void> {
    return new Promise((resolve) => this.#turns.push(resolve));
  }

  heard(event: OutboxEvent): void {
    if (event.type === 'idle') this.idle += 1;
    else this.events.push(event);
    if (event.type === 'sent' && this.collector.find(event.id).length === 0) this.lies.push(`${event.id} was called sent`);
  }

  async post(url: string, body: string, {key, keepalive}: Partial<PostOptions> = {}): Promise<Reply> {
    const number = ++this.requests;
    return this.weather({url, body, number, key, keepalive}, () => this.collector.receive(url, body));
  }

  /** As a browser does it: one holder among the tabs, and a tab that dies lets go. */
  async withLock(tab: Tab, work: () => Promise<void>, endpoint: string): Promise<void> {
    if (!this.locks) return work();
    while (this.#holders.has(endpoint)) await new Promise<void>((resolve) => this.#queue.push(resolve));
    if (tab.dead) return never;
    this.#holders.set(endpoint, tab);
    try {
      await work();
    } finally {
      this.letGo(tab, [endpoint]);
    }
  }

  /** A tab's locks of these endpoints, or all of them, are free. */
  letGo(tab: Tab, endpoints: readonly string[] = [...this.#holders.keys()]): void {
    for (const endpoint of endpoints) if (this.#holders.get(endpoint) === tab) this.#holders.delete(endpoint);
    for (const retry of this.#queue.splice(0)) retry();
  }
}

/** A page in a tab, with the outbox under test. */
export class Tab {
  readonly outbox: Outbox;
  /** As on a page of the host without any element: nobody hears. */
  readonly unwatch: () => void;
  dead = false;
  /** Calls of ports so far. */
  calls = 0;
  hidden = false;
  readonly #simulation: Simulation;
  readonly #plan: Plan;

  constructor(simulation: Simulation, plan: Plan) {
    this.#simulation = simulation;
    this.#plan = plan;
    const {disk, clock} = simulation;
    const call = this.#call.bind(this);
    const ports: Ports = {
      store: {
        get: (key) => call('get', () => disk.get(key)),
        page: (prefix, options) => call('page', () => disk.page(prefix, options)),
        last: (prefix) => call('last', () => disk.last(prefix)),
        count: (prefix) => call('count', () => disk.count(prefix)),
        commit: (changes) => (changes.length === 0 ? Promise.resolve() : call('commit', () => disk.commit(changes))),
        isPartial: () => disk.isPartial(),
        close: () => undefined,
      },
      network: {post: (url, body, options) => this.#post(url, body, options)},
      canary: {
        read: () => simulation.note,
        write: (count) => {
          if (!this.dead) simulation.note = count;
        },
      },
      clock: {
        now: () => clock.now(),
        after: (ms, ring) =>
          clock.after(ms, () => {
            if (!this.dead) ring();
          }),
      },
      lock: {run: (work, endpoint) => simulation.withLock(this, work, endpoint)},
      random: simulation.random,
      hash: (text) => simulation.hash(text),
      hidden: () => this.hidden,
      lib: '0.0.0-simulated',
    };
    this.outbox = new Outbox(ports);
    this.unwatch = this.outbox.watch((event) => {
      if (!this.dead) simulation.heard(event);
    });
  }

  /** Gives an answer and remembers what the person was told. Never settles when the tab dies. */
  async save(answer: NewParcel): Promise<void> {
    const {given, saved, disk, collector, lies} = this.#simulation;
    given.set(answer.id, answer);
    await this.outbox.save(answer);
    saved.add(answer.id);
    const records = await disk.page('parcel/', {limit: 10_000});
    const kept = records.some(([, value]) => (value as {item?: NewParcel}).item?.payload === answer.payload);
    if (!kept && collector.find(answer.id).length === 0) lies.push(`${answer.id} was called saved`);
  }

  /** Gives an answer as an element does: saved or else, and said to be unsaved, sent from memory. */
  give(answer: NewParcel): void {
    this.save(answer).catch(() => this.sendUnsaved(answer));
  }

  sendUnsaved(answer: NewParcel): Promise<void> {
    this.#simulation.given.set(answer.id, answer);
    return this.outbox.sendUnsaved(answer);
  }

  /** The tab is closed, or killed. */
  die(): void {
    this.dead = true;
    this.#simulation.letGo(this);
  }

  async #post(url: string, body: string, options: PostOptions): Promise<Reply> {
    const simulation = this.#simulation;
    const {timeoutMs} = options;
    if (!Number.isInteger(timeoutMs) || timeoutMs < 30_000 || timeoutMs > 120_000) simulation.lies.push(`a timeout of ${timeoutMs} ms`);
    simulation.inFlight++;
    simulation.mostInFlight = Math.max(simulation.mostInFlight, simulation.inFlight);
    try {
      return await this.#call('post', () => simulation.post(url, body, options));
    } finally {
      simulation.inFlight--;
    }
  }

  async #call<T>(name: string, effect: () => Promise<T>): Promise<T> {
    if (this.dead) return never;
    const fate = this.#plan(++this.calls, name);
    const simulation = this.#simulation;
    await simulation.turn();
    if (fate === 'dies-before') this.die();
    if (this.dead) return never;
    if (fate === 'fails-before') throw new Error(`${name} failed before it was done`);
    const result = await effect();
    if (fate === 'dies-after') this.die();
    if (fate === 'fails-after') throw new Error(`${name} failed after it was done`);
    await simulation.turn();
    return this.dead ? never : result;
  }
}
