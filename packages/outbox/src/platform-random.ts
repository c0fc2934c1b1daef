import type {Random} from './ports.js';

/** The platform's randomness, which plain HTTP has too. */
export const platformRandom: Random = {bytes: (count) => crypto.getRandomValues(new Uint8Array(count))};
