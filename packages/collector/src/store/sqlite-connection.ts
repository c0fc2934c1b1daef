import {StartError, StoreError, type StoreErrorCode} from './answer-store.js';
import {asStoreError, type Ask, type Row, type SqlDatabase, type Value} from './sql.js';
import type {Database, SqliteDriver, Statement} from './sqlite-driver.js';

/** FULL: an acknowledged answer survives a power cut, not only the death of the process. */
const PRAGMAS = [
  {name: 'journal_mode', set: 'WAL', reads: 'wal'},
  {name: 'synchronous', set: 'FULL', reads: 2},
  {name: 'foreign_keys', set: 'ON', reads: 1},
  // What is erased is overwritten, not only forgotten.
  {name: 'secure_delete', set: 'ON', reads: 1},
  // In KiB: ids are random, so that each insert touches another page of their index, and what does not fit is read again and again.
  {name: 'cache_size', set: '-32768', reads: -32_768},
  // In pages of 4 KiB: the log is carried over into the database a quarter as often, so that a page that many answers touch is written less.
  {name: 'wal_autocheckpoint', set: '4000', reads: 4000},
];

/** Nobody else should hold the database; a backup tool may, for a moment. Milliseconds. */
const BUSY_TIMEOUT = 300;

/** SQLite's primary result codes (https://sqlite.org/rescode.html) after which nothing of a transaction can be relied on. */
const FATAL = new Map<number, StoreErrorCode>([
  [5, 'busy'],
  [6, 'busy'],
  [13, 'full'],
  [7, 'broken'],
  [8, 'broken'],
  [10, 'broken'],
  [11, 'broken'],
  [14, 'broken'],
  [26, 'broken'],
]);

/** What an error means for the whole store; the error itself when it concerns one statement only. */
function judged(error: unknown): unknown {
  const code = FATAL.get(error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0);
  return code === undefined ? error : new StoreError(code, error);
}

/**
 * Opens the one connection and makes sure that it flushes what it commits.
 * @throws StartError when a setting reads back differently
 */
export function connect(path: string, driver: SqliteDriver): Database {
  const database = driver.open(path, {timeout: BUSY_TIMEOUT});
  for (const {name, set, reads} of PRAGMAS) {
    database.exec(`PRAGMA ${name} = ${set}`);
    const found = database.prepare(`PRAGMA ${name}`).get()?.[name];
    if (found === reads) continue;
    database.close();
    throw new StartError(`SQLite did not take ${name} = ${set} (it says ${String(found)}): answers would not be safe.`);
  }
  return database;
}

/** Statements inside a transaction that waits for nothing: each is done when the call returns. */
export interface AskNow {
  /** The first row. */
  get(this: void, sql: string, ...values: Value[]): Row | undefined;
  /** How many rows it changed. */
  run(this: void, sql: string, ...values: Value[]): number;
}

/** One connection, on which everyone takes turns: a statement of another's never falls into a transaction. */
export class SqliteDatabase implements SqlDatabase {
  readonly #connection: Database;
  readonly #statements = new Map<string, Statement>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(connection: Database) {
    this.#connection = connection;
  }

  readonly ask: Ask = (sql, ...values) => this.#inTurn(() => this.#run(sql, ...values));

  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#run('BEGIN IMMEDIATE');
      try {
        const result = await work(this.#run);
        await this.#run('COMMIT');
        return result;
      } catch (error) {
        this.#rollBack();
        throw error;
      }
    });
  }

  /**
   * As `transaction`, in one go: with thousands of statements, promises would take longer than they do.
   * @throws StoreError
   */
  atOnce<T>(work: (now: AskNow) => T): Promise<T> {
    return this.#inTurn(() => {
      this.#now.run('BEGIN IMMEDIATE');
      try {
        const result = work(this.#now);
        this.#now.run('COMMIT');
        return Promise.resolve(result);
      } catch (error) {
        this.#rollBack();
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.#turn;
    // Leaves one whole file, and by its empty log the sign that the stop was meant.
    await this.#run('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
    this.#connection.close();
  }

  /** Where it fails, SQLite has rolled back by itself already, as it does when the disk is full. */
  #rollBack(): void {
    try {
      this.#now.run('ROLLBACK');
    } catch {
      // Nothing is open any more.
    }
  }

  readonly #run: Ask = async (sql: string, ...values: Value[]): Promise<Row[]> =>
    this.#judging(() => {
      if (sql.startsWith('SELECT')) return this.#prepared(sql).all(...values);
      // The package's `all` does not tell the code of an error; its `get` does.
      const row = this.#prepared(sql).get(...values);
      return row === undefined ? [] : [row];
    });

  readonly #now: AskNow = {
    get: (sql, ...values) => this.#judging(() => this.#prepared(sql).get(...values)),
    run: (sql, ...values) => this.#judging(() => Number(this.#prepared(sql).run(...values).changes)),
  };

  #judging<T>(statement: () => T): T {
    try {
      return statement();
    } catch (error) {
      throw judged(error);
    }
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work).catch((error: unknown) => {
      throw asStoreError(error);
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
