import {openStore} from '@ppgp/browser-store';
import {platformRandom} from '../new-id.js';
import {Outbox} from '../outbox.js';
import type {Clock} from '../ports.js';
import {browserHash} from './hash.js';
import {browserLock} from './lock.js';
import {browserNetwork} from './network.js';

export {hashReady} from './hash.js';

/** This package's version, told to collectors. */
export const LIB = '0.1.0';

/** The database of an origin's outbox. */
export const DATABASE = 'ppgp-outbox';

const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

function makeOutbox(): Outbox {
  const outbox = new Outbox({
    store: openStore(DATABASE),
    network: browserNetwork,
    clock: browserClock,
    lock: browserLock,
    random: platformRandom,
    hash: browserHash,
    hidden: () => document.hidden,
    lib: LIB,
  });
  // A page that is being hidden is woken too: it may be its last chance.
  for (const sign of ['online', 'pageshow', 'visibilitychange']) addEventListener(sign, () => outbox.wake());
  outbox.wake();
  // A store that cannot be read now is swept another time.
  outbox.drafts.sweep().catch(() => undefined);
  return outbox;
}

const KEY = Symbol.for('ppgp.outbox/1');

/**
 * The page's one outbox, shared by every build of this library on it. Made, it sends what earlier visits left,
 * and creates nothing on the device before the first answer.
 */
export function pageOutbox(): Outbox {
  const page = globalThis as {[KEY]?: Outbox};
  return (page[KEY] ??= makeOutbox());
}

/** Sends what earlier visits left, for a page that may hold no questionnaire. Creates no database. */
export function sendWhatWaits(): void {
  pageOutbox().wake();
}
