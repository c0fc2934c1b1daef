import type {KeepOutcome, KeptAnswer} from './answer-store.js';
import {fatalCode, transaction} from './sqlite-connection.js';
import type {Database} from './sqlite-driver.js';
import type {Statements} from './statements.js';

interface Waiting {
  answers: readonly KeptAnswer[];
  resolve(outcomes: KeepOutcome[]): void;
  reject(error: unknown): void;
}

/** Writes answers: batches that arrive together share one transaction, so one flush of the disk. */
export class GroupCommit {
  readonly #database: Database;
  readonly #statements: Statements;
  #waiting: Waiting[] = [];

  constructor(database: Database, statements: Statements) {
    this.#database = database;
    this.#statements = statements;
  }

  /** Settled after the commit, with one outcome for each answer. */
  keep(answers: readonly KeptAnswer[]): Promise<KeepOutcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({answers, resolve, reject});
      if (this.#waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  /** Commits what waits, now. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    try {
      const outcomes = transaction(this.#database, () => waiting.map(({answers}) => answers.map((answer) => this.#keepOne(answer))));
      for (const [index, {resolve}] of waiting.entries()) resolve(outcomes[index] ?? []);
    } catch (error) {
      for (const {reject} of waiting) reject(error);
    }
  }

  #keepOne(answer: KeptAnswer): KeepOutcome {
    const {campaign, hashOfAnswer} = this.#statements;
    if (campaign.get(answer.campaign) === undefined) return 'unknown-campaign';
    this.#database.exec('SAVEPOINT one');
    try {
      const stored = this.#insert(answer);
      this.#database.exec('RELEASE one');
      if (stored) return 'stored';
      return hashOfAnswer.get(answer.campaign, answer.id)?.['hash'] === answer.hash ? 'duplicate' : 'conflict';
    } catch (error) {
      if (fatalCode(error) !== undefined) throw error;
      // Something about this one answer: the others of its batch must not suffer.
      this.#database.exec('ROLLBACK TO one; RELEASE one');
      return 'failed';
    }
  }

  /** Whether it was new. Looking first and inserting then would let two copies through. */
  #insert({campaign, id, version, day, received, kind, hash, payload, enc, keyId, previousId}: KeptAnswer): boolean {
    const row = this.#statements.insertAnswer.get(
      campaign,
      id,
      version,
      day,
      received,
      kind,
      hash,
      payload,
      enc ?? null,
      keyId ?? null,
      previousId ?? null,
    );
    return row !== undefined;
  }
}
