import {connection, nameOf, type Connection} from './connection.js';
import {sameValue, type Change, type KeyValueStore} from './key-value-store.js';
import {commit, get, last, page} from './records.js';

/** How many records are moved at once. */
const PAGE = 50;

/** Asks the browser not to erase this origin's storage by itself. Rejects where there is no Storage API, as on plain HTTP. */
const persist = async (): Promise<boolean> => navigator.storage.persist();

/** Moves the records, in steps that may be interrupted. False when some stay, because the other database has something else there. */
async function move(from: Connection, to: Connection): Promise<boolean> {
  let all = true;
  for (let after: string | undefined; ;) {
    const found = await page(from, '', {after, limit: PAGE});
    const puts: Change[] = [];
    const removes: Change[] = [];
    for (const [key, value] of found) {
      after = key;
      const there = await get(to, key);
      if (there === undefined || sameValue(there, value)) {
        puts.push({expect: key, value: there}, {put: key, value});
        removes.push({expect: key, value}, {remove: key});
      } else if (key.includes('/')) {
        all = false;
      } else {
        // A mark of the database itself: the other one has its own.
        removes.push({expect: key, value}, {remove: key});
      }
    }
    if (found.length === 0) return all;
    await commit(to, puts);
    await commit(from, removes);
  }
}

/**
 * The store `name` (lower-case letters, digits, hyphens) of this origin. Nothing is created before the first commit: reading what does
 * not exist finds nothing.
 *
 * Keys are `folder/…`; one without a folder is a mark of the database itself, which is not moved over another.
 * Where its database turns out to be damaged it is set aside, never deleted, and a second one, `name-b`, takes over.
 * Each page that is loaded later tries the first again, and moves what it can read there into the second.
 */
export function openStore(name: string): KeyValueStore {
  const first = connection(name);
  const second = connection(`${name}-b`, true);
  let partial = false;
  let asked: Promise<unknown> | undefined;
  let chosen: Promise<Connection> | undefined;

  async function choose(): Promise<Connection> {
    try {
      if (!(await second.exists())) return first;
    } catch (error) {
      // Either storage is refused, the first one too; or there may be a second one, and it is damaged.
      partial = nameOf(error) === 'UnknownError';
      return first;
    }
    partial = !(await move(first, second).catch(() => false));
    return second;
  }

  const current = (): Promise<Connection> => (chosen ??= choose());

  /** Does the work where it can be done: from now on in the second database, when the first turns out to be damaged. */
  async function use<T>(work: (database: Connection) => Promise<T>): Promise<T> {
    const database = await current();
    try {
      return await work(database);
    } catch (error) {
      // What is refused, full or slow would be so in the second one too.
      if (database === second || nameOf(error) !== 'UnknownError') throw error;
      const result = await work(second);
      partial = true;
      chosen = Promise.resolve(second);
      return result;
    }
  }

  return {
    get: (key) => use((from) => get(from, key)),
    // A list of the second one alone is no answer while nothing but the list was asked for: perhaps the first can be read next time.
    page: async (prefix, options) => page(await current(), prefix, options),
    last: (prefix) => use((from) => last(from, prefix)),
    async commit(changes) {
      if (changes.length === 0) return;
      await use((to) => commit(to, changes));
      asked ??= persist().catch(() => undefined);
    },
    isPartial: () => partial,
    close() {
      first.close();
      second.close();
    },
  };
}
