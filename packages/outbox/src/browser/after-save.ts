/** The name of the Background Sync that `ppgp-sync.js` in a host's service worker answers. */
export const SYNC_TAG = 'ppgp-outbox';

/** Not in the common library of types. */
type Syncing = ServiceWorkerRegistration & {sync?: {register(tag: string): Promise<void>}};

/**
 * Where the host has a service worker and the browser Background Sync, asks to be woken when the network is back.
 * Nothing depends on it: what is refused or absent is left.
 */
export async function afterSave(): Promise<void> {
  const {serviceWorker} = navigator as Partial<Navigator>;
  if (!serviceWorker?.controller) return;
  const {sync}: Syncing = await serviceWorker.ready;
  await sync?.register(SYNC_TAG).catch(() => undefined);
}
