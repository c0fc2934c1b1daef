// @ts-check
/** In the page: saving against a bare strict put, and what an outbox full of answers costs the page that opens it. */
/* global indexedDB, requestAnimationFrame */
import {newId} from '@ppgp/outbox';
import {DATABASE, pageOutbox} from '@ppgp/outbox/browser';

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const result = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
const complete = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

const answer = () => ({
  id: newId(),
  endpoint: `${location.origin}/v1/answers`,
  campaign: 'bench',
  version: '1',
  day: '2026-11-22',
  payload: JSON.stringify({answers: {q: 'x'.repeat(1_500)}, id: newId()}),
});

/** As many answers waiting as asked for: the one that the outbox wrote, over and over, under other ids. @param {number} count */
async function fill(count) {
  await pageOutbox().save(answer());
  const database = await result(indexedDB.open(DATABASE));
  const [name = ''] = database.objectStoreNames;
  const records = database.transaction(name).objectStore(name);
  const [keys, values] = await Promise.all([result(records.getAllKeys()), result(records.getAll())]);
  const at = keys.findIndex((key) => String(key).startsWith('parcel/'));
  const {id} = values[at].item;
  for (let made = 1; made < count;) {
    const transaction = database.transaction(name, 'readwrite');
    for (const end = Math.min(made + 2_000, count); made < end; made++) {
      const next = newId();
      const key = String(keys[at])
        .replace(/\d{15}/, String(made + 1).padStart(15, '0'))
        .replace(id, next);
      transaction.objectStore(name).put({...values[at], item: {...values[at].item, id: next}}, key);
    }
    await complete(transaction);
  }
  database.close();
}

/** One strict put of the same size, in a database of its own. */
async function bare() {
  const opening = indexedDB.open('bare');
  opening.onupgradeneeded = () => opening.result.createObjectStore('records');
  const database = await result(opening);
  return async () => {
    const transaction = database.transaction('records', 'readwrite', {durability: 'strict'});
    transaction.objectStore('records').put(answer(), newId());
    await complete(transaction);
  };
}

/** Times of both, in milliseconds, taken in turn. @param {number} pairs */
async function compare(pairs) {
  const put = await bare();
  const times = {save: /** @type {number[]} */ ([]), put: /** @type {number[]} */ ([])};
  for (let pair = -3; pair < pairs; pair++) {
    for (const [name, work] of /** @type {const} */ ([['put', put], ['save', () => pageOutbox().save(answer())]])) {
      const started = performance.now();
      await work();
      if (pair >= 0) times[name].push(performance.now() - started);
    }
  }
  return times;
} // prettier-ignore

/** Longest time between two frames, in milliseconds, from now on. */
function frames() {
  const seen = {longest: 0};
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    seen.longest = Math.max(seen.longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return seen;
}

/** Until the next frame is painted. @returns {Promise<void>} */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/**
 * Opens the outbox as a page that has just been loaded does, and counts what waits as its elements do, while it is being sent; ends when
 * so many are sent, or none was for a while. @param {number} count
 */
async function drain(count) {
  await painted();
  const seen = frames();
  const started = performance.now();
  const outbox = pageOutbox();
  /** @type {Set<string>} */
  const sent = new Set();
  const drained = new Promise((resolve) => {
    outbox.watch((event) => event.type === 'sent' && sent.add(event.id).size === count && resolve(performance.now() - started));
  });
  const [usable, counted] = await Promise.all([
    painted().then(() => performance.now() - started),
    outbox.counts().then(({pending}) => ({pending, ms: performance.now() - started})),
  ]);
  return {usable, counted: counted.ms, pending: counted.pending, drained: await drained, longest: seen.longest};
}

/** The longest frame of a page that does nothing for so long, in milliseconds. @param {number} ms */
async function idle(ms) {
  await painted();
  const seen = frames();
  await new Promise((resolve) => setTimeout(resolve, ms));
  return seen.longest;
}

Object.assign(globalThis, {bench: {fill, compare, drain, idle}});
