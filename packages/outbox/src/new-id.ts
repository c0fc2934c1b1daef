import {platformRandom} from './platform-random.js';

/** 16 bytes as a UUID of version 4 (RFC 9562 § 5.4), in lower case. */
export function uuid(bytes: Uint8Array): string {
  const marked = [...bytes].map((byte, at) => (at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte));
  const hex = marked.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A new answer's id: a random UUID (v4). Throws where the device has no source of randomness. */
export const newId = (random = platformRandom): string => uuid(random.bytes(16));
