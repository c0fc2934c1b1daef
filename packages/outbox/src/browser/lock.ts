import type {Lock} from '../ports.js';

/** How long to wait for another tab, in milliseconds. A frozen tab keeps its lock for ever; sending beside it is harmless. */
const PATIENCE_MS = 20_000;
/** And how long once that was in vain, until the lock is had again. */
const IMPATIENCE_MS = 100;

/** Endpoints whose lock was waited for in vain. */
const stuck = new Set<string>();

/** One tab at a time where Web Locks exist (not on plain HTTP), each for a page of records at most; otherwise all of them at once. */
export const browserLock: Lock = {
  async run(work, endpoint) {
    let begun = false;
    const begin = (): Promise<void> => {
      begun = true;
      stuck.delete(endpoint);
      return work();
    };
    try {
      const signal = AbortSignal.timeout(stuck.has(endpoint) ? IMPATIENCE_MS : PATIENCE_MS);
      await navigator.locks.request(`ppgp-outbox ${endpoint}`, {signal}, begin);
    } catch (error) {
      if (begun) throw error;
      stuck.add(endpoint);
      await work();
    }
  },
};
