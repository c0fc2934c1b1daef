import {promisifyRequest} from 'idb-keyval';
import type {Connection} from './connection.js';
import {ChangedError, sameValue, type Change} from './key-value-store.js';

const inside = (prefix: string, after = prefix): IDBKeyRange => IDBKeyRange.bound(after, `${prefix}\uffff`, after !== prefix, true);

export const get = (from: Connection, key: string): Promise<unknown> =>
  from.run('readonly', (store) => promisifyRequest<unknown>(store.get(key)));

export const page = async (
  from: Connection,
  prefix: string,
  {after, limit}: {after?: string | undefined; limit: number},
): Promise<[key: string, value: unknown][]> =>
  (await from.run('readonly', async (store) => {
    const range = inside(prefix, after);
    const [keys, values] = await Promise.all([
      promisifyRequest(store.getAllKeys(range, limit)),
      promisifyRequest<unknown[]>(store.getAll(range, limit)),
    ]);
    return keys.map((key, index): [string, unknown] => [String(key), values[index]]);
  })) ?? [];

export const last = async (from: Connection, prefix: string): Promise<string | undefined> => {
  const cursor = await from.run('readonly', (store) => promisifyRequest(store.openKeyCursor(inside(prefix), 'prev')));
  return cursor ? String(cursor.key) : undefined;
};

export const count = async (from: Connection, prefix: string): Promise<number> =>
  (await from.run('readonly', (store) => promisifyRequest(store.count(inside(prefix))))) ?? 0;

/** So many changes are asked for in one go. */
const FEW = 10;

export const commit = (to: Connection, changes: readonly Change[]): Promise<void> =>
  to.run('readwrite', async (store, refuse) => {
    // Conditions first: they are about what was there before.
    for (const change of changes) {
      if (!('expect' in change)) continue;
      const now: IDBRequest<unknown> = store.get(change.expect);
      now.onsuccess = () => {
        if (!sameValue(now.result, change.value)) refuse(new ChangedError(change.expect));
      };
    }
    for (const [at, change] of changes.entries()) {
      const request = 'put' in change ? store.put(change.value, change.put) : 'remove' in change && store.delete(change.remove);
      // All at once would hold up a frame on a slow phone. A request that fails ends the transaction, which says why.
      if (request && at % FEW === FEW - 1) await new Promise((resolve) => (request.onsuccess = resolve));
    }
    // At once, rather than when the browser finds that nobody asks for more. Who has conditions may yet refuse.
    if (!changes.some((change) => 'expect' in change)) store.transaction.commit();
  });
