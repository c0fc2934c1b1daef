import {ChangedError, sameValue, type KeyValueStore} from './key-value-store.js';

/** A store that lives as long as the page, with the behaviour of the one on the device: for tests, and where there is no other. */
export function memoryStore(): KeyValueStore {
  const records = new Map<string, unknown>();
  const keys = (prefix: string): string[] => [...records.keys()].filter((key) => key.startsWith(prefix)).sort();

  return {
    async get(key) {
      return structuredClone(records.get(key));
    },
    async page(prefix, {after = '', limit}) {
      const chosen = keys(prefix).filter((key) => key > after);
      return chosen.slice(0, limit).map((key) => [key, structuredClone(records.get(key))]);
    },
    async last(prefix) {
      return keys(prefix).at(-1);
    },
    async count(prefix) {
      return keys(prefix).length;
    },
    async commit(changes) {
      // Cloned first: a value that cannot be cloned must leave everything as it was.
      const wanted = structuredClone(changes);
      for (const change of wanted) {
        if ('expect' in change && !sameValue(records.get(change.expect), change.value)) throw new ChangedError(change.expect);
      }
      for (const change of wanted) {
        if ('put' in change) records.set(change.put, change.value);
        else if ('remove' in change) records.delete(change.remove);
      }
    },
    isPartial: () => false,
    close() {},
  };
}
