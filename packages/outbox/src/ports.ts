import type {KeyValueStore} from '@ppgp/browser-store';
import type {Reply} from './reply.js';

/** Sends one request. */
export interface Network {
  /** Resolves with any reply, whatever its status; rejects when there was none (no network, refused, cut, over `timeoutMs`). */
  post(url: string, body: string, options: PostOptions): Promise<Reply>;
}

export interface PostOptions {
  timeoutMs: number;
  /** The answer's id, as `Idempotency-Key`, where it goes to a relay. */
  key?: string | undefined;
  /** The page may be going: the request should outlive it, where the browser can do that. */
  keepalive?: boolean | undefined;
}

/**
 * A note outside the store of how many answers wait in it, so that a store that vanishes is noticed. Neither method throws;
 * a place that refuses notes reads as undefined. −1: an answer is about to be kept.
 */
export interface Canary {
  read(): number | undefined;
  /** Undefined erases it. */
  write(count: number | undefined): void;
}

export interface Clock {
  /** Milliseconds since 1970, by a clock that may be wrong and may jump. */
  now(): number;
  /** Calls back once after that many milliseconds, at the earliest in the next turn; what it returns cancels. */
  after(ms: number, call: () => void): () => void;
}

/** Keeps the tabs of an origin from sending the same things at once. A courtesy: everything is right without it. */
export interface Lock {
  /** Runs the work once, alone for that endpoint where that is possible, and settles with it. */
  run(work: () => Promise<void>, endpoint: string): Promise<void>;
}

export interface Random {
  /** Unpredictable bytes. Throws where there are none: an id must never be guessed. */
  bytes(count: number): Uint8Array;
}

/** SHA-256 of the text's UTF-8 bytes: `sha256-` + base64url without padding. Rejects where it cannot be had. */
export type Hash = (text: string) => Promise<string>;

/** Everything an outbox touches. */
export interface Ports {
  store: KeyValueStore;
  network: Network;
  clock: Clock;
  lock: Lock;
  random: Random;
  hash: Hash;
  /** Where there is none, nobody notices a store that vanished. */
  canary?: Canary;
  /** Whether what the store keeps is known to go with the page or the window. Then nothing is ever called saved. */
  isEphemeral?: () => Promise<boolean>;
  /** Something was saved: a moment to ask the device for favours. */
  afterSave?: () => unknown;
  /** Lets the page draw and be used, in the middle of much work. */
  breathe?: () => Promise<void> | undefined;
  /** Whether nobody can see the page: it then tries less often. */
  hidden?: () => boolean;
  /** Whether the device says that it has no network. It may be wrong, and is never a reason not to try. */
  offline?: () => boolean;
  /** Version of this library, told to the collector. */
  lib: string;
}
