import type {Reply} from '@ppgp/outbox';
import type {Item} from './collector.js';
import type {Seeded} from './seeded.js';

/** One request on its way, and what the network may do with it. */
export interface Exchange {
  body: string;
  random: Seeded;
  /** Brings it, or something else in its place, to the collector. */
  arrive(body?: string): Reply;
  /** Another device brings another answer under this item's id first, unless the collector has it already. */
  take(item: Item): void;
  /** Time passes; when it is more than the client waits, the client hears nothing any more. */
  wait(ms: number): Promise<void>;
  /** Another time it arrives without anybody waiting for the reply. */
  later(ms: number): void;
}

type Fault = (exchange: Exchange) => Reply | Promise<Reply>;

const failed = (): never => {
  throw new TypeError('Failed to fetch');
};
const status =
  (code: number, body = '', retryAfter?: string): Fault =>
  () => ({status: code, body, retryAfter});
const page = '<!doctype html><title>Bienvenue</title><form action=/login>';
/** The collector stores; what it says is changed on the way. */
const reworded =
  (change: (results: Record<string, unknown>[], exchange: Exchange) => unknown[], over: Record<string, unknown> = {}): Fault =>
  (exchange) => {
    const reply = exchange.arrive();
    if (reply.status !== 200) return reply;
    const said = JSON.parse(reply.body) as {results: Record<string, unknown>[]};
    return {...reply, body: JSON.stringify({...said, results: change(said.results, exchange), ...over})};
  };
/** The collector does not store one of the items, and says so. */
const unless =
  (says: Record<string, unknown>): Fault =>
  ({body, arrive, random}) => {
    const batch = JSON.parse(body) as {items: Item[]};
    const [out] = batch.items.splice(random.below(batch.items.length), 1);
    const reply = batch.items.length ? arrive(JSON.stringify(batch)) : undefined;
    const said = JSON.parse(reply?.body ?? '{"protocol":"reponses/1","storeEpoch":"e1","results":[]}') as {results?: unknown[]};
    return {status: 200, body: JSON.stringify({...said, results: [{id: out?.id, ...says}, ...(said.results ?? [])]})};
  };
const one = (change: (result: Record<string, unknown>) => unknown[]): Fault =>
  reworded((results, {random}) => {
    const chosen = random.below(results.length);
    return results.flatMap((result, index) => (index === chosen ? change(result) : [result]));
  });
const flipped = (text: string, random: Seeded): string => {
  const at = random.below(text.length);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(5))) + text.slice(at + 1);
};

