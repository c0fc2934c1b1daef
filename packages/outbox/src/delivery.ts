import {bagsOf, bodyOf, bytes, type Bag, type Letter} from './batches.js';
import {inTurn} from './in-turn.js';
import type {OutboxEvent} from './outbox-event.js';
import {rekeyed, type Parcel} from './parcel.js';
import type {Ports} from './ports.js';
import {isTrouble, judge, type Pause, type Reason, type Verdict} from './reply.js';
import type {Waits} from './waits.js';

/** What a request may take, in milliseconds; on top comes the time for its bytes at 32 kbit/s. */
const REQUEST_MS = 30_000;
const BYTES_PER_MS = 4;
/** After so many replies without proof, one after the other, something else must be answering. */
const FOREIGN_REPLIES = 5;
/** After so many requests without any reply, though there is a network, something is blocked or misconfigured: a browser says no more. */
const SILENCES = 10;
/** Browsers let 64 KiB in all outlive a page. */
const KEEPALIVE_BYTES = 48 * 1024;

/** An answer this tab was given and has no proof for. */
export interface Held {
  parcel: Parcel;
  /** Where it was put, even when that could not be confirmed. */
  key?: string | undefined;
}

/** The way to one endpoint: what goes there waits for nothing that goes elsewhere. */
export interface Delivery {
  /**
   * Sends what is due among these letters, one request at a time, and does what the replies mean. A record is removed in one case
   * only: its own proof of delivery. `leaving`: the page may be going, and the first request leaves before this returns. Never rejects.
   */
  deliver(letters: readonly Letter[], leaving?: boolean): Promise<void>;
  /** Milliseconds until the first of what stayed may go; Infinity: nothing stayed. Whoever delivers sets it back. */
  soonest: number;
  /** Reads and delivers what is due; asked for while it does, once more. */
  readonly serve: () => Promise<void>;
  /** Takes back when it is tried again by itself. */
  cancelRetry?: () => void;
}

/** After something on the device went wrong. */
const AGAIN: Pause = {};
/** Refused by the collector: not tried again before the page is loaded anew, unless a person asks. */
const NEVER: Pause = {atLeast: Infinity};

export const idOf = ({parcel}: Letter): string => parcel.item.id;

