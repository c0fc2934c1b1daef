/** The one object store of every database, for ever. */
export const STORE = 'records';

/** How long an opening may take before it counts as failed, in milliseconds. WebKit is known to never answer. */
const PATIENCE_MS = 4_000;

/** The same promise, rejected when it takes too long. */
function within<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('Opening the database took too long.', 'TimeoutError')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Whether a database may exist. Where the browser cannot say, opening will tell. */
async function mayExist(name: string): Promise<boolean> {
  try {
    const databases = await within(indexedDB.databases());
    return databases.some((database) => database.name === name);
  } catch {
    return true;
  }
}

function request(name: string, create: boolean, version?: number): Promise<IDBDatabase | undefined> {
  let late = false;
  let absent = false;
  const opened = new Promise<IDBDatabase | undefined>((resolve, reject) => {
    const opening = indexedDB.open(name, version);
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
  return within(opened).catch((error: unknown) => {
    late = true;
    throw error;
  });
}

/**
 * Opens a database of ours, always without naming a version: a newer build's database must open too.
 * Undefined where it does not exist and `create` is false. Rejects where storage is refused, and after four seconds.
 */
export async function openDatabase(name: string, create: boolean): Promise<IDBDatabase | undefined> {
  if (!create && !(await mayExist(name))) return undefined;
  const database = await request(name, create);
  if (!database || database.objectStoreNames.contains(STORE)) return database;
  // Somebody made a database of that name without our store: it counts as absent, and gets the store with the first commit.
  database.close();
  return create ? request(name, true, database.version + 1) : undefined;
}