/** Every way in which a network, a proxy or a server has been seen to fail a request, by name (failure-modes.md, B and § 3.6 E). */
export const networkFaults: Record<string, Fault> = {
  refused: failed,
  'cut after it arrived': ({arrive}) => (arrive(), failed()),
  'silent, never arrived': async ({wait}) => (await wait(Infinity), failed()),
  'silent, arrived': async ({arrive, wait}) => (arrive(), await wait(Infinity), failed()),
  'arrives after the client gave up': async ({later, wait}) => (later(300_000), await wait(Infinity), failed()),
  'slow to come': async ({arrive, wait, random}) => (await wait(1_000 + random.below(119_000)), arrive()),
  'slow to answer': async ({arrive, wait, random}) => {
    const reply = arrive();
    await wait(1_000 + random.below(119_000));
    return reply;
  },
  '64 kbit/s': async ({arrive, wait, body}) => (await wait(body.length / 8), arrive()),
  'reply cut short': ({arrive, random}) => {
    const reply = arrive();
    return {...reply, body: reply.body.slice(0, random.below(reply.body.length))};
  },
  'reply with a bit flipped': ({arrive, random}) => {
    const reply = arrive();
    return {...reply, body: flipped(reply.body, random)};
  },
  'payload with a bit flipped': ({arrive, body, random}) => {
    const batch = JSON.parse(body) as {items: Item[]};
    const item = random.pick(batch.items);
    item.payload = flipped(item.payload, random);
    return arrive(JSON.stringify(batch));
  },
  'request emptied by a service worker': ({arrive}) => arrive(''),
  'request sent twice': ({arrive}) => (arrive(), arrive()),
  'request replayed after 400 days': ({arrive, later}) => (later(400 * 86_400_000), arrive()),
  'no CORS headers': ({arrive}) => (arrive(), failed()),
  '200 with a page': status(200, page),
  '200 with JSON of another service': status(200, '{"ok":true,"id":1}'),
  '200 and nothing': status(200),
  '201 and nothing': status(201),
  '202 and nothing': status(202),
  '204': status(204),
  '201 that echoes the request': ({body}) => ({status: 201, body}),
  '200 that echoes the request': ({body}) => ({status: 200, body}),
  'wrong hash': one((result) => [{...result, hash: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}]),
  'no hash': one(({hash: _, ...result}) => [result]),
  'hash of another item': ({body, arrive}) => {
    const reply = arrive();
    const hashes = (JSON.parse(body) as {items: Item[]}).items.map(({hash}) => hash);
    const said = JSON.parse(reply.body) as {results?: Record<string, unknown>[]};
    const results = (said.results ?? []).map((result, index) => ({...result, hash: hashes[index + 1] ?? 'sha256-'}));
    return {...reply, body: JSON.stringify({...said, results})};
  },
  'item missing': one(() => []),
  'item twice, once refused': one((result) => [result, {...result, status: 'rejected', code: 'malformed'}]),
  'item twice, once stored': one((result) => [{id: result['id'], status: 'deferred'}, result]),
  'item that was not asked for': reworded((results) => [
    {id: '00000000-0000-4000-8000-000000000000', status: 'stored', hash: 'sha256-'},
    ...results,
  ]),
  'unknown status': one((result) => [{...result, status: 'ok'}]),
  'results of no form': reworded(() => [null, 1, 'stored', []]),
  'another protocol': reworded((results) => results, {protocol: 'reponses/9'}),
  deferred: unless({status: 'deferred', retryAfter: 60}),
  'deferred for an absurd time': unless({status: 'deferred', retryAfter: 1e9}),
  'deferred for a negative time': unless({status: 'deferred', retryAfter: -5}),
  'rejected, unknown campaign': unless({status: 'rejected', code: 'unknown-campaign'}),
  'rejected, malformed': unless({status: 'rejected', code: 'malformed'}),
  'rejected, too long': unless({status: 'rejected', code: 'too-long'}),
  'id taken by another device': ({body, arrive, take, random}) => {
    take(random.pick((JSON.parse(body) as {items: Item[]}).items));
    return arrive();
  },
  'stored, and asked to rest': reworded((results) => results, {retryAfter: 120}),
  'stored, and not acknowledged: 500': ({arrive}) => (arrive(), {status: 500, body: ''}),
  'stored, and not acknowledged: 413': ({arrive}) => (arrive(), {status: 413, body: ''}),
  '429 with Retry-After 7': status(429, '', '7'),
  '429 with Retry-After -5': status(429, '', '-5'),
  '429 with Retry-After 1e9': status(429, '', '1e9'),
  '429 with a date in 1970': status(429, '', 'Thu, 01 Jan 1970 00:00:00 GMT'),
  '503 with retryAfter in the body': status(503, '{"type":"about:blank","retryAfter":30}'),
  'problem: unsupported protocol': status(400, '{"type":"https://ppgp.example/problems/unsupported-protocol"}'),
  ...Object.fromEntries(
    [
      ...[301, 302, 307, 308, 400, 401, 403, 404, 405, 408, 409, 410, 411, 413, 414, 415, 418, 422, 423, 425, 429, 431, 451],
      ...[500, 501, 502, 503, 504, 507, 511, 599],
    ].map((code) => [String(code), status(code, code % 2 ? page : '')]),
  ),
};
