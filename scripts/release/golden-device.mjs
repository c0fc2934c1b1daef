// @ts-check
/** The golden files of a device: what the real outbox keeps and sends, on a fixed clock, with fixed ids. */
import {createHash} from 'node:crypto';
import {memoryStore} from '@ppgp/browser-store/memory';
import {Outbox} from '@ppgp/outbox';
import {Drafts} from '@ppgp/outbox/drafts';
import {PROTOCOL} from '@ppgp/protocol';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const ENDPOINT = 'https://collecte.example/v1/answers';

/** @param {string | Uint8Array} bytes */
export const hashOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64url')}`;

/** The id of the nth answer: random ones would make other files each time. @param {number} n */
export const idOf = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Collectors that a device has met before: what they said of the answers, in order. */
const EARLIER = [{status: 'deferred', retryAfter: 60}, {status: 'conflict'}, {status: 'rejected', code: 'malformed'}];

/**
 * Saves the payloads, tries a collector that takes none of them (so that one waits, one gets its next id and one is parked), and
 * gives the records that are then on the device; then sends all of it with `send`.
 * @param {{campaign: string, version: string, payloads: string[]}} given
 * @param {(body: string) => Promise<string>} send
 */
export async function deviceFiles({campaign, version, payloads}, send) {
  const store = memoryStore();
  let post = refuse;
  const outbox = new Outbox({
    store,
    network: {post: async (_url, body) => ({status: 200, body: await post(body)})},
    // No timer rings: each step is asked for.
    clock: {now: () => NOW, after: () => () => undefined},
    lock: {run: (work) => work()},
    random: {bytes: (count) => new Uint8Array(count)},
    hash: async (text) => hashOf(text),
    lib: 'golden',
  });
  for (const [index, payload] of payloads.entries()) {
    await outbox.save({id: idOf(index + 1), endpoint: ENDPOINT, campaign, version, day: '2026-11-20', payload});
  }
  await new Drafts(store, () => NOW).keep('temoin', JSON.stringify({answers: {place: 'mere'}, other: {}}));
  await outbox.flush();
  const drafts = await store.page('draft/', {limit: 100});
  const records = await store.page('parcel/', {limit: 100});

  /** @type {{body: string, reply: string}[]} */
  const requests = [];
  post = async (body) => {
    const reply = await send(body);
    requests.push({body, reply});
    return reply;
  };
  outbox.sendNow();
  await outbox.flush();
  const {pending, parked} = await outbox.counts();
  if (pending + parked > 0) throw new Error(`${pending + parked} answers were not delivered: ${JSON.stringify(requests)}`);
  return {drafts, records, requests};
}

/** @param {string} body */
async function refuse(body) {
  /** @type {{items: {id: string}[]}} */
  const {items} = JSON.parse(body);
  const results = items.map(({id}) => ({id, ...(EARLIER[Number(id.slice(-12)) - 1] ?? EARLIER[0])}));
  return JSON.stringify({protocol: PROTOCOL, storeEpoch: 'earlier', retryAfter: 0, results});
}
