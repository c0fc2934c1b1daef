import {connection, nameOf, type Connection} from './connection.js';
import type {KeyValueStore} from './key-value-store.js';
import {commit, count, get, last, page} from './records.js';

/** Asks the browser not to erase this origin's storage by itself. Rejects where there is no Storage API, as on plain HTTP. */
const persist = async (): Promise<boolean> => navigator.storage.persist();

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
    // Fetched only here: few pages ever need it, and none to keep an answer.
    partial = !(await import('./move.js').then(({move}) => move(first, second)).catch(() => false));
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
    count: (prefix) => use((from) => count(from, prefix)),
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
