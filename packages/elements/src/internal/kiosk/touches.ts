import type {Payload} from '@ppgp/schema';

export type Signal = NonNullable<Payload['signals']>[number];

/** A touch, where it ended: CSS pixels, and milliseconds of a clock that only goes forward. */
export interface Touch {
  x: number;
  y: number;
  at: number;
}

/** Touches of one spot that follow each other faster are one: the hand trembles. */
export const BOUNCE_MS = 200;
/** How far apart touches of one spot are, at most. */
const SPOT_PX = 40;
/** So many touches in so many milliseconds, bounces apart: nobody reads that fast. */
const FAST = {touches: 10, within: 2_000};
/** So many touches of one spot in a row, bounces too, within so many milliseconds. */
const SAME_SPOT = {touches: 15, within: 15_000};

const isNear = (one: Touch, other: Touch): boolean => Math.hypot(one.x - other.x, one.y - other.y) <= SPOT_PX;

/**
 * How a screen was touched, for those who read the figures: a child that hits it is flagged on the answer, which counts all the same. Who is
 * slow is never flagged, nor who touches a thing several times because the hand trembles, nor who uses a keyboard.
 */
export class Touches {
  readonly #found = new Set<Signal>();
  /** The last ones that were meant, the oldest first. */
  #meant: Touch[] = [];
  /** The last ones in a row at one spot. */
  #there: Touch[] = [];

  /** Undefined where nothing is to be flagged. */
  get signals(): Signal[] | undefined {
    return this.#found.size > 0 ? [...this.#found] : undefined;
  }

  touch(touch: Touch): void {
    const last = this.#there.at(-1);
    const isBounce = last !== undefined && touch.at - last.at < BOUNCE_MS && isNear(last, touch);
    const [first] = this.#there;
    this.#there = first && isNear(first, touch) ? [...this.#there, touch].slice(-SAME_SPOT.touches) : [touch];
    if (!isBounce) this.#meant = [...this.#meant, touch].slice(-FAST.touches);
    if (isTight(this.#meant, FAST)) this.#found.add('fast');
    if (isTight(this.#there, SAME_SPOT)) this.#found.add('same-spot');
  }

  /** Another person. */
  clear(): void {
    this.#found.clear();
    this.#meant = this.#there = [];
  }
}

const isTight = (touches: readonly Touch[], {touches: count, within}: typeof FAST): boolean =>
  touches.length === count && (touches.at(-1)?.at ?? 0) - (touches[0]?.at ?? 0) < within;
