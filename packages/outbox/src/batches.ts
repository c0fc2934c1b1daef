import {LIMITS, PROTOCOL, type Batch, type Item} from '@ppgp/protocol';
import type {Parcel} from './parcel.js';

/** A parcel on its way, with the place it came from. */
export interface Letter {
  parcel: Parcel;
  /** Its key in the store; undefined when this tab only has it in memory. */
  key?: string | undefined;
  /** What the store held under that key, to notice when another tab changed it. */
  stored?: unknown;
}

/** Letters that go to one endpoint in one request. */
export type Bag = [Letter, ...Letter[]];

/** Room for what surrounds the items, in bytes. */
const ENVELOPE_BYTES = 256;

export const bytes = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Letters for one endpoint sorted into requests, in their order, within the protocol's limits (one item may exceed the bytes, alone).
 * What was refused before travels apart, and an id appears once in a request: neither may spoil it for the others.
 * What does not go by our protocol goes alone.
 */
export function bagsOf(letters: readonly Letter[]): Bag[] {
  const filling: {bag: Bag; room: number}[] = [];
  for (const letter of letters) {
    const {state, item, wire} = letter.parcel;
    const size = bytes(JSON.stringify(item)) + 1;
    const last = filling.findLast(({bag: [{parcel}]}) => parcel.state === state && !parcel.wire);
    const fits =
      !wire && last && last.bag.length < LIMITS.batchItems && size <= last.room && !last.bag.some(({parcel}) => parcel.item.id === item.id);
    if (fits) {
      last.bag.push(letter);
      last.room -= size;
    } else {
      filling.push({bag: [letter], room: LIMITS.batchBytes - ENVELOPE_BYTES - size});
    }
  }
  return filling.map(({bag}) => bag);
}

/** The request's body. Every payload in it is exactly the string that was saved. */
export function bodyOf(bag: Bag, now: number, lib: string): string {
  const [{parcel}] = bag;
  if (parcel.wire) return plainObject(parcel.item);
  const items = bag.map((letter) => letter.parcel.item);
  const batch: Batch = {protocol: PROTOCOL, sentAt: new Date(now).toISOString(), client: {lib}, items};
  return JSON.stringify(batch);
}

/** One answer for a relay: the item with its payload as an object, in exactly the bytes that were saved, where it is JSON. */
function plainObject(item: Item): string {
  const {payload, ...envelope} = item;
  try {
    JSON.parse(payload);
  } catch {
    // Sealed, or not ours to understand: it stays a text.
    return JSON.stringify(item);
  }
  return `${JSON.stringify(envelope).slice(0, -1)},"payload":${payload}}`;
}
