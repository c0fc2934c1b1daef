/** The name of the Background Sync that `ppgp-sync.js` in a host's service worker answers. */
export const SYNC_TAG = 'ppgp-outbox';

/** Not in the common library of types. */
type Syncing = ServiceWorkerRegistration & {sync?: {register(tag: string): Promise<void>}};

let isAsked = false;

/**
 * Asks the browser, once a page, not to clear what was saved under pressure, and, where the host has a service worker and the browser
 * Background Sync, to be woken when the network is back. Nothing depends on either: what is refused or absent is left.
 */
export function afterSave(): void {
  const {storage, serviceWorker} = navigator as Partial<Navigator>;
  if (!isAsked) storage?.persist?.().catch(() => undefined);
  isAsked = true;
  if (!serviceWorker?.controller) return;
  serviceWorker.ready.then(({sync}: Syncing) => sync?.register(SYNC_TAG)).catch(() => undefined);
}
