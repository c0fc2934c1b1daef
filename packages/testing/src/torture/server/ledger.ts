import type {Outcome} from '../part.js';

/** A row of the collector's table, as another process reads it. */
export interface Row {
  id: string;
  hash: string;
}

export interface Given {
  id: string;
  hash: string;
}

/**
 * What was sent and what was promised, written down by whoever sends, without a line of the collector. At the end it is compared with
 * what is there.
 */
export class Ledger {
  /** The hashes of every content that was sent under an id. */
  readonly #given = new Map<string, Set<string>>();
  readonly #acknowledged = new Map<string, Set<string>>();
  readonly #storedOnce = new Set<string>();
  #storedAgain = 0;
  #strangeConflicts = 0;
  #unprovenAcks = 0;

  give({id, hash}: Given): void {
    this.#add(this.#given, id, hash);
  }

  /** A result that calls an answer safe. */
  acknowledge(id: string, hash: string | undefined, isStored: boolean): void {
    if (hash === undefined || this.#given.get(id)?.has(hash) !== true) {
      this.#unprovenAcks += 1;
      return;
    }
    this.#add(this.#acknowledged, id, hash);
    if (!isStored) return;
    if (this.#storedOnce.has(id)) this.#storedAgain += 1;
    this.#storedOnce.add(id);
  }

  /** A result that says another content is there. */
  conflict(id: string): void {
    if (this.#given.get(id)?.size === 1) this.#strangeConflicts += 1;
  }

  isAcknowledged({id, hash}: Given): boolean {
    return this.#acknowledged.get(id)?.has(hash) ?? false;
  }

  get answers(): number {
    return this.#given.size;
  }

  /** @param rows every row that is there */
  judge(rows: readonly Row[]): Pick<Outcome, 'answers' | 'lost' | 'duplicated' | 'altered' | 'falselySaved'> {
    const kept = new Map<string, string[]>();
    for (const {id, hash} of rows) kept.set(id, [...(kept.get(id) ?? []), hash]);
    const acknowledged = [...this.#acknowledged];
    const altered = acknowledged.filter(([id, hashes]) => kept.has(id) && ![...hashes].every((hash) => kept.get(id)?.includes(hash)));
    const strangers = rows.filter(({id, hash}) => this.#given.get(id)?.has(hash) !== true);
    return {
      answers: this.answers,
      lost: acknowledged.filter(([id]) => !kept.has(id)).length,
      duplicated: [...kept.values()].filter((hashes) => hashes.length > 1).length + this.#storedAgain,
      altered: altered.length + strangers.length + this.#strangeConflicts,
      // Two contents of one id cannot both be there.
      falselySaved: acknowledged.filter(([, hashes]) => hashes.size > 1).length + this.#unprovenAcks,
    };
  }

  #add(map: Map<string, Set<string>>, id: string, hash: string): void {
    const known = map.get(id);
    if (known === undefined) map.set(id, new Set([hash]));
    else known.add(hash);
  }
}
