import type {Lock} from '../ports.js';

/** How long to wait for another tab, in milliseconds. A frozen tab keeps its lock for ever; sending beside it is harmless. */
const PATIENCE_MS = 20_000;

/** One tab at a time where Web Locks exist (not on plain HTTP), each for a page of records at most; otherwise, and after 20 s, all of them. */
export const browserLock: Lock = {
  async run(work) {
    let begun = false;
    const begin = (): Promise<void> => {
      begun = true;
      return work();
    };
    try {
      await navigator.locks.request('ppgp-outbox', {signal: AbortSignal.timeout(PATIENCE_MS)}, begin);
    } catch (error) {
      if (begun) throw error;
      await begin();
    }
  },
};
