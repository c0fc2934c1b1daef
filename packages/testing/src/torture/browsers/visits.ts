import {setTimeout as pause} from 'node:timers/promises';
import type {Engine} from '../../browsers/engines.mjs';
import type {FaultProxy} from '../../fault-proxy/fault-proxy.js';
import type {Seeded} from '../simulation/seeded.js';
import type {Host} from './host.js';
import type {Order, Task} from './page/orders.js';
import {isOfTag, type Entry, type Record} from './record.js';
import type {Power} from './power.js';
import type {Looks} from './tally.js';
import {startTormented, type TormentedBrowser} from './tormented-browser.js';

interface Setting {
  engine: Engine;
  run: number;
  host: Host;
  proxy: FaultProxy;
  record: Record;
  looks: Looks;
  seeded: Seeded;
  profile: string;
  display: string | undefined;
  /** With it, every kill is a power cut. */
  power: Power | undefined;
}

/** A browser that has not shown its page by then, in milliseconds, and a page that has not come so far, are killed all the same. */
const START_MS = 40_000;
const PATIENCE_MS = 8_000;
/** How long the last one may go on without anything saved or sent. */
const SENDING_MS = 30_000;

/** Visits to the page, each in a newly started browser on the same profile; all but the last end with SIGKILL. */
export class Visits {
  /** What was done to them, and how often. */
  readonly harm = new Map<string, number>();
  readonly #given: Setting;
  #visit = 0;
  #browser: TormentedBrowser | undefined;
  #nextK = 1;
  /** Begun, and never called saved: some come again under the same id. */
  #again: Task[] = [];
  /** Of this visit. */
  #begun: Task[] = [];
  #wanted = 0;
  #isLast = false;
  readonly #judging = new Set<Promise<void>>();
  readonly #lookers = new Map<number, number[]>();
  /** Answers begun since the storage process was killed in this visit; undefined while it lives, and once the page saves again. */
  #wounded: Set<number> | undefined;
  /** Called with every entry of the visit. */
  #hear: (entry: Entry) => void = () => undefined;

  constructor(given: Setting) {
    this.#given = given;
    given.host.onTold = (entry) => this.#told(entry);
    given.host.nextOrder = (visit, tab) => (visit === this.#visit ? this.#order(tab) : undefined);
  }

  /** A first visit that ends politely: only from then on is everything that was there before on the disk. */
  async polite(): Promise<void> {
    const over = this.#hears(3, 1);
    await this.#start(1);
    await over;
    await this.#browser?.close();
    this.#browser = undefined;
    this.#given.power?.settle();
  }

  /** Gives about so many answers in one to four tabs, under one kind of harm or another, and is killed in the middle. */
  async untilKilled(wanted: number): Promise<void> {
    const {seeded, engine, proxy} = this.#given;
    const isCut = seeded.once(6);
    const isFull = engine !== 'webkit' && seeded.once(8);
    const tabs = 1 + seeded.below(4);
    const room = isFull ? 60_000 : undefined;
    if (tabs > 1) this.#count('several tabs');
    if (isFull) this.#count('full devices');
    if (isCut) {
      this.#count('cables pulled');
      await proxy.pull();
    }
    const over = this.#hears(wanted, tabs);
    await this.#start(tabs, room);
    await over;
    // In the middle of a save, of the reply to it, or a little later.
    await pause(seeded.below(25));
    await this.#kill();
    if (isCut) await proxy.plug();
    this.#again.push(...this.#begun.filter(({k, id}) => !this.#given.record.saved.has(k) && !isOfTag(id) && seeded.once(2)));
  }

  /** Gives what is missing, then has everything sent; gives what is left on the device after too long. Throws where no page comes up. */
  async untilSent(answers: number): Promise<string | undefined> {
    const {record, looks} = this.#given;
    this.#wanted = answers;
    this.#isLast = true;
    const before = looks.count;
    let isHere = false;
    let deadline: number;
    // It may take as long as it comes forward: a busy machine is slow, not broken.
    this.#hear = ({type}) => {
      isHere = true;
      if (type !== 'looked' || record.saved.size < answers) deadline = Date.now() + SENDING_MS;
    };
    await this.#start(1);
    await this.#startAgainUnless(() => isHere);
    deadline = Date.now() + START_MS;
    const isOver = (): boolean =>
      looks.count > before + 1 && record.saved.size >= answers && looks.kept?.length === 0 && looks.counted === 0;
    while (!isOver() && Date.now() < deadline) await pause(100);
    await this.#kill();
    if (looks.count === before) throw new Error(`${this.#given.engine}: the page did not come up.`);
    return isOver() ? undefined : `${looks.kept?.join(' ') ?? 'nobody knows what'} (${looks.counted ?? 'nobody knows how many'} counted)`;
  }

