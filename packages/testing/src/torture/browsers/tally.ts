import type {Outcome} from '../part.js';
import type {Verdict} from './record.js';
import {Record} from './record.js';
import type {StoreReader} from './store-reader.js';

/** What pages showed at their looks at the device, judged against the store as it was after each. */
export class Looks {
  /** Called saved, and since a later look neither in the database nor in the store. What turns up again had only been overlooked. */
  readonly gone = new Set<number>();
  /** How many more should have been counted than were, at worst. */
  invisible = 0;
  count = 0;
  /** What the last look found on the device. */
  kept: number[] | undefined;
  counted: number | undefined;
  readonly #store: StoreReader;
  readonly #stored: (rows: Awaited<ReturnType<StoreReader['rows']>>) => Set<number>;

  readonly #excused: ReadonlySet<number>;

  /** @param excused answers that may be gone */
  constructor(store: StoreReader, excused: ReadonlySet<number>, stored: (rows: Awaited<ReturnType<StoreReader['rows']>>) => Set<number>) {
    this.#store = store;
    this.#excused = excused;
    this.#stored = stored;
  }

  /** @param savedBefore what had been called saved before the page looked: an answer leaves the device only after it is in the store */
  async judge(savedBefore: readonly number[], {kept, counted}: {kept: number[] | undefined; counted: number | undefined}): Promise<void> {
    const stored = this.#stored(await this.#store.rows());
    const waiting = savedBefore.filter((k) => !stored.has(k) && !this.#excused.has(k));
    this.count++;
    [this.kept, this.counted] = [kept, counted];
    if (kept) for (const k of waiting) if (!kept.includes(k)) this.gone.add(k);
    for (const k of [...stored, ...(kept ?? []), ...this.#excused]) this.gone.delete(k);
    if (counted !== undefined) this.invisible = Math.max(this.invisible, waiting.length - counted);
  }
}

interface Found {
  record: Record;
  looks: Looks;
  verdict: Verdict;
  faults: number;
  /** Lines of a log in which an answer can be read. */
  readable: number;
}

/** What it came to. */
export function outcomeOf({record, looks, verdict, faults, readable}: Found): Outcome {
  const {stored, duplicated, altered} = verdict;
  const onDevice = new Set(looks.kept);
  const promised = new Set([...[...record.saved].filter((k) => !record.excused.has(k)), ...record.sent]);
  return {
    answers: record.saved.size,
    faults,
    lost: [...promised].filter((k) => !stored.has(k) && !onDevice.has(k)).length,
    duplicated,
    altered: altered.length,
    invisible: looks.invisible,
    falselySaved: new Set([...looks.gone, ...[...record.sent].filter((k) => !stored.has(k))]).size,
    readable,
  };
}
