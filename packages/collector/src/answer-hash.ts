import {hash} from 'node:crypto';

/** The hash of an answer's exact bytes, as the wire writes it. */
export const hashOf = (bytes: Uint8Array): string => `sha256-${hash('sha256', bytes, 'base64url')}`;
