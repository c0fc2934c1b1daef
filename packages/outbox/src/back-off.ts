import type {Random} from './ports.js';

const FIRST_MS = 2_000;

/** The longest pause between two tries, in milliseconds: shorter while somebody may be looking. */
export const LONGEST_MS = {visible: 5 * 60_000, hidden: 30 * 60_000};

/**
 * How long to wait after a number of failures, in milliseconds: `random(0, min(longest, 2 s · 2^failures))`,
 * "full jitter", so that the devices of a whole département do not come back together after an outage.
 */
export function backOff(failures: number, longest: number, random: Random): number {
  const share = random.bytes(4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32;
  return Math.floor(share * Math.min(longest, FIRST_MS * 2 ** failures));
}