  /** A browser whose page says nothing at all has not come up: that says nothing of answers, and it is started once more. */
  async #startAgainUnless(isHere: () => boolean): Promise<void> {
    const until = Date.now() + START_MS / 2;
    while (!isHere() && Date.now() < until) await pause(100);
    if (isHere()) return;
    this.#count('started again');
    await this.#kill();
    await this.#start(1);
  }

  async end(): Promise<void> {
    await this.#browser?.kill();
    await Promise.allSettled(this.#judging);
  }

  async #start(tabs: number, room?: number): Promise<void> {
    const {engine, host, proxy, run, profile, display, power} = this.#given;
    this.#visit++;
    this.#begun = [];
    this.#wounded = undefined;
    const urls = Array.from({length: tabs}, (_, tab) => {
      const query = new URLSearchParams({visit: `${this.#visit}`, tab: `${tab}`, run: `${run}`, endpoint: `${proxy.url}/v1/answers`});
      return `${host.url}/?${query.toString()}`;
    });
    this.#browser = await startTormented[engine]({profile, urls, room, display, env: power?.env});
  }

  async #kill(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = undefined;
    this.#count('kills');
    if (this.#given.power) {
      this.#given.power.cut();
      this.#count('power cuts');
    }
    await Promise.allSettled(this.#judging);
  }

  /** Resolves when so many answers were begun, or after too long; half way, what the engine can do is done to it. */
  #hears(wanted: number, tabs: number): Promise<void> {
    const {seeded} = this.#given;
    this.#wanted = wanted;
    const midway = Math.ceil(wanted / 2);
    const isHarmed = seeded.once(2);
    return new Promise((resolve) => {
      const giveUp = (): void => {
        this.#count('slow visits');
        resolve();
      };
      let late = setTimeout(giveUp, START_MS);
      let begun = 0;
      let isHere = false;
      this.#hear = ({type}) => {
        if (!isHere) {
          isHere = true;
          clearTimeout(late);
          late = setTimeout(giveUp, PATIENCE_MS);
        }
        if (type !== 'about') return;
        begun++;
        if (begun === midway && isHarmed) void this.#harm(seeded.below(tabs)).catch(() => undefined);
        if (begun < wanted) return;
        clearTimeout(late);
        resolve();
      };
    });
  }

  async #harm(tab: number): Promise<void> {
    const browser = this.#browser;
    if (browser?.killStorage) {
      this.#count('storage processes killed');
      await browser.killStorage();
      this.#wounded = new Set();
    } else if (browser?.freeze) {
      const {seeded} = this.#given;
      const draw = seeded.below(6);
      if (draw === 0 && browser.wipe) return this.#wipe(browser);
      if (draw < 3 && browser.closeTab && tab > 0) {
        this.#count('tabs closed');
        return browser.closeTab(tab);
      }
      this.#count('tabs frozen');
      await browser.freeze(tab, true);
      await pause(seeded.below(800));
      await browser.freeze(tab, false);
    }
  }

  /** What was begun by then may be gone, and nobody is to blame; what a page still has in memory it puts back. */
  async #wipe(browser: TormentedBrowser): Promise<void> {
    this.#count('storage wiped');
    const {record} = this.#given;
    const excuse = (): void => record.begun.forEach((_id, k) => record.excused.add(k));
    excuse();
    await browser.wipe?.();
    excuse();
  }

  #told(entry: Entry): void {
    const {record, looks} = this.#given;
    record.add(entry);
    if (entry.visit !== this.#visit) return;
    if (entry.type === 'about') {
      this.#begun.push({k: entry.k, id: entry.id});
      this.#wounded?.add(entry.k);
    }
    if (entry.type === 'saved' && this.#wounded?.has(entry.k)) {
      this.#count('healed in the page');
      this.#wounded = undefined;
    }
    if (entry.type === 'here' && entry.persisted) this.#count('back-forward trips');
    if (entry.type === 'looked') {
      const judged = looks.judge(this.#lookers.get(entry.tab) ?? [], entry).finally(() => this.#judging.delete(judged));
      this.#judging.add(judged);
    }
    this.#hear(entry);
  }

  #order(tab: number): Order | undefined {
    const {seeded} = this.#given;
    if (this.#isLast) return this.#lastOrder(tab);
    if (this.#begun.length >= this.#wanted) return undefined;
    if (seeded.once(9)) return this.#look(tab);
    const draw = seeded.below(60);
    if (draw < 3) {
      this.#count('connections closed');
      return {do: 'close'};
    }
    if (draw < 12) return {do: 'send'};
    if (draw < 15) return {do: 'rest', ms: seeded.below(120)};
    if (draw < 17) {
      this.#count('ways away');
      return {do: 'away'};
    }
    if (draw < 20) {
      this.#count('given through the tag');
      return {do: 'survey', k: this.#nextK++};
    }
    return {do: 'save', tasks: Array.from({length: 1 + seeded.below(3)}, () => this.#task())};
  }

  #lastOrder(tab: number): Order {
    const {seeded, record} = this.#given;
    const missing = this.#wanted - record.saved.size;
    if (missing > 0) return {do: 'save', tasks: Array.from({length: Math.min(missing, 10)}, () => this.#task())};
    return seeded.once(2) ? this.#look(tab) : {do: 'send'};
  }

  #look(tab: number): Order {
    this.#lookers.set(tab, this.#given.record.savedSoFar());
    return {do: 'look'};
  }

  #task(): Task {
    return this.#again.shift() ?? {k: this.#nextK++};
  }

  #count(name: string): void {
    this.harm.set(name, (this.harm.get(name) ?? 0) + 1);
  }
}
