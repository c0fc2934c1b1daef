import type {Change} from '@ppgp/browser-store';
import {type Outbox, type OutboxEvent, type Ports, type Reply} from '@ppgp/outbox';
import {Drafts, sweepDrafts} from '@ppgp/outbox/drafts';
import {wireHash} from './collector.js';
import type {Device, Given} from './device.js';

const never = new Promise<never>(() => undefined);
/** As long as the page's lock waits for another tab, and how long once that was in vain. */
const PATIENCE = {first: 20_000, after: 100};
/** The longest that a server may ask for. */
const DAY_MS = 86_400_000;
/** When the real store gives a transaction up. */
const TRANSACTION_MS = 20_000;

type PostOptions = Parameters<Ports['network']['post']>[2];

/** What a page was told of an answer. */
type Told = 'saving' | 'saved' | 'unsaved';

/** Whether a commit is the first of an answer: what is read back afterwards may be lied about. */
const isNew = (changes: readonly Change[]): boolean =>
  changes.some((change) => 'put' in change && change.put.startsWith('parcel/')) && !changes.some((change) => 'expect' in change);

/** A page in a tab of the device, with an outbox under test and ports that fail as the script says. */
export class Page {
  readonly outbox: Outbox;
  dead = false;
  frozen = false;
  hidden = false;
  /** Its storage fails for as long as it lives. */
  storage: 'works' | 'lost' | 'refused' = 'works';
  diesAtRequest = false;
  /** Turns that come once it is thawed. */
  readonly waking: {page: Page; go: () => void}[] = [];
  readonly told = new Map<string, {given: Given; as: Told}>();
  /** Ids for which it got a proof of delivery. */
  readonly #proofs = new Set<string>();
  /** Ids that were refused by themselves: in a result of their own, or alone in a request. */
  readonly #refused = new Set<string>();
  /** Until when, by the time that really passes, an endpoint asked for rest; and how often the clock had jumped by then. */
  readonly #rests = new Map<string, {until: number; jumps: number}>();
  /** How often a person insisted. */
  #insisted = 0;
  readonly #device: Device;
  readonly #drafts: Drafts;
  /** Endpoints whose lock was waited for in vain. */
  readonly #stuck = new Set<string>();
  /** URLs to which a request is under way. */
  readonly #flying = new Set<string>();

  constructor(device: Device, build: 'today' | 'older') {
    this.#device = device;
    const {Outbox} = device.builds[build];
    const ports = this.#ports();
    this.outbox = new Outbox(ports);
    this.outbox.watch((event) => {
      if (!this.dead) this.#heard(event);
    });
    // As the page's one outbox is made.
    this.outbox.wake();
    sweepDrafts(ports.store, ports.clock.now()).catch(() => undefined);
    this.#drafts = new Drafts(ports.store, () => ports.clock.now());
  }

