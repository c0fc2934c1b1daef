import {isEphemeral, openStore, type KeyValueStore} from '@ppgp/browser-store';
import {platformRandom} from '../platform-random.js';
import {Outbox} from '../outbox.js';
import {DRAFTS} from '../parcel.js';
import {afterSave} from './after-save.js';
import {browserCanary} from './canary.js';
import {browserClock} from './clock.js';
import {browserHash} from './hash.js';
import {browserLock} from './lock.js';
import {browserNetwork} from './network.js';
import {DATABASE, LIB} from './names.js';

export {hashReady} from './hash.js';
export {DATABASE, LIB} from './names.js';

let ephemeral: Promise<boolean> | undefined;

/** Erases unfinished answers that are over, on the few devices that keep any. One that cannot be read now is swept another time. */
async function sweep(store: KeyValueStore): Promise<void> {
  if (await store.last(DRAFTS)) await (await import('../drafts.js')).sweepDrafts(store, Date.now());
}

function makeOutbox(): Outbox {
  const store = openStore(DATABASE);
  const outbox = new Outbox({
    store,
    network: browserNetwork,
    clock: browserClock,
    lock: browserLock,
    random: platformRandom,
    hash: browserHash,
    canary: browserCanary,
    isEphemeral: () => (ephemeral ??= isEphemeral()),
    // A timer: `scheduler.yield` would come back before the next frame. Where nobody looks there is none, and timers are slow.
    breathe: () => (document.hidden ? undefined : new Promise((resolve) => setTimeout(resolve))),
    hidden: () => document.hidden,
    offline: () => !navigator.onLine,
    afterSave,
    lib: LIB,
  });
  // A page that is being hidden is woken too: it may be its last chance.
  for (const sign of ['online', 'focus', 'pageshow', 'visibilitychange']) addEventListener(sign, () => outbox.wake());
  addEventListener('pagehide', () => outbox.part());
  outbox.wake();
  sweep(store).catch(() => undefined);
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
