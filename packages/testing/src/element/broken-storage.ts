import {openStore} from '@ppgp/browser-store';
import {DATABASE, pageOutbox} from '@ppgp/outbox/browser';

/** A device that is full, until the function that it returns is called. */
export function fullDevice(): () => void {
  const {put} = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  return () => void (IDBObjectStore.prototype.put = put);
}

/** A device that is slow: nothing is written to the outbox's database until the function that it returns is called. */
export async function slowDevice(): Promise<() => void> {
  await openStore(DATABASE).commit([{put: 'test/slow', value: 0}]);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(DATABASE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error(DATABASE));
  });
  const [name = ''] = database.objectStoreNames;
  const records = database.transaction(name, 'readwrite').objectStore(name);
  let slow = true;
  const again = (): void => {
    if (slow) {
      records.get('test/slow').onsuccess = again;
      return;
    }
    records.delete('test/slow');
    database.close();
  };
  again();
  return () => void (slow = false);
}

/** Sends what a test left waiting, so that the next one begins with an empty device. */
export async function emptyOutbox(): Promise<void> {
  const outbox = pageOutbox();
  for (;;) {
    const {pending, parked} = await outbox.counts();
    if (pending + parked === 0) return;
    outbox.sendNow();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
