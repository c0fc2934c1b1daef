import {isAnswerId, type Item} from '@ppgp/protocol';
import {OutboxError} from './outbox-error.js';

/**
 * How an answer goes to an endpoint that does not speak our protocol: one plain JSON object per request.
 * `json`: only a receipt of ours proves that it arrived; `json-status`: every 2xx does, because the integrator said so.
 */
export type Wire = 'json' | 'json-status';

/** What is kept of one answer until a collector has it. These forms, versions 1 and 2, must be readable for ever. */
export interface Parcel {
  /** 2: it has a `wire`. A build that knows only version 1 must leave it alone, for it would send a batch of ours. */
  v: 1 | 2;
  wire?: Wire | undefined;
  /** Absolute http(s) URL it was saved for; it is sent nowhere else. */
  endpoint: string;
  /** Exactly what goes on the wire. */
  item: Item;
  /** `parked`: the collector refused it for itself. It is kept, and tried again once per page and by hand. */
  state: 'pending' | 'parked';
  /** How many times it was parked. */
  tries: number;
  /** Why it is parked. */
  code?: string;
  /** Day of saving by the device's clock, UTC, YYYY-MM-DD. Never an instant: that would tell who sat in the waiting room. */
  savedDay: string;
}

/** An answer as the page gives it. */
export interface NewParcel {
  /** Made with `newId` when the answer was begun, so that pressing twice is one answer. */
  id: string;
  /** Absolute http(s) URL. */
  endpoint: string;
  campaign: string;
  /** Version of the definition that was answered. */
  version: string;
  /** Day of answering, YYYY-MM-DD. */
  day: string;
  /** The bytes to keep, hash and send, as they are. */
  payload: string;
  /** How it is sent; by default by our protocol. */
  wire?: Wire | undefined;
}

/** Where parcels are in the store. */
export const PARCELS = 'parcel/';
/** And unfinished answers. */
export const DRAFTS = 'draft/';

const DIGITS = 15;

/**
 * The key of a new parcel, after the last one: `parcel/<15 digits>/<id>`, so that the oldest come first without asking a clock.
 * Two tabs may take the same number; the id keeps their keys apart.
 */
export function parcelKey(lastKey: string | undefined, id: string): string {
  return `${keyOf(numberIn(lastKey) + 1)}/${id}`;
}

/** The place before the last `count` numbers, up to that of a key. */
export const keyBefore = (lastKey: string, count: number): string => keyOf(Math.max(numberIn(lastKey) - count + 1, 0));

const numberIn = (key?: string): number => Number(key?.slice(PARCELS.length, PARCELS.length + DIGITS)) || 0;
const keyOf = (place: number): string => PARCELS + String(place).padStart(DIGITS, '0');

/** The parcel in a stored value. Undefined for what another build wrote in a form unknown here: it is left alone, and counted. */
export function readParcel(value: unknown): Parcel | undefined {
  const {v, wire, endpoint, state, item} = Object(value) as Partial<Parcel>;
  const versioned = v === 2 ? wire === 'json' || wire === 'json-status' : v === 1;
  const known = versioned && /^https?:/.test(`${endpoint}`) && ['pending', 'parked'].includes(`${state}`);
  const whole = item && isAnswerId(item.id) && typeof item.hash === 'string' && typeof item.payload === 'string';
  return known && whole ? (value as Parcel) : undefined;
}

/** A new parcel. Throws an {@link OutboxError} for what could never be delivered: a wrong id or endpoint. */
export function parcelOf(item: Item, endpoint: string, savedDay: string, wire?: Wire): Parcel {
  const parcel = readParcel({...(wire ? {v: 2, wire} : {v: 1}), endpoint, item, state: 'pending', tries: 0, savedDay});
  if (!parcel) throw new OutboxError(`Wrong id or endpoint.`, 'invalid');
  return parcel;
}

/** The day of an instant, UTC, YYYY-MM-DD. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** The parcel of an answer with its hash. */
export const packed = ({id, endpoint, campaign, version, day, payload, wire}: NewParcel, hash: string, now: number): Parcel =>
  parcelOf({id, campaign, version, day, hash, kind: 'plain', payload}, endpoint, dayOf(now), wire);

/**
 * The same parcel under its next id, because its own turned out to be another answer's. Its key keeps the place in the queue.
 * The end of the id comes from the answer's hash rather than from chance: two tabs that meet the same conflict without a lock,
 * or one that dies and starts over, arrive at the same id, so that the answer still counts once.
 */
export function rekeyed(parcel: Parcel, key: string | undefined): {parcel: Parcel; key: string | undefined} {
  const {item} = parcel;
  // Six letters of the digest, in hexadecimal as the last twelve digits.
  const end = [...item.hash.slice(7, 13)].map((letter) => letter.charCodeAt(0).toString(16)).join('');
  const id = item.id.slice(0, -12) + end;
  return {parcel: {...parcel, item: {...item, id, previousId: item.id}}, key: key?.replace(item.id, id)};
}
