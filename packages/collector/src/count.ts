import type {Day, Definition, Id} from '@ppgp/schema';
import {add, empty, type Counted, type Tally} from '@ppgp/tally';
import type {Definitions} from './definitions.js';
import {isoWeek} from './iso-week.js';
import {asQuestionnaire, readStored, type Flag} from './reading.js';
import type {AnswerStore, StoredAnswer} from './store/answer-store.js';

/** Answers read from the store at a time. */
const PAGE = 500;

const increment = (counts: Map<string, number>, key: string, by = 1): unknown => counts.set(key, (counts.get(key) ?? 0) + by);

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
    increment(this.weeks, isoWeek(received));
  }

  count(counted: Counted, flags: readonly Flag[], day: Day): void {
    add(this.tally, counted);
    this.counted += 1;
    for (const flag of flags) increment(this.flags, flag);
    if (flags.length > 0) increment(this.flagged, day, flags.length);
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
        this.#countOne(answer);
        this.#lastRow = answer.row;
      }
      if (answers.length < PAGE) return;
    }
  }

  #countOne(answer: StoredAnswer): void {
    this.whole.receive(answer);
    if (answer.kind === 'sealed') {
      // Nothing of it can be read here, so only the whole campaign can hold it.
      this.sealed = true;
      return;
    }
    const {counted, flags} = readStored(answer, this.#definitions);
    this.whole.count(counted, flags, answer.received);
    const name = this.#partOf(counted);
    if (name === undefined) return;
    const part = this.part(name);
    this.parts.set(name, part);
    part.receive(answer);
    part.count(counted, flags, answer.received);
  }
}
