import type {Canary} from '../ports.js';

const KEY = 'ppgp-outbox';

/** A number in localStorage: another mechanism than the database, so that what takes the one may leave the other. */
export const browserCanary: Canary = {
  // Merely to name localStorage may throw, and it may be full.
  read() {
    try {
      const count = localStorage.getItem(KEY);
      return count === null ? undefined : Number(count);
    } catch {
      return undefined;
    }
  },
  write(count) {
    try {
      if (count === undefined) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, `${count}`);
    } catch {
      // Then a loss cannot be noticed.
    }
  },
};
