import {_SHA256} from '@noble/hashes/sha2.js';

/** SHA-256 of the text's UTF-8 bytes. */
// The class and not the function around it, which is the same but brings 0.3 kB of checks of its options.
export const sha256 = (text: string): Uint8Array => new _SHA256().update(new TextEncoder().encode(text)).digest();

/**
 * `sha256-` + base64url without padding (RFC 4648 § 5) of the text's UTF-8 bytes.
 * A library rather than `crypto.subtle`, which plain-HTTP intranets do not have.
 */
export const hash = (text: string): string =>
  'sha256-' +
  btoa(String.fromCharCode(...sha256(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
