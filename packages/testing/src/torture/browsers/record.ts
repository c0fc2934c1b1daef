import {appendFileSync} from 'node:fs';
import {numberIn, payloadOf} from './given-answer.js';
import type {Told} from './page/orders.js';
import type {StoredRow} from './store-reader.js';

/** The tag makes the id of its answer itself: until it says so, the answer is begun under a name of this form. */
export const isOfTag = (id: string | undefined): boolean => id?.startsWith('survey-') === true;

/** What a page told, with which one it was. */
export type Entry = Told & {visit: number; tab: number};

/**
 * What was promised, as the pages told it in the task in which it happened. It is written to a file outside the browser, and knows
 * nothing of the outbox.
 */
export class Record {
  /** Answers begun, with the id of each. */
  readonly begun = new Map<number, string>();
  /** Answers that may have gone with storage that was erased. */
  readonly excused = new Set<number>();
  /** How many answers pages called missing. */
  missing = 0;
  /** Answers that were called saved, or shown as « enregistré ». */
  readonly saved = new Set<number>();
  /** Answers that were called sent, or shown as « bien arrivée ». */
  readonly sent = new Set<number>();
  readonly refused = new Map<number, string>();
  /** What pages told that should not be. */
  readonly errors: string[] = [];
  readonly #file: string;
  readonly #numbers = new Map<string, number>();

  constructor(file: string) {
    this.#file = file;
  }

  add(entry: Entry): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
    if (entry.type === 'about') {
      this.begun.set(entry.k, entry.id);
      this.#numbers.set(entry.id, entry.k);
    } else if (entry.type === 'saved') {
      this.saved.add(entry.k);
    } else if (entry.type === 'refused') {
      this.refused.set(entry.k, entry.why);
    } else if (entry.type === 'shown' && entry.as !== 'unsaved') {
      this[entry.as].add(entry.k);
    } else if (entry.type === 'sent') {
      const k = this.#numbers.get(entry.previousId ?? entry.id);
      // An answer of the tag's has an id that only its own event tells.
      if (k !== undefined) this.sent.add(k);
      if (k !== undefined) this.#numbers.set(entry.id, k);
    } else if (entry.type === 'missing') {
      this.missing += entry.count;
    } else if (entry.type === 'error') {
      this.errors.push(entry.why);
    }
  }

  /** What was called saved so far. */
  savedSoFar(): number[] {
    return [...this.saved];
  }
}

/** Rows of a store that are not what they should be. */
export interface Verdict {
  /** Answers with more than one row, each row more than one counting. */
  duplicated: number;
  /** Rows with other bytes than were given, or of nobody. */
  altered: string[];
  /** Numbers of the answers in the store. */
  stored: Set<number>;
}

/** Compares every row with the answer that it should be. */
export function judgeRows(rows: readonly StoredRow[], run: number, record: Record): Verdict {
  const stored = new Set<number>();
  const altered: string[] = [];
  let duplicated = 0;
  for (const {id, payload} of rows) {
    const k = numberIn(payload, run);
    const begun = k !== undefined && record.begun.get(k);
    if (k === undefined || !begun) {
      altered.push(`${id}: nobody gave it: ${payload.slice(0, 200)}`);
      continue;
    }
    if (stored.has(k)) duplicated++;
    stored.add(k);
    // What the tag writes is its own affair, but for the text that was typed.
    const isWhole = isOfTag(begun) ? payload.includes('"mot"') : payload === payloadOf(run, k);
    if (!isWhole) altered.push(`${id}: not answer ${k}: ${payload.slice(0, 200)}`);
  }
  return {duplicated, altered, stored};
}
