import {within} from './within.js';

/** How long an empty frame may take to load, in milliseconds. */
const PATIENCE_MS = 1_000;

/** What a page, or a frame in it, has to store in. */
export interface Realm {
  readonly indexedDB: IDBFactory;
  readonly navigator?: Navigator & {
    /** Storage beside the origin's own: https://wicg.github.io/storage-buckets/ (Chromium, secure contexts). */
    readonly storageBuckets?: {
      keys(): Promise<string[]>;
      open(name: string): Promise<{readonly indexedDB: IDBFactory}>;
    };
  };
}

/**
 * A same-origin realm that has never touched IndexedDB: once WebKit has lost its IndexedDB server, a page opens no database until it
 * is loaded again, but a frame that was empty until then does, and finds what was stored. It stays in the document for as long as
 * its connection is used. No `src`, no style: no policy forbids it. Rejects where there is no document (a worker).
 */
export async function freshRealm(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  // Beside the body, which pages empty and replace.
  document.documentElement.append(frame);
  await within(loaded, PATIENCE_MS);
  return frame;
}
