import {within} from './within.js';

/** The one object store of every database, for ever. */
export const STORE = 'records';

/** How long opening may take, in milliseconds: at first, and once the database is known to open. WebKit is known to never answer. */
const PATIENCE_MS = 4_000;
const AGAIN_MS = 2_000;

/** Whether a database may exist. Where the browser cannot say, or takes over a second, opening will tell. */
async function mayExist(factory: IDBFactory, name: string): Promise<boolean> {
  try {
    const databases = await within(factory.databases(), 1_000);
    return databases.some((database) => database.name === name);
  } catch {
    return true;
  }
}

interface Opening {
  /** Whether the database is made where there is none. */
  create: boolean;
  /** It has been open before: a browser that lost its databases under the page (WebKit) lists none. */
  known: boolean;
}

function request(factory: IDBFactory, name: string, {create, known}: Opening, version?: number): Promise<IDBDatabase | undefined> {
  let late = false;
  let absent = false;
  const opened = new Promise<IDBDatabase | undefined>((resolve, reject) => {
    const opening = factory.open(name, version);
    opening.onupgradeneeded = () => {
      if (create && !late) {
        opening.result.createObjectStore(STORE);
      } else {
        // An aborted first upgrade leaves no database behind.
        absent = true;
        opening.transaction?.abort();
      }
    };
    opening.onsuccess = () => {
      if (late) opening.result.close();
      resolve(opening.result);
    };
    opening.onerror = () => (absent ? resolve(undefined) : reject(opening.error ?? new Error(name)));
  });
  return within(opened, known ? AGAIN_MS : PATIENCE_MS).catch((error: unknown) => {
    late = true;
    throw error;
  });
}

/**
 * Opens a database of ours, always without naming a version: a newer build's database must open too.
 * Undefined where it does not exist and `create` is false. Rejects where storage is refused, and after four seconds, or two where it opened before.
 */
export async function openDatabase(factory: IDBFactory, name: string, options: Opening): Promise<IDBDatabase | undefined> {
  const {create, known} = options;
  if (!create && !known && !(await mayExist(factory, name))) return undefined;
  const database = await request(factory, name, options);
  if (!database || database.objectStoreNames.contains(STORE)) return database;
  // Somebody made a database of that name without our store: it counts as absent, and gets the store with the first commit.
  database.close();
  return create ? request(factory, name, options, database.version + 1) : undefined;
}
