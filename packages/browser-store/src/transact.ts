import {STORE} from './open-database.js';
import {within} from './within.js';

/** How long a transaction may take, in milliseconds. */
const PATIENCE_MS = 20_000;

/** Work in one transaction. `refuse` undoes all of it and gives the reason. */
export type Work<T> = (store: IDBObjectStore, refuse: (reason: Error) => void) => T | PromiseLike<T>;

/**
 * What was read is given as soon as it is there. What was written: once the transaction is complete, which for `strict` means on the disk;
 * a request's success means nothing yet.
 */
export async function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, work: Work<T>): Promise<T> {
  const transaction = database.transaction(STORE, mode, {durability: 'strict'});
  const done = new Promise<T>((resolve, reject) => {
    const result = (async () => work(transaction.objectStore(STORE), reject))();
    result.then(mode === 'readonly' ? resolve : undefined, reject);
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted.', 'AbortError'));
    transaction.oncomplete = () => resolve(result);
  });
  try {
    return await within(done, PATIENCE_MS);
  } catch (error) {
    try {
      // Otherwise what was put before the error would be committed.
      transaction.abort();
    } catch {
      // It is over already.
    }
    throw error;
  }
}
