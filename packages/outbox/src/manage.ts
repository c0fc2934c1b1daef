/** What only `<ppgp-outbox>` and a rescue page need: to see, export, forget, redirect and take in what waits. */
import type {Change, KeyValueStore} from '@ppgp/browser-store';
import type {Letter} from './batches.js';
import {idOf} from './delivery.js';
import type {Outbox} from './outbox.js';
import {OutboxError} from './outbox-error.js';
import type {ExportedAnswer, OutboxExport} from './outbox-export.js';
import {PARCELS, dayOf, parcelKey, parcelOf, type Parcel, type Wire} from './parcel.js';
import type {WaitingAnswer} from './waiting-answer.js';

export type {ExportedAnswer, OutboxExport} from './outbox-export.js';
export type {WaitingAnswer} from './waiting-answer.js';

/** How many records change in one commit. */
const MANY = 50;

/** A record that is to go, or to become another. */
interface Step {
  key: string;
  stored: unknown;
  by?: Parcel;
}

/** All that waits, the oldest first; what only this page's memory has comes last. Rejects where the store cannot be read. */
export async function waiting(outbox: Outbox): Promise<WaitingAnswer[]> {
  const {letters} = await everything(outbox);
  return letters.map(({stored, parcel: {item, endpoint, savedDay, state, code}}) => {
    const {id, campaign} = item;
    return {id, campaign, endpoint, savedDay, state, code, stored: stored !== undefined};
  });
}

/** All that waits, for a file or for another outbox; also what this build cannot read. Changes nothing. */
export async function exportWaiting(outbox: Outbox): Promise<OutboxExport> {
  const {letters, unreadable} = await everything(outbox);
  const {clock, lib} = outbox.ports;
  const exported: OutboxExport = {
    format: 'ppgp-outbox/1',
    exportedOn: dayOf(clock.now()),
    lib,
    items: letters.map(({parcel: {endpoint, wire, item, savedDay}}): ExportedAnswer => ({endpoint, wire, item, savedDay})),
    unreadable: unreadable.map(([key, value]) => ({key, value})),
  };
  return JSON.parse(JSON.stringify(exported)) as OutboxExport;
}

/**
 * Removes from the device what an export holds, byte for byte, and nothing else: only once a person has the export and confirmed.
 * Gives how many went. What changed, was sent or came since the export is left as it is.
 */
export async function forget(outbox: Outbox, {items, unreadable}: OutboxExport): Promise<number> {
  const answers = new Set(items.map(({item}) => JSON.stringify(item)));
  const records = new Set(unreadable.map(({key, value}) => JSON.stringify([key, value])));
  const all = await everything(outbox);
  const going = all.letters.filter(({parcel}) => answers.has(JSON.stringify(parcel.item)));
  // From memory first: from there, what is missing in the store would be put back.
  for (const letter of going) outbox.held.delete(idOf(letter));
  const steps = stepsOf(going, () => ({}));
  for (const [key, stored] of all.unreadable) {
    // What a text cannot carry whole, the export does not hold.
    if (isJson(stored) && records.has(JSON.stringify([key, stored]))) steps.push({key, stored});
  }
  const {store} = outbox.ports;
  // Perhaps they are being put back at this moment.
  await store.commit(going.flatMap(({key, stored}) => (key && stored === undefined ? [{remove: key}] : [])));
  const removed = await commitEach(store, steps);
  outbox.wake();
  return removed + going.filter(({stored}) => stored === undefined).length;
}

/**
 * From now on these answers go to another endpoint (absolute http(s) URL), and are tried at once. Their bytes stay the same.
 * Gives how many were redirected. Rejects with an {@link OutboxError} for a wrong endpoint.
 */
export async function redirect(outbox: Outbox, ids: readonly string[], endpoint: string, wire?: Wire): Promise<number> {
  const {letters} = await everything(outbox);
  const chosen = letters.filter((letter) => ids.includes(idOf(letter)));
  const next = ({parcel: {item, savedDay}}: Letter): Parcel => parcelOf(item, endpoint, savedDay, wire);
  const steps = stepsOf(chosen, (letter) => ({by: next(letter)}));
  const redirected = await commitEach(outbox.ports.store, steps);
  let inMemory = 0;
  for (const letter of chosen) {
    const given = outbox.held.get(idOf(letter));
    if (given) given.parcel = next(letter);
    if (letter.stored === undefined) inMemory++;
  }
  outbox.sendNow();
  return redirected + inMemory;
}

