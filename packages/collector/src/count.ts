import {add, empty, type Tally} from '@ppgp/tally';
import type {Id} from '@ppgp/schema';
import type {Definitions} from './definitions.js';
import {passes, type Filter} from './filter.js';
import {isoWeek} from './iso-week.js';
import {asQuestionnaire, readStored} from './reading.js';
import type {AnswerStore, StoredAnswer} from './store/answer-store.js';

/** Answers read from the store at a time. */
const PAGE = 500;

const increment = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

/** What has been counted of a campaign's answers that pass a filter, up to the last row seen. */
export class Count {
  readonly tally: Tally;
  readonly flags = new Map<string, number>();
  /** Received, by ISO week. */
  readonly weeks = new Map<string, number>();
  readonly versions = new Set<string>();
  received = 0;
  counted = 0;
  sealed = false;
  readonly #definitions: Definitions;
  readonly #filter: Filter;
  #lastRow = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(definitions: Definitions, filter: Filter) {
    this.tally = empty(asQuestionnaire(definitions.newest));
    this.#definitions = definitions;
    this.#filter = filter;
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
    if (answer.kind === 'sealed') {
      this.sealed = true;
      // Nothing of it can be read here, so only the whole campaign can hold it.
      if (this.#filter.size === 0) this.#receive(answer);
      return;
    }
    const {counted, flags} = readStored(answer, this.#definitions);
    if (!passes(this.#filter, counted)) return;
    this.#receive(answer);
    add(this.tally, counted);
    this.counted += 1;
    for (const flag of flags) increment(this.flags, flag);
  }

  #receive({version, received}: StoredAnswer): void {
    this.received += 1;
    this.versions.add(version);
    increment(this.weeks, isoWeek(received));
  }
}