  #heard(event: OutboxEvent): void {
    const {ledger, disk} = this.#device;
    if (event.type === 'sent') ledger.sent(event.id, event.previousId, this.#proofs);
    else if (event.type === 'saved') ledger.calledById(event.id, disk);
    else if (event.type === 'parked' && !this.#refused.has(event.id)) {
      ledger.broke('invisible', 'I8', `${event.id} was parked although it was never refused by itself`);
    } else if (event.type === 'missing') {
      ledger.missing += event.count;
      if (!this.#device.mayMiss) ledger.broke('invisible', 'I12', `${event.count} answers were called missing, and none is`);
    }
  }

  /** Gives an answer as an element does: saved or else, and said to be unsaved, sent from memory. */
  async give(given: Given): Promise<void> {
    const {ledger, disk} = this.#device;
    const {answer, draft} = given;
    const {payload} = answer;
    ledger.given.set(payload, answer);
    const told = this.told.get(payload) ?? {given, as: 'saving' as Told};
    this.told.set(payload, told);
    try {
      await this.outbox.save(answer, draft);
      told.as = 'saved';
      ledger.called(answer, disk);
      const {ephemeral} = this.#device.script;
      if (ephemeral) ledger.broke('falselySaved', 'I1', `${answer.id} was called saved on storage that goes with the window`);
      if (draft && !given.elsewhere && disk.has(`draft/${draft}`))
        ledger.broke('duplicated', 'I7', `${answer.id} is saved and still a draft`);
    } catch {
      const promised = await this.outbox.sendUnsaved(answer).then(
        () => true,
        () => false,
      );
      if (told.as !== 'saved' && promised) told.as = 'unsaved';
    }
  }

  /** Begins an answer, keeps it as a draft, and gives it; `twice`: the button is pressed two times. */
  async write(given: Given, twice: boolean): Promise<void> {
    if (given.draft) await this.#drafts.keep(given.draft, given.answer.payload).catch(() => undefined);
    if (twice) void this.give(given);
    await this.give(given);
  }

  /** It is being hidden, perhaps for good. */
  part(): void {
    // Builds before this one had no last words.
    if ('part' in this.outbox) this.outbox.part();
    this.outbox.wake();
  }

  sendNow(): void {
    this.#rests.clear();
    this.#insisted++;
    this.outbox.sendNow();
  }

  die(): void {
    if (this.dead) return;
    this.dead = true;
    for (const {given, as} of this.told.values()) if (as !== 'saved') this.#device.interrupted.push(given);
    this.#device.drop(this);
  }

  #ports(): Ports {
    const device = this.#device;
    const {disk, time, random} = device;
    const keys = (prefix: string): string[] => [...disk.keys()].filter((key) => key.startsWith(prefix)).sort();
    const read = (key: string): unknown => {
      const text = disk.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    };
    return {
      store: {
        get: (key) => this.#call(() => read(key)),
        page: (prefix, {after = '', limit}) =>
          this.#call(() =>
            keys(prefix)
              .filter((key) => key > after)
              .slice(0, limit)
              .map((key) => [key, read(key)]),
          ),
        last: (prefix) => this.#call(() => keys(prefix).at(-1)),
        count: (prefix) => this.#call(() => keys(prefix).length),
        commit: (changes) => (changes.length === 0 ? Promise.resolve() : this.#call(() => this.#commit(changes), isNew(changes))),
        isPartial: () => false,
        close: () => undefined,
      },
      network: {post: (url, body, options) => this.#post(url, body, options)},
      canary: {
        read: () => device.note,
        write: (count) => {
          if (!this.dead) device.note = count;
        },
      },
      isEphemeral: async () => device.script.ephemeral,
      clock: {now: () => time.believed, after: (ms, ring) => this.#after(ms, ring)},
      // The older build has one lock for all.
      lock: {run: (work, endpoint = '') => this.#locked(work, endpoint)},
      random,
      hash: async (text) => {
        if (!device.noHash) return wireHash(text);
        device.happened('no hash');
        throw new TypeError('Failed to fetch dynamically imported module');
      },
      hidden: () => this.hidden,
      lib: '0.0.0-simulated',
    };
  }

  #commit(changes: readonly Change[]): void {
    const {disk, ledger, full} = this.#device;
    if (full && changes.some((change) => 'put' in change)) {
      this.#device.happened('storage full');
      throw Object.assign(new Error('storage full'), {name: 'QuotaExceededError'});
    }
    for (const change of changes) {
      const same = 'expect' in change && JSON.stringify(change.value) === disk.get(change.expect);
      if ('expect' in change && !same) throw new Error(`${change.expect} was changed.`);
    }
    ledger.watch(changes, disk);
    for (const change of changes) {
      if ('put' in change) disk.set(change.put, JSON.stringify(change.value));
      else if ('remove' in change) disk.delete(change.remove);
    }
  }

  #after(ms: number, ring: () => void): () => void {
    if (!(ms <= DAY_MS)) this.#device.ledger.broke('invisible', 'I8', `something waits for ${ms} ms`);
    // A timer of a frozen page rings once it is thawed.
    return this.#device.time.after(ms, () => {
      if (this.dead) return;
      if (this.frozen) this.waking.push({page: this, go: ring});
      else ring();
    });
  }

  async #locked(work: () => Promise<void>, endpoint: string): Promise<void> {
    const device = this.#device;
    if (!device.script.locks) return work();
    const alone = await device.lock(this, endpoint, this.#stuck.has(endpoint) ? PATIENCE.after : PATIENCE.first);
    if (this.dead) return never;
    if (alone) this.#stuck.delete(endpoint);
    else this.#stuck.add(endpoint);
    if (!alone) device.happened('lock held too long');
    try {
      await work();
    } finally {
      if (alone) device.unlock(this, endpoint);
    }
  }

  async #call<T>(effect: () => T, mayLie = false): Promise<T> {
    const device = this.#device;
    if (this.dead) return never;
    const fault = device.nextCall;
    await device.turn(this);
    if (this.dead) return never;
    const fail = (name: string, message = fault ?? this.storage): never => {
      device.happened(`store: ${message}`);
      throw Object.assign(new Error(message), {name});
    };
    if (this.storage !== 'works') fail(this.storage === 'lost' ? 'UnknownError' : 'SecurityError');
    if (fault === 'page dies before') return this.#dies(fault);
    if (fault === 'fails, nothing done') fail('UnknownError');
    if (fault === 'quota') fail('QuotaExceededError');
    if (fault === 'connection closed') fail('InvalidStateError');
    if (fault === 'slow') device.happened('store: slow');
    if (fault === 'slow' || fault?.startsWith('timeout')) {
      await device.time.sleep(fault === 'slow' ? device.random.below(TRANSACTION_MS) : TRANSACTION_MS);
      await device.turn(this);
      if (this.dead) return never;
    }
    if (fault === 'timeout, nothing done') fail('TimeoutError');
    const lies = fault === 'says done, nothing done' && mayLie;
    if (lies) {
      device.happened(`store: ${fault}`);
      device.mayMiss = true;
    }
    const result = lies ? (undefined as T) : effect();
    if (fault === 'page dies after') return this.#dies(fault);
    if (fault === 'fails, but done') fail('AbortError');
    if (fault === 'timeout, but done') fail('TimeoutError');
    await device.turn(this);
    return this.dead ? never : result;
  }

  #dies(fault: string): Promise<never> {
    this.#device.happened(`store: ${fault}`);
    this.die();
    return never;
  }

  async #post(url: string, body: string, {timeoutMs, keepalive = false}: PostOptions): Promise<Reply> {
    const device = this.#device;
    const {ledger, time} = device;
    if (this.dead) return never;
    if (!(timeoutMs >= 30_000 && timeoutMs <= 120_000)) ledger.broke('invisible', 'I8', `a request may take ${timeoutMs} ms`);
    const rest = this.#rests.get(url);
    if (rest && rest.jumps === device.jumps && time.passed < rest.until - 1) {
      ledger.broke('altered', 'I9', `${url} asked for rest and was called ${rest.until - time.passed} ms early`);
    }
    const insisted = this.#insisted;
    // Last words go beside whatever is under way.
    let mine = false;
    if (!keepalive && this.#flying.has(url)) ledger.broke('altered', 'I9', 'two requests of one page to one endpoint at once');
    if (!keepalive) this.#flying.add(url);
    try {
      await device.turn(this);
      if (this.dead) return await never;
      const fate = device.nextRequest;
      if (fate === 'page dies before') return await this.#dieAtRequest(body, false);
      if (fate === 'page dies after') return await this.#dieAtRequest(body, true);
      if (this.diesAtRequest) return await this.#dieAtRequest(body, device.random.once(2));
      const reply = await device.carry(body, timeoutMs, fate);
      await device.turn(this);
      if (this.dead) return await never;
      // A person who insisted meanwhile need not wait for what an earlier request is told.
      mine = this.#hear(url, body, reply, insisted < this.#insisted);
      return reply;
    } finally {
      if (!keepalive) this.#flying.delete(url);
      // Asked for in the reply to another request, and this one was on its way already: what it brings is newer.
      if (rest !== this.#rests.get(url) && !mine) this.#rests.delete(url);
    }
  }

  #dieAtRequest(body: string, arrives: boolean): Promise<never> {
    const device = this.#device;
    device.happened('page dies at a request');
    if (arrives) device.collector.receive(body, true);
    this.die();
    return never;
  }

  /** Whether it asks for rest. */
  #hear(url: string, body: string, reply: Reply, isOutdated: boolean): boolean {
    const {ledger, time, jumps} = this.#device;
    for (const id of ledger.proofs(body, reply)) this.#proofs.add(id);
    for (const id of ledger.refusals(body, reply)) this.#refused.add(id);
    const seconds = Number(reply.retryAfter ?? (/"retryAfter":(\d+)\}$/.exec(reply.body) ?? [])[1]);
    const asks = [429, 503].includes(reply.status) && seconds > 0;
    if (asks && !isOutdated) this.#rests.set(url, {until: time.passed + Math.min(seconds, 86_400) * 1_000, jumps});
    return asks;
  }
}
