import {createHash} from 'node:crypto';
import type {Reply} from '../reply.js';

/** An answer as the collector has it. */
export interface Stored {
  id: string;
  campaign: string;
  payload: string;
  previousId: string | undefined;
  /** How often it arrived; 0 for one that another device brought. */
  deliveries: number;
}

interface WireItem {
  id: string;
  campaign: string;
  hash: string;
  payload: string;
  previousId?: string;
}

/** What a collector may say of one item instead of what it would. */
export type Say = (item: WireItem, said: Record<string, unknown>) => Record<string, unknown> | undefined;

/** SHA-256 as the protocol writes it, by other code than the one under test. */
export const wireHash = (text: string): string => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64url')}`;

/**
 * The other end of the wire, and the judge of what arrived: written from protocol.md alone, sharing no code with the outbox.
 * It notes every breach of the protocol by the client.
 */
export class FakeCollector {
  readonly answers = new Map<string, Stored>();
  readonly breaches: string[] = [];
  readonly requests: {url: string; body: string; ids: string[]}[] = [];
  /** Undefined: every campaign is known. */
  campaigns: Set<string> | undefined;
  /** Changes, or with undefined leaves out, what is said of an item. It is stored all the same. */
  say: Say = (_item, said) => said;
  retryAfter = 0;

  /** What this device brought of an answer, under the id it was saved with or a later one. */
  find(id: string): Stored[] {
    return [...this.answers.values()].filter((answer) => answer.deliveries > 0 && (answer.id === id || answer.previousId === id));
  }

  /** Another device brings another answer under the same id, as a cloned tablet might. */
  takeFromElsewhere(campaign: string, id: string): void {
    this.answers.set(`${campaign} ${id}`, {id, campaign, payload: 'of another device', previousId: undefined, deliveries: 0});
  }

  receive(url: string, body: string): Reply {
    const batch = JSON.parse(body) as {protocol: string; sentAt: string; client: {lib: string}; items: WireItem[]};
    const ids = batch.items.map(({id}) => id);
    this.requests.push({url, body, ids});
    if (batch.protocol !== 'reponses/1') this.breaches.push(`protocol ${batch.protocol}`);
    if (Number.isNaN(Date.parse(batch.sentAt)) || typeof batch.client.lib !== 'string') this.breaches.push('sentAt or client is missing');
    if (ids.length === 0 || ids.length > 50) this.breaches.push(`${ids.length} items`);
    if (new Set(ids).size < ids.length) this.breaches.push('an id twice in one batch');
    if (ids.length > 1 && Buffer.byteLength(body) > 256 * 1024) this.breaches.push(`${Buffer.byteLength(body)} bytes`);
    const results = batch.items.flatMap((item) => this.say(item, this.#take(item)) ?? []);
    return this.reply({protocol: 'reponses/1', storeEpoch: 'e1', retryAfter: this.retryAfter, results});
  }

  reply(body: unknown, status = 200): Reply {
    return {status, body: JSON.stringify(body)};
  }

  #take(item: WireItem): Record<string, unknown> {
    const {id, campaign, hash, payload, previousId} = item;
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) this.breaches.push(`id ${id}`);
    if (wireHash(payload) !== hash) {
      this.breaches.push(`hash of ${id}`);
      return {id, status: 'deferred', code: 'damaged', retryAfter: 5};
    }
    if (this.campaigns && !this.campaigns.has(campaign)) return {id, status: 'rejected', code: 'unknown-campaign'};
    const known = this.answers.get(`${campaign} ${id}`);
    if (!known) {
      this.answers.set(`${campaign} ${id}`, {id, campaign, payload, previousId, deliveries: 1});
      return {id, status: 'stored', hash};
    }
    if (known.payload !== payload) return {id, status: 'conflict'};
    known.deliveries++;
    return {id, status: 'duplicate', hash};
  }
}
