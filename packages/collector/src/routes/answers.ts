import {LIMITS, PROTOCOL, isAnswerId, readBatch, type Accepts, type ReadItem, type Receipt} from '@ppgp/protocol';
import type {Handler} from 'hono';
import type {Dependencies} from '../dependencies.js';
import {takeIn} from '../intake.js';
import {readJson} from '../json-body.js';
import {Refusal} from '../refusal.js';

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

/** `POST /v1/answers`: receives a batch, and answers once it is on disk. */
export const receiveAnswers =
  ({store, clock}: Dependencies): Handler =>
  async (context) => {
    const items = readItems(await readJson(context.req.raw));
    checkKey(context.req.header('Idempotency-Key'), items);
    const results = await takeIn(store, items, clock.today());
    const receipt: Receipt = {protocol: PROTOCOL, storeEpoch: store.epoch, retryAfter: 0, results};
    return context.json(receipt);
  };

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
