import {StartError, StoreError, type StoreErrorCode} from './answer-store.js';
import type {Database, SqliteDriver} from './sqlite-driver.js';

/** FULL: an acknowledged answer survives a power cut, not only the death of the process. */
const PRAGMAS = [
  {name: 'journal_mode', set: 'WAL', reads: 'wal'},
  {name: 'synchronous', set: 'FULL', reads: 2},
  {name: 'foreign_keys', set: 'ON', reads: 1},
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

/** What an error means for the whole store; undefined when it concerns one statement only. */
export function fatalCode(error: unknown): StoreErrorCode | undefined {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return FATAL.get(code & 0xff);
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

/**
 * Runs statements; what SQLite throws becomes a StoreError.
 * @throws StoreError
 */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new StoreError(fatalCode(error) ?? 'broken', error);
  }
}

/**
 * Runs statements as one whole, on disk when this returns.
 * @throws StoreError, and then none of it was done
 */
export function transaction<T>(database: Database, work: () => T): T {
  return guarded(() => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      rollBack(database);
      throw error;
    }
  });
}

function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself already, as it does when the disk is full.
  }
}
