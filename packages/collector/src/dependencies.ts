import type {Day} from '@ppgp/schema';
import type {Context} from 'hono';
import type {AnswerStore} from './store/answer-store.js';

/** Cryptographically strong random bytes. */
export type Random = (bytes: number) => Uint8Array;

export interface Clock {
  /** The day in Europe/Paris. */
  today(): Day;
}

/** Counters and codes only: never a content, an address or a token. */
export type Log = (entry: {event: string; [detail: string]: string | number}) => void;

/** Everything the collector's app is a function of. */
export interface Dependencies {
  store: AnswerStore;
  clock: Clock;
  random: Random;
  /** Origins of pages elsewhere that may send answers, such as `https://www.departement.example`. */
  origins: readonly string[];
  /** The secret of this run, by which the command line asks; without it there is no such route. */
  runKey?: string;
  /** The address a request comes from, where requests from there are limited; it is never written down. Without it nothing is limited. */
  addressOf?: (context: Context) => string | undefined;
  /** Milliseconds that never go back, for the limits. */
  now?: () => number;
  log?: Log;
}
