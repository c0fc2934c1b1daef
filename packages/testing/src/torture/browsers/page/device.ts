import {numberIn} from '../given-answer.js';

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database could not be read.'));
  });
}

/** The numbers of the answers in this origin's databases, read without a line of the outbox. Rejects where they cannot be read. */
async function answersOnDevice(run: number): Promise<number[]> {
  // A frame of its own: where WebKit lost its databases, a document that had touched them finds none.
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const {indexedDB} = frame.contentWindow as unknown as typeof globalThis;
  try {
    const found: number[] = [];
    for (const {name = ''} of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      database.onversionchange = () => database.close();
      for (const store of database.objectStoreNames) {
        const values: unknown[] = await result(database.transaction(store).objectStore(store).getAll());
        for (const value of values) {
          const {state} = Object(value) as {state?: unknown};
          // A draft is not an answer yet.
          const k = state === undefined ? undefined : numberIn(JSON.stringify(value), run);
          if (k !== undefined) found.push(k);
        }
      }
      database.close();
    }
    return found;
  } finally {
    frame.remove();
  }
}

/** Looks twice: what moves from one database to another between the two readings is seen all the same. */
async function inBothLooks(run: number): Promise<number[]> {
  return [...new Set([...(await answersOnDevice(run)), ...(await answersOnDevice(run))])];
}

/** What is on the device; undefined when it cannot be known within three seconds. */
export const answersSeen = (run: number): Promise<number[] | undefined> =>
  Promise.race([inBothLooks(run).catch(() => undefined), new Promise<undefined>((resolve) => setTimeout(resolve, 3_000))]);
