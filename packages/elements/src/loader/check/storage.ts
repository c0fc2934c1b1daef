import {isEphemeral, openStore, type KeyValueStore} from '@ppgp/browser-store';
import type {CheckedStorage, CheckedWaiting} from './report.js';

/** What is used of the page's outbox, of whatever build. */
interface PageOutbox {
  counts(): Promise<CheckedWaiting>;
  readonly ports: {readonly store: KeyValueStore};
}

/** The outbox of the page, where there is one. To make one would send what waits. */
const OUTBOX = Symbol.for('ppgp.outbox/1');
const pageOutbox = (): PageOutbox | undefined => (globalThis as {[OUTBOX]?: PageOutbox})[OUTBOX];

const TRIAL = 'check/trial';

/** What a promise brings, or undefined: also where merely to ask throws, as it does without HTTPS. */
const asked = <T>(ask: () => Promise<T> | undefined): Promise<T | undefined> =>
  Promise.resolve()
    .then(ask)
    .catch(() => undefined);

/** The database that answers are kept in: it, and no other, has to work. */
const theStore = (): KeyValueStore => pageOutbox()?.ports.store ?? openStore('ppgp-outbox');

/** Writes a record and erases it in one step, and asks what the browser tells. Never rejects. */
export async function storageState(): Promise<CheckedStorage> {
  let error: string | undefined;
  try {
    await theStore().commit([{put: TRIAL, value: 1}, {remove: TRIAL}]);
  } catch (cause) {
    error = String((Object(cause) as Partial<Error>).name);
  }
  const told = await asked(() => navigator.storage.estimate());
  return {
    works: error === undefined,
    error,
    isPrivate: await isEphemeral(),
    persisted: await asked(() => navigator.storage.persisted()),
    usage: told?.usage,
    quota: told?.quota,
  };
}

/** What this device holds that is not known to be delivered; undefined where that cannot be read. */
export function waitingState(): Promise<CheckedWaiting | undefined> {
  return asked(async () => {
    const outbox = pageOutbox();
    if (!outbox) return {pending: await theStore().count('parcel/'), parked: 0};
    const {pending, parked} = await outbox.counts();
    return {pending, parked};
  });
}
