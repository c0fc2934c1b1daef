import type {Day, Definition, Id} from '@ppgp/schema';
import {add, empty, remove, type Counted, type Tally} from '@ppgp/tally';
import type {Definitions} from './definitions.js';
import {isoWeek} from './iso-week.js';
import {asQuestionnaire, readStored, type Flag, type ReadAnswer, type Replaced} from './reading.js';
import type {AnswerStore, StoredAnswer} from './store/answer-store.js';

/** Answers read from the store at a time. */
const PAGE = 500;

function change(counts: Map<string, number>, key: string, by = 1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** What is counted of some answers. */
export class Heap {
  readonly tally: Tally;
  readonly flags = new Map<string, number>();
  /** Received, by ISO week. */
  readonly weeks = new Map<string, number>();
  /** Flags, by day. */
  readonly flagged = new Map<Day, number>();
  readonly versions = new Set<string>();
  received = 0;
  counted = 0;

  constructor(definition: Definition) {
    this.tally = empty(asQuestionnaire(definition));
  }

  receive({version, received}: StoredAnswer): void {
    this.received += 1;
    this.versions.add(version);
    change(this.weeks, isoWeek(received));
  }

  count(counted: Counted, flags: readonly Flag[], day: Day): void {
    add(this.tally, counted);
    this.#note(flags, day, 1);
  }

  /** Takes out what was counted. */
  withdraw(counted: Counted, flags: readonly Flag[], day: Day): void {
    remove(this.tally, counted);
    this.#note(flags, day, -1);
  }

  #note(flags: readonly Flag[], day: Day, by: 1 | -1): void {
    this.counted += by;
    for (const flag of flags) change(this.flags, flag, by);
    if (flags.length > 0) change(this.flagged, day, by * flags.length);
  }
}

/** Which part an answer is in; undefined where in none. */
export type PartOf = (counted: Counted) => string | undefined;

/** What has been counted of a campaign's answers, all together and by part, up to the last row seen. */
export class Count {
  readonly whole: Heap;
  readonly parts = new Map<string, Heap>();
  sealed = false;
  readonly #definitions: Definitions;
  readonly #partOf: PartOf;
  /** Answers that later ones took the place of, met or not yet. */
  readonly #replaced = new Map<string, Replaced>();
  #lastRow = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(definitions: Definitions, partOf: PartOf = () => undefined) {
    this.whole = new Heap(definitions.newest);
    this.#definitions = definitions;
    this.#partOf = partOf;
  }

  /** A part in which nobody is, where it was not met. */
  part(name: string): Heap {
    return this.parts.get(name) ?? new Heap(this.#definitions.newest);
  }

  /**
   * Counts the answers stored since the last time. Callers take turns, so that no answer is counted twice.
   * @throws StoreError; what was counted so far stays right
   */
  advance(store: AnswerStore, campaign: Id): Promise<unknown> {
    this.#turn = this.#turn.catch(() => undefined).then(() => this.#readOn(store, campaign));
    return this.#turn;
  }

  async #readOn(store: AnswerStore, campaign: Id): Promise<void> {
    for (;;) {
      const answers = await store.answers(campaign, this.#lastRow, PAGE);
      for (const answer of answers) {
        const replaced = this.#countOne(answer);
        if (replaced !== undefined) await this.#withdraw(store, campaign, answer, replaced);
        this.#lastRow = answer.row;
      }
      if (answers.length < PAGE) return;
      // A million answers take a while: others are served meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The answer that it takes the place of. */
  #countOne(answer: StoredAnswer): Replaced | undefined {
    this.whole.receive(answer);
    if (answer.kind === 'sealed') {
      // Nothing of it can be read here, so only the whole campaign can hold it.
      this.sealed = true;
      return undefined;
    }
    const read = readStored(answer, this.#definitions);
    const name = this.#partOf(read.counted);
    if (name !== undefined) {
      const part = this.part(name);
      this.parts.set(name, part);
      part.receive(answer);
    }
    const later = this.#replaced.get(answer.id);
    if (later === undefined || !isOf(read, later))
      for (const heap of this.#heapsOf(name)) heap.count(read.counted, read.flags, answer.received);
    return read.replaced;
  }

  /** Takes an earlier answer out of what was counted, once; one that comes only later is left out then. */
  async #withdraw(store: AnswerStore, campaign: Id, {id, row}: StoredAnswer, replaced: Replaced): Promise<void> {
    if (replaced.id === id || this.#replaced.has(replaced.id)) return;
    const earlier = await store.answer(campaign, replaced.id);
    const read = earlier?.kind === 'plain' && earlier.row < row ? readStored(earlier, this.#definitions) : undefined;
    if (read !== undefined && !isOf(read, replaced)) return;
    this.#replaced.set(replaced.id, replaced);
    if (earlier === undefined || read === undefined) return;
    for (const heap of this.#heapsOf(this.#partOf(read.counted))) heap.withdraw(read.counted, read.flags, earlier.received);
  }

  #heapsOf(name: string | undefined): Heap[] {
    return name === undefined ? [this.whole] : [this.whole, this.part(name)];
  }
}

/** Whether an answer is one that the later one may take the place of. */
const isOf = ({rating}: ReadAnswer, replaced: Replaced): boolean => replaced.rating === undefined || replaced.rating === rating;
