import {createHash} from 'node:crypto';
import type {Reply} from '@ppgp/outbox';

export interface Item {
  id: string;
  campaign: string;
  hash: string;
  payload: string;
}

/** SHA-256 as protocol.md writes it, by other code than the one under test. */
export function wireHash(text: string): string {
  const known = hashes.get(text);
  if (known) return known;
  if (hashes.size > 1_000) hashes.clear();
  const hash = `sha256-${createHash('sha256').update(text, 'utf8').digest('base64url')}`;
  hashes.set(text, hash);
  return hash;
}
const hashes = new Map<string, string>();

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The other end of the wire, from the protocol's text alone. It notes what it was sent against the protocol. */
export class Collector {
  /** Payloads by campaign and id. */
  readonly stored = new Map<string, string>();
  /** How often each payload was stored: more than once is one answer that counts twice. */
  readonly times = new Map<string, number>();
  readonly breaches: string[] = [];
  knowsCampaigns = true;

  has(payload: string): boolean {
    return this.times.has(payload);
  }

  /** Another device brings another answer under that id, as a cloned tablet might. */
  takeFromElsewhere({campaign, id}: {campaign: string; id: string}): void {
    const key = `${campaign} ${id}`;
    if (!this.stored.has(key)) this.stored.set(key, 'of another device');
  }

  /** `intact`: whether the network brought the body as it was sent; then every mistake in it is the client's. */
  receive(body: string, intact: boolean): Reply {
    let items: Item[];
    try {
      const batch = JSON.parse(body) as {protocol: string; sentAt: string; client: {lib: string}; items: Item[]};
      items = batch.items;
      if (intact) this.#check(batch, body);
      if (!Array.isArray(items) || items.some((item) => typeof item?.payload !== 'string')) throw new Error('no items');
    } catch (error) {
      if (intact) this.breaches.push(`a body that cannot be read: ${String(error)}`);
      return {status: 400, body: JSON.stringify({type: 'about:blank', title: 'Bad Request', status: 400})};
    }
    const results = items.map((item) => this.#take(item, intact));
    return {status: 200, body: JSON.stringify({protocol: 'reponses/1', storeEpoch: 'e1', retryAfter: 0, results})};
  }

  #check(batch: {protocol: string; sentAt: string; client: {lib: string}; items: Item[]}, body: string): void {
    const {breaches} = this;
    const ids = batch.items.map(({id}) => id);
    if (batch.protocol !== 'reponses/1') breaches.push(`protocol ${batch.protocol}`);
    if (Number.isNaN(Date.parse(batch.sentAt)) || typeof batch.client.lib !== 'string') breaches.push('sentAt or client is missing');
    if (ids.length === 0 || ids.length > 50) breaches.push(`${ids.length} items in one batch`);
    if (new Set(ids).size < ids.length) breaches.push('an id twice in one batch');
    if (ids.length > 1 && Buffer.byteLength(body) > 256 * 1024) breaches.push(`a batch of ${Buffer.byteLength(body)} bytes`);
  }

  #take({id, campaign, hash, payload}: Item, intact: boolean): Record<string, unknown> {
    if (intact && !ID.test(id)) this.breaches.push(`id ${id}`);
    if (wireHash(payload) !== hash) {
      if (intact) this.breaches.push(`the hash of ${id} is not that of its payload`);
      return {id, status: 'deferred', code: 'damaged', retryAfter: 5};
    }
    if (!this.knowsCampaigns) return {id, status: 'rejected', code: 'unknown-campaign'};
    const key = `${campaign} ${id}`;
    const known = this.stored.get(key);
    if (known === undefined) {
      this.stored.set(key, payload);
      this.times.set(payload, (this.times.get(payload) ?? 0) + 1);
      return {id, status: 'stored', hash};
    }
    return known === payload ? {id, status: 'duplicate', hash} : {id, status: 'conflict'};
  }
}
