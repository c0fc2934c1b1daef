import {STORE} from './open-database.js';
import {within} from './within.js';

/** How long a transaction may take, in milliseconds. */
const PATIENCE_MS = 20_000;

/** Work in one transaction. `refuse` undoes all of it and gives the reason. */
export type Work<T> = (store: IDBObjectStore, refuse: (reason: Error) => void) => T | PromiseLike<T>;

/**
 * What was read is given as soon as it is there. What was written: once the transaction is complete, which for `strict` means on the disk;
 * a request's success means nothing yet. What ends it is in `ongoing` as long as it is under way.
 */
export async function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, work: Work<T>, ongoing: Set<() => void>): Promise<T> {
  const transaction = database.transaction(STORE, mode, {durability: 'strict'});
  let ended: () => void;
  const end = (): void => {
    try {
      transaction.abort();
      // WebKit does not say so once the connection is closed.
      ended();
    } catch {
      // It is over already, or being committed.
    }
  };
  ongoing.add(end);
  const done = new Promise<T>((resolve, reject) => {
    const result = (async () => work(transaction.objectStore(STORE), reject))();
    // A reader has its result before the transaction is over.
    result.then(mode === 'readonly' ? resolve : undefined, reject);
    transaction.onabort = ended = () => {
      ongoing.delete(end);
      reject(transaction.error ?? new DOMException('Aborted.', 'AbortError'));
    };
    transaction.oncomplete = () => {
      ongoing.delete(end);
      resolve(result);
    };
  });
  try {
    return await within(done, PATIENCE_MS);
  } catch (error) {
    // Otherwise what was put before the error would be committed.
    end();
    throw error;
  }
}
