import {createHmac} from 'node:crypto';
import {prefixOf} from './address-prefix.js';
import type {Clock, Random} from './dependencies.js';

/** How much may come at once, and how much more each second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** Requests with answers. Generous: a whole waiting room shares one address. */
export const ANSWERS_RATE: Rate = {burst: 300, perSecond: 5};
/** Tokens that turned out wrong. */
export const TOKENS_RATE: Rate = {burst: 30, perSecond: 0.5};

/** Networks known at a time; beyond it, those whose bucket is full again are forgotten, then the oldest. */
const MOST = 50_000;

interface Bucket {
  left: number;
  /** Milliseconds, by `now`. */
  at: number;
}

interface Tools {
  random: Random;
  clock: Clock;
  /** Milliseconds that never go back, whatever the clock does. */
  now?: () => number;
}

/**
 * Token buckets by network. A network is known by a keyed hash under a salt of the day: neither address nor salt is ever
 * written, and tomorrow nobody, us included, can say which network a bucket was.
 */
export class Limiter {
  readonly #rate: Rate;
  readonly #random: Random;
  readonly #clock: Clock;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  #day = '';
  #salt: Uint8Array = new Uint8Array();

  constructor(rate: Rate, {random, clock, now = () => performance.now()}: Tools) {
    this.#rate = rate;
    this.#random = random;
    this.#clock = clock;
    this.#now = now;
  }

  /** Whether a request from this address may be let in. What is no address always may. */
  hasRoom(address: string | undefined): boolean {
    const bucket = this.#bucket(address);
    return bucket === undefined || bucket.left >= 1;
  }

  /** Lets one request in and counts it, or does not. */
  take(address: string | undefined): boolean {
    const bucket = this.#bucket(address);
    if (bucket === undefined) return true;
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }

  /** A request that was let in turned out to be free. */
  giveBack(address: string | undefined): void {
    const bucket = this.#bucket(address);
    if (bucket !== undefined) bucket.left = Math.min(this.#rate.burst, bucket.left + 1);
  }

  /** Networks known now: for the tests of what is kept. */
  get size(): number {
    return this.#buckets.size;
  }

  #bucket(address: string | undefined): Bucket | undefined {
    const prefix = address === undefined ? undefined : prefixOf(address);
    if (prefix === undefined) return undefined;
    this.#turnDay();
    const key = createHmac('sha256', this.#salt).update(prefix).digest('base64url');
    const now = this.#now();
    const known = this.#buckets.get(key);
    const {burst, perSecond} = this.#rate;
    const left = known === undefined ? burst : Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond);
    const bucket = {left, at: now};
    // The latest stands last, so that the oldest is found first.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > MOST) this.#forget(now);
    return bucket;
  }

  #turnDay(): void {
    const today = this.#clock.today();
    if (today === this.#day) return;
    this.#day = today;
    this.#salt = this.#random(32);
    this.#buckets.clear();
  }

  #forget(now: number): void {
    const {burst, perSecond} = this.#rate;
    for (const [key, {left, at}] of this.#buckets) {
      if (left + ((now - at) / 1000) * perSecond >= burst) this.#buckets.delete(key);
    }
    for (const [key] of this.#buckets) {
      if (this.#buckets.size <= MOST * 0.9) return;
      this.#buckets.delete(key);
    }
  }
}
