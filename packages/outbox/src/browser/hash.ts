import {writtenHash} from '../hash.js';
import type {Hash} from '../ports.js';

/** By the browser itself, or by a library that only plain-HTTP intranets fetch: they have no `crypto.subtle`. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  return subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : (await import('./sha256.js')).sha256(bytes);
}

export const browserHash: Hash = async (text) => writtenHash(await sha256(new TextEncoder().encode(text)));

/** Resolves when a hash can be made: what it takes is fetched before it is needed. Rejects when it could not be fetched. */
export const hashReady = (): Promise<unknown> => browserHash('');
