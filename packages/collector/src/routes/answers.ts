import type {IncomingMessage} from 'node:http';
import type {HttpBindings} from '@hono/node-server';
import {LIMITS, PROTOCOL, isAnswerId, readBatch, type Accepts, type ReadItem, type Receipt, type Result} from '@ppgp/protocol';
import type {Day} from '@ppgp/schema';
import type {Context, Handler} from 'hono';
import type {Dependencies} from '../dependencies.js';
import {takeIn} from '../intake.js';
import {readJson} from '../json-body.js';
import type {Limiter} from '../limiter.js';
import type {Metrics} from '../metrics.js';
import {Refusal} from '../refusal.js';
import type {AnswerStore} from '../store/answer-store.js';

function readItems(body: unknown): ReadItem[] {
  const batch = readBatch(body);
  if (batch.ok) return batch.items;
  const {code, detail} = batch;
  throw new Refusal(code, code === 'too-many-items' ? {detail, maxItems: LIMITS.serverItems} : {detail});
}

/** Identity is per item; a gateway that sends single items may repeat the id as the key of its request. */
function checkKey(key: string | undefined, items: readonly ReadItem[]): void {
  const [only] = items;
  if (key === undefined || items.length !== 1 || only === undefined) return;
  const id = only.ok ? only.item.id : only.id;
  const named = key.replace(/^"(.*)"$/, '$1');
  if (!isAnswerId(named) || named !== id) throw new Refusal('malformed', {detail: 'The Idempotency-Key is not the id of the item.'});
}

/** What an address over its limit is told to wait, in seconds: a burst of one tablet is let in again by then. */
const LIMITED_RETRY = 10;

/** Whose results are known without storing anything: those the store has already. All else is to come again later. */
async function onlyKnown(store: AnswerStore, items: readonly ReadItem[]): Promise<{known: ReadItem[]; deferred: ReadItem[]}> {
  const hashes = await store.hashes(items.flatMap((read) => (read.ok ? [read.item] : [])));
  const isKnown = (read: ReadItem): boolean => !read.ok || hashes.shift() !== undefined;
  const marked = items.map((read) => ({read, isKnown: isKnown(read)}));
  return {
    known: marked.flatMap(({read, isKnown}) => (isKnown ? [read] : [])),
    deferred: marked.flatMap(({read, isKnown}) => (isKnown ? [] : [read])),
  };
}

const idOf = (read: ReadItem): string => (read.ok ? read.item.id : (read.id ?? ''));

/** `POST /v1/answers`: receives a batch, and answers once it is on disk. Who sends too much is deferred, never refused. */
export const receiveAnswers =
  ({store, clock, addressOf}: Dependencies, limiter: Limiter, metrics: Metrics): Handler =>
  async (context) => {
    const items = readItems(await readJson(context.req.raw, incomingOf(context)));
    checkKey(context.req.header('Idempotency-Key'), items);
    const [today, address] = [clock.today(), addressOf?.(context)];
    const isLimited = !limiter.take(address);
    const {known, deferred} = isLimited ? await onlyKnown(store, items) : {known: items, deferred: []};
    const taken = await takeIn(store, known, today);
    if (!isLimited && taken.every(({status}) => status === 'duplicate')) limiter.giveBack(address);
    const late = deferred.map((read): Result => ({id: idOf(read), status: 'deferred', code: 'too-many', retryAfter: LIMITED_RETRY}));
    const results = new Map([...taken, ...late].map((result) => [result.id, result]));
    countRefused([...results.values()], items, today, metrics);
    const receipt: Receipt = {
      protocol: PROTOCOL,
      storeEpoch: store.epoch,
      retryAfter: deferred.length > 0 ? LIMITED_RETRY : 0,
      results: items.flatMap((read) => results.get(idOf(read)) ?? []),
    };
    return context.json(receipt);
  };

/** The request as Node has it, where it came over a connection. */
const incomingOf = ({env}: Context): IncomingMessage | undefined => (env as Partial<HttpBindings> | undefined)?.incoming;

/** The store counts what reached it; the rest is counted here. */
function countRefused(results: readonly Result[], items: readonly ReadItem[], today: Day, metrics: Metrics): void {
  if (results.every(({status}) => status === 'stored' || status === 'duplicate')) return;
  const campaigns = new Map(items.flatMap((read) => (read.ok ? [[read.item.id, read.item.campaign]] : [])));
  for (const {id, status, code} of results) {
    if (status === 'rejected' && code !== 'unknown-campaign') metrics.add('rejected', today);
    if (status === 'deferred' && code !== 'busy') metrics.add('deferred', today, campaigns.get(id));
  }
}

/** `GET /v1/answers`: what is accepted, for diagnosis. */
export const tellAccepted =
  ({store}: Dependencies): Handler =>
  async (context) => {
    const campaigns = await store.campaigns();
    const keys = campaigns.flatMap(({campaign: {publicKey, definition}}) => {
      const key = publicKey ?? ('instrument' in definition ? undefined : definition.publicKey);
      return key === undefined ? [] : [key.keyId];
    });
    const accepts: Accepts = {
      protocol: [PROTOCOL],
      maxItems: LIMITS.batchItems,
      maxBytes: LIMITS.batchBytes,
      keys: [...new Set(keys)],
    };
    return context.json(accepts);
  };
