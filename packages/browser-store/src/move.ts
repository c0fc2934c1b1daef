import type {Connection} from './connection.js';
import {sameValue, type Change} from './key-value-store.js';
import {commit, get, page} from './records.js';

/** How many records are moved at once. */
const PAGE = 50;

/** Moves the records, in steps that may be interrupted. False when some stay, because the other database has something else there. */
export async function move(from: Connection, to: Connection): Promise<boolean> {
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
