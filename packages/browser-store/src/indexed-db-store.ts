import {promisifyRequest} from 'idb-keyval';
import {ChangedError, sameValue, type KeyValueStore} from './key-value-store.js';
import {openDatabase, STORE} from './open-database.js';

/** How long a transaction may take, in milliseconds. A promise that never settles would stop everything that waits for it. */
const TRANSACTION_MS = 20_000;

/** The errors of a connection that was lost under us; a fresh one may well do. */
const LOST = ['InvalidStateError', 'UnknownError', 'AbortError'];

/** Work in one transaction. `refuse` undoes all of it and gives the reason. */
type Work<T> = (store: IDBObjectStore, refuse: (reason: Error) => void) => T | PromiseLike<T>;

/** Resolves once the transaction is complete, which for `strict` means on the disk: a request's success means nothing yet. */
function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, work: Work<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, {durability: 'strict'});
    const refuse = (reason: Error): void => {
      clearTimeout(timer);
      reject(reason);
      try {
        // Otherwise what was put before the error would be committed.
        transaction.abort();
      } catch {
        // It is over already.
      }
    };
    const timer = setTimeout(() => refuse(new DOMException('The transaction took too long.', 'TimeoutError')), TRANSACTION_MS);
    const result = (async () => work(transaction.objectStore(STORE), refuse))();
    result.catch(refuse);
    transaction.onabort = () => refuse(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
    transaction.oncomplete = () => {
      clearTimeout(timer);
      resolve(result);
    };
  });
}

/**
 * The database `name` of this origin. Nothing is created before the first commit: reading a database that does not exist finds nothing.
 * The connection is opened when needed, once for all, and given up whenever it fails, another tab wants it, or the page is hidden
 * (a page with an open connection may be refused the back-forward cache).
 */
export function openStore(databaseName: string): KeyValueStore {
  let connection: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase | undefined> | undefined;

  const letGo = (database = connection): void => {
    database?.close();
    if (connection === database) connection = undefined;
  };

  async function open(create: boolean): Promise<IDBDatabase | undefined> {
    const database = await openDatabase(databaseName, create);
    if (database) database.onversionchange = database.onclose = () => letGo(database);
    return (connection = database);
  }

  /** Only a connection that came is remembered, never a failure; calls share the opening under way. */
  async function connect(create: boolean): Promise<IDBDatabase | undefined> {
    while (!connection) {
      opening ??= open(create).finally(() => (opening = undefined));
      // A reader's opening finds nothing where a writer's would create: the writer then opens for itself.
      if (!(await opening) && !create) break;
    }
    return connection;
  }

  /** Undefined when there is nothing to read. */
  async function run<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T | undefined> {
    for (let tries = 1; ; tries++) {
      const database = await connect(mode === 'readwrite');
      if (!database) return undefined;
      try {
        return await transact(database, mode, work);
      } catch (error) {
        const {name} = Object(error) as Error;
        const lost = LOST.includes(name);
        if (lost || name === 'TimeoutError') letGo(database);
        if (!lost || tries === 2) throw error;
      }
    }
  }

  const inside = (prefix: string, after = prefix): IDBKeyRange => IDBKeyRange.bound(after, `${prefix}\uffff`, after !== prefix, true);

  globalThis.addEventListener?.('pagehide', () => letGo());

  return {
    get: (key) => run('readonly', (store) => promisifyRequest(store.get(key))),
    page: async (prefix, {after, limit}) =>
      (await run('readonly', async (store) => {
        const range = inside(prefix, after);
        const [keys, values] = await Promise.all([
          promisifyRequest(store.getAllKeys(range, limit)),
          promisifyRequest(store.getAll(range, limit)),
        ]);
        return keys.map((key, index): [string, unknown] => [String(key), values[index]]);
      })) ?? [],
    last: async (prefix) => {
      const cursor = await run('readonly', (store) => promisifyRequest(store.openKeyCursor(inside(prefix), 'prev')));
      return cursor ? String(cursor.key) : undefined;
    },
    async commit(changes) {
      if (changes.length === 0) return;
      await run('readwrite', (store, refuse) => {
        // Conditions first: they are about what was there before.
        for (const change of changes) {
          if (!('expect' in change)) continue;
          const now = store.get(change.expect);
          now.onsuccess = () => {
            if (!sameValue(now.result, change.value)) refuse(new ChangedError(change.expect));
          };
        }
        for (const change of changes) {
          if ('put' in change) store.put(change.value, change.put);
          else if ('remove' in change) store.delete(change.remove);
        }
      });
    },
    close: () => letGo(),
  };
}
