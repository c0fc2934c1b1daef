import type {Canary} from '../ports.js';

const KEY = 'ppgp-outbox';

/** What it gives, or undefined where the browser refuses: to name localStorage may throw, and it may be full. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** A number in localStorage: another mechanism than the database, so that what takes the one may leave the other. */
export const browserCanary: Canary = {
  read: () =>
    quietly(() => {
      const count = localStorage.getItem(KEY);
      return count === null ? undefined : Number(count);
    }),
  write: (count) => quietly(() => (count === undefined ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, `${count}`))),
};
