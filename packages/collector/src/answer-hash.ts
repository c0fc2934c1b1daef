import {createHash} from 'node:crypto';

/** The hash of an answer's exact bytes, as the wire writes it. */
export const hashOf = (bytes: Uint8Array): string => `sha256-${createHash('sha256').update(bytes).digest('base64url')}`;