/**
 * Puts what was exported elsewhere (a rescue page, another device) into this outbox. Ids and bytes stay, so that an answer that comes
 * twice counts once. Gives how many of its records are in this outbox now: fewer than it holds means that some are damaged.
 * Rejects where the device does not keep them, and with an {@link OutboxError} where it is no export of ours.
 */
export async function take(outbox: Outbox, exported: OutboxExport): Promise<number> {
  const {format, items, unreadable} = Object(exported) as Partial<OutboxExport>;
  if (format !== 'ppgp-outbox/1' || !Array.isArray(items)) throw new OutboxError('This is no export of an outbox.', 'invalid');
  const {store, hash, clock} = outbox.ports;
  const all = await everything(outbox);
  const known = new Set(all.letters.filter(({stored}) => stored !== undefined).map(({parcel}) => JSON.stringify(parcel.item)));
  let lastKey = await store.last(PARCELS);
  let taken = 0;
  for (let at = 0; at < items.length; at += MANY) {
    const changes: Change[] = [];
    for (const {item, endpoint, savedDay = dayOf(clock.now()), wire} of items.slice(at, at + MANY)) {
      if (known.has(JSON.stringify(item))) {
        taken++;
      } else if (item?.kind !== 'plain' || (await hash(item.payload)) === item.hash) {
        const parcel = attempt(() => parcelOf(item, endpoint, savedDay, wire));
        if (!parcel) continue;
        lastKey = parcelKey(lastKey, item.id);
        known.add(JSON.stringify(item));
        changes.push({put: lastKey, value: parcel});
      }
    }
    await store.commit(changes);
    taken += changes.length;
  }
  for (const {key, value} of unreadable ?? []) {
    if (!key.startsWith(PARCELS)) continue;
    taken += await commitEach(store, [{key, stored: undefined, by: value as Parcel}]);
  }
  outbox.sendNow();
  return taken;
}

/** What the store has, page by page, then what only this page's memory has. */
async function everything(outbox: Outbox): Promise<{letters: Letter[]; unreadable: [key: string, value: unknown][]}> {
  const letters: Letter[] = [];
  const unreadable: [string, unknown][] = [];
  for await (const page of outbox.pages()) {
    letters.push(...page.letters);
    unreadable.push(...page.unreadable);
  }
  const stored = new Set(letters.map(idOf));
  letters.push(...outbox.kept().filter((given) => !stored.has(idOf(given))));
  return {letters, unreadable};
}

const stepsOf = (letters: readonly Letter[], rest: (letter: Letter) => Pick<Step, 'by'>): Step[] =>
  letters.flatMap((letter) => {
    const {key, stored} = letter;
    return key && stored !== undefined ? [{key, stored, ...rest(letter)}] : [];
  });

/** Does each step whose record is still what it was, and gives how many. */
async function commitEach(store: KeyValueStore, steps: readonly Step[]): Promise<number> {
  let done = 0;
  for (let at = 0; at < steps.length; at += MANY) {
    const some = steps.slice(at, at + MANY);
    try {
      await store.commit(some.flatMap(({key, stored, by}) => [{expect: key, value: stored}, by ? {put: key, value: by} : {remove: key}]));
      done += some.length;
    } catch (error) {
      // By name: the store may be of another build on this page.
      if ((Object(error) as Error).name !== 'ChangedError') throw error;
      if (some.length > 1) for (const step of some) done += await commitEach(store, [step]);
    }
  }
  return done;
}

/** Whether JSON carries a value whole. */
const isJson = (value: unknown): boolean =>
  value === null ||
  ['string', 'boolean'].includes(typeof value) ||
  Number.isFinite(value) ||
  (typeof value === 'object' &&
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) &&
    Object.values(value).every(isJson));

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
