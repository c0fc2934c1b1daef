import {openDatabase} from './open-database.js';
import {freshRealm, type Realm} from './realm.js';
import {transact, type Work} from './transact.js';

/** The errors of a connection that was lost under us; a fresh one may well do. */
export const LOST = ['InvalidStateError', 'UnknownError', 'AbortError'];

/** The name of an error, which may come from another realm. */
export const nameOf = (error: unknown): string => String((Object(error) as Partial<Error>).name);

/** For so long after a page was hidden nothing is begun, in milliseconds. Timers stand still in the back-forward cache. */
const LEAVING_MS = 100;

/** The way to one database of this origin. */
export interface Connection {
  /** Whether the database exists; makes none. */
  exists(): Promise<boolean>;
  /** Does the work in one transaction, and again in another one, twice at most, where it was lost. Undefined where there is no database to read. */
  run<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T | undefined>;
  /** Lets go of the database. A later call opens it again. */
  close(): void;
}

/**
 * The connection is opened when needed, once for all, and given up whenever it fails, another tab wants it, or the page is hidden
 * (a page with an open connection may be refused the back-forward cache): with all that is under way then, which is done again later.
 * Where opening fails as it does after a loss, it is done once more in a fresh realm.
 * `apart`: in a storage bucket of that name, where the browser has them: Chromium keeps all databases of a bucket in one place.
 */
export function connection(name: string, apart = false): Connection {
  let connected: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase | undefined> | undefined;
  let frame: HTMLIFrameElement | undefined;
  /** Whether this page has had it open. */
  let known = false;
  /** Ends each transaction that is under way. */
  const ongoing = new Set<() => void>();
  /** Settled unless the page may be about to leave. */
  let staying: Promise<unknown> | undefined;

  const close = (database = connected): void => {
    database?.close();
    if (connected === database) connected = undefined;
  };

  async function open(create: boolean): Promise<IDBDatabase | undefined> {
    const realm: Realm = frame?.contentWindow ?? globalThis;
    const buckets = apart && realm.navigator?.storageBuckets;
    if (buckets && !create && !(await buckets.keys()).includes(name)) return undefined;
    const {indexedDB} = buckets ? await buckets.open(name) : realm;
    const database = await openDatabase(indexedDB, name, {create, known});
    if (database) {
      known = true;
      database.onversionchange = database.onclose = () => close(database);
    }
    return (connected = database);
  }

  async function openOrHeal(create: boolean): Promise<IDBDatabase | undefined> {
    try {
      return await open(create);
    } catch (error) {
      const lost = nameOf(error) === 'UnknownError' || (known && nameOf(error) === 'TimeoutError');
      if (!lost || !globalThis.document) throw error;
      frame?.remove();
      frame = await freshRealm();
      return open(create);
    }
  }

  /** Only a connection that came is remembered, never a failure; calls share the opening under way. */
  async function connect(create: boolean): Promise<IDBDatabase | undefined> {
    while (!connected) {
      await staying;
      opening ??= openOrHeal(create).finally(() => (opening = undefined));
      // A reader's opening finds nothing where a writer's would create: the writer then opens for itself.
      if (!(await opening) && !create) break;
    }
    return connected;
  }

  globalThis.addEventListener?.('pagehide', () => {
    // WebKit never ends what a page in its cache has under way, and lets no other page write meanwhile. What is being committed cannot be ended.
    for (const end of ongoing) end();
    close();
    staying = new Promise((resolve) => setTimeout(resolve, LEAVING_MS));
  });

  return {
    exists: async () => Boolean(await connect(false)),
    async run(mode, work) {
      for (let tries = 1; ; tries++) {
        const database = await connect(mode === 'readwrite');
        if (!database) return undefined;
        try {
          return await transact(database, mode, work, ongoing);
        } catch (error) {
          const lost = LOST.includes(nameOf(error));
          if (lost || nameOf(error) === 'TimeoutError') close(database);
          if (!lost || tries === 3) throw error;
        }
      }
    },
    close: () => close(),
  };
}
