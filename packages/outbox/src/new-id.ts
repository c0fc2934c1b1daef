import type {Random} from './ports.js';

/** 16 bytes as a UUID of version 4 (RFC 9562 § 5.4), in lower case. */
export function uuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The platform's randomness, which plain HTTP has too. */
export const platformRandom: Random = {bytes: (count) => crypto.getRandomValues(new Uint8Array(count))};

/** A new answer's id: a random UUID (v4). Throws where the device has no source of randomness. */
export const newId = (random = platformRandom): string => uuid(random.bytes(16));
