import type {KeyValueStore} from '@ppgp/browser-store';
import type {Reply} from './reply.js';

/** Sends one request. */
export interface Network {
  /** Resolves with any reply, whatever its status; rejects when there was none (no network, refused, cut, over `timeoutMs`). */
  post(url: string, body: string, options: {timeoutMs: number}): Promise<Reply>;
}

export interface Clock {
  /** Milliseconds since 1970, by a clock that may be wrong and may jump. */
  now(): number;
  /** Calls back once after that many milliseconds; what it returns cancels. */
  after(ms: number, call: () => void): () => void;
}

/** Keeps the tabs of an origin from sending the same things at once. A courtesy: everything is right without it. */
export interface Lock {
  /** Runs the work once, alone where that is possible, and settles with it. */
  run(work: () => Promise<void>): Promise<void>;
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
  /** Whether nobody can see the page: it then tries less often. */
  hidden?: () => boolean;
  /** Version of this library, told to the collector. */
  lib: string;
}