export function makeDelivery(
  endpoint: string,
  ports: Ports,
  waits: Waits,
  held: Map<string, Held>,
  tell: (event: OutboxEvent) => void,
  serve: (delivery: Delivery) => Promise<void>,
): Delivery {
  const {clock, network, store, lib} = ports;
  /** Replies without proof in a row. */
  let foreign = 0;
  /** Requests without any reply in a row. */
  let silent = 0;

  const left = (letter: Letter): number => Math.max(waits.left(endpoint), waits.left(idOf(letter)));

  /** A letter stays, because of itself (with a pause) or of its endpoint. */
  function stay(letter: Letter, pause?: Pause): void {
    if (pause) waits.add(idOf(letter), pause);
    delivery.soonest = Math.min(delivery.soonest, left(letter));
  }

  /** Everybody hears why letters stay. `doubtful`: perhaps nothing is wrong yet. */
  function explain(letters: readonly Letter[], reason: Reason, doubtful = false): void {
    const ids = letters.map(idOf);
    tell({type: 'retry', ids, reason});
    if (!doubtful && isTrouble(reason)) tell({type: 'trouble', code: reason, ids});
  }

  /** Writes a letter's new form, unless another tab dealt with it or the store fails: then it stays, and is looked at again. */
  async function replace(letter: Letter, by: Held): Promise<boolean> {
    const {key, stored} = letter;
    try {
      if (key && by.key) await store.commit([{expect: key, value: stored}, {remove: key}, {put: by.key, value: by.parcel}]);
    } catch {
      stay(letter, AGAIN);
      return false;
    }
    const id = idOf(letter);
    const mine = held.get(id);
    held.delete(id);
    if (mine) held.set(idOf(by), Object.assign(mine, by));
    return true;
  }

  /** Lets go of what is proven to be delivered, in one commit. What cannot be removed is sent again, and proven again. */
  async function release(letters: readonly Letter[]): Promise<void> {
    const removed = await store.commit(letters.flatMap(({key}) => (key ? [{remove: key}] : []))).then(
      () => true,
      () => false,
    );
    for (const letter of letters) {
      const {id, previousId} = letter.parcel.item;
      held.delete(id);
      if (removed) waits.forget(id);
      else stay(letter, AGAIN);
      tell({type: 'sent', id, previousId});
    }
  }

  /** Does what each verdict says. Gives back what is to be sent at once, under its next id. */
  async function settle(bag: Bag, verdicts: ReadonlyMap<string, Verdict>): Promise<Letter[]> {
    const delivered: Letter[] = [];
    const again: Letter[] = [];
    for (const letter of bag) {
      const {key, parcel} = letter;
      const verdict = verdicts.get(idOf(letter));
      if (verdict?.is === 'delivered') {
        delivered.push(letter);
      } else if (verdict?.is === 'waiting') {
        stay(letter, verdict);
        explain([letter], verdict.reason);
      } else if (verdict?.is === 'conflict') {
        const next = rekeyed(parcel, key);
        if (await replace(letter, next)) again.push({...next, stored: next.parcel});
      } else if (verdict) {
        const {code} = verdict;
        if (await replace(letter, {key, parcel: {...parcel, state: 'parked', tries: parcel.tries + 1, code}})) {
          waits.add(idOf(letter), NEVER);
          tell({type: 'parked', id: idOf(letter), code});
        }
      }
    }
    await release(delivered);
    return again;
  }

  async function deliver(letters: readonly Letter[], leaving = false): Promise<void> {
    const due: Letter[] = [];
    for (const letter of letters) {
      if (left(letter) === 0) due.push(letter);
      else stay(letter);
    }
    const bags = bagsOf(due);
    for (let bag = bags.shift(); bag; bag = bags.shift()) {
      const {wire, item} = bag[0].parcel;
      // An earlier request may have found the door closed.
      if (waits.left(endpoint) > 0) {
        for (const letter of bag) stay(letter);
        continue;
      }
      const body = bodyOf(bag, clock.now(), lib);
      const keepalive = (leaving || ports.hidden?.()) && bytes(body) <= KEEPALIVE_BYTES;
      const timeoutMs = REQUEST_MS + Math.ceil(body.length / BYTES_PER_MS);
      const {urges} = waits;
      const reply = await network.post(endpoint, body, {timeoutMs, key: wire && item.id, keepalive}).catch(() => undefined);
      await ports.breathe?.();
      silent = reply || ports.offline?.() ? 0 : silent + 1;
      if (silent === SILENCES) tell({type: 'trouble', code: 'endpoint-misconfigured', ids: bag.map(idOf)});
      const items = bag.map(({parcel}) => parcel.item);
      const judgement = judge(reply, items, wire);
      if (judgement.is === 'halved') {
        const middle = Math.ceil(bag.length / 2);
        bags.unshift(...bagsOf(bag.slice(0, middle)), ...bagsOf(bag.slice(middle)));
      } else if (judgement.is === 'waiting') {
        const {reason} = judgement;
        const isForeign = reason === 'not-our-server';
        if (isForeign) foreign++;
        waits.add(endpoint, judgement);
        for (const letter of bag) stay(letter);
        explain(bag, reason, isForeign && foreign < FOREIGN_REPLIES);
      } else {
        foreign = 0;
        waits.forget(endpoint);
        if (judgement.rest) waits.add(endpoint, {atLeast: judgement.rest});
        bags.unshift(...bagsOf(await settle(bag, judgement.verdicts)));
      }
      if (urges < waits.urges) for (const who of [endpoint, ...bag.map(idOf)]) waits.forget(who);
    }
  }

  const delivery: Delivery = {deliver, soonest: Infinity, serve: inTurn(() => serve(delivery))};
  return delivery;
}
