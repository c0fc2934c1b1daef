/**
 * `ppgp-sync.js`: one line in a host's own service worker, `importScripts('/ppgp/ppgp-sync.js')`. When the network is back, the browser
 * wakes the worker, which sends what waits, with or without a page open. A bonus of Chromium's: no promise rests on it.
 */
import {openStore} from '@ppgp/browser-store';
import {platformRandom} from '../platform-random.js';
import {Outbox} from '../outbox.js';
import {browserClock} from './clock.js';
import {browserLock} from './lock.js';
import {DATABASE, LIB} from './names.js';
import {browserNetwork} from './network.js';
import {SYNC_TAG} from './after-save.js';

/** Not in the common library of types. */
type SyncEvent = Event & {tag: string; waitUntil(work: Promise<unknown>): void};

let outbox: Outbox | undefined;

/** Rejects while something waits: the browser then wakes the worker again, a few times. */
async function sendAll(): Promise<void> {
  outbox ??= new Outbox({
    store: openStore(DATABASE),
    network: browserNetwork,
    clock: browserClock,
    lock: browserLock,
    random: platformRandom,
    // A worker is given no answers.
    hash: () => Promise.reject(new Error('not here')),
    lib: LIB,
  });
  outbox.sendNow();
  await outbox.flush();
  const {pending} = await outbox.counts();
  if (pending > 0) throw new Error('Something still waits.');
}

addEventListener('sync', (event) => {
  const {tag, waitUntil} = event as SyncEvent;
  if (tag === SYNC_TAG) waitUntil.call(event, sendAll());
});
