import {LIMITS, PROTOCOL} from './limits.js';

/** What every item says of itself, sealed or not. */
interface Envelope {
  /** Random UUID (v4) made on the device; with the campaign it is the answer's identity for ever. */
  id: string;
  campaign: string;
  /** Version of the definition that was answered. */
  version: string;
  /** Day of answering by the device's clock, YYYY-MM-DD, Europe/Paris. Never an instant. */
  day: string;
  /** `sha256-` + base64url without padding, over the UTF-8 bytes of `payload` (sealed: over the decoded ciphertext). */
  hash: string;
  /** The id under which the same answer was refused as a conflict. */
  previousId?: string;
}

export interface PlainItem extends Envelope {
  kind: 'plain';
  /** The exact bytes that were saved, as a string. */
  payload: string;
}

export interface SealedItem extends Envelope {
  kind: 'sealed';
  keyId: string;
  /** HPKE encapsulated key, base64url. */
  enc: string;
  /** Ciphertext, base64url. */
  payload: string;
}

/** One answer on the wire. */
export type Item = PlainItem | SealedItem;

/** The body of `POST /v1/answers`. */
export interface Batch {
  protocol: string;
  /** For clock diagnosis only: never stored. */
  sentAt?: string;
  client?: {lib?: string};
  items: Item[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CODE = /^[a-z][a-z0-9_-]{0,63}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HASH = /^sha256-[A-Za-z0-9_-]{43}$/;
const BASE64URL = /^[A-Za-z0-9_-]*$/;
const ENC = /^[A-Za-z0-9_-]{1,1024}$/;
/** A version or a key's id: code points, none of them a control character or half a pair, which not every store keeps. */
const NAME = /^[^\p{Cc}\p{Cs}]{1,64}$/u;
/** Most of them, and quicker to see. */
const PLAIN_NAME = /^[\w.-]{1,64}$/;
const isName = (text: string): boolean => PLAIN_NAME.test(text) || NAME.test(text);

/** What became of one element of `items` when its envelope was read. */
export type ReadItem =
  {ok: true; item: Item} | {ok: false; id: string; code: 'malformed' | 'too-long'} | {ok: false; id: undefined; code: 'no-id'};

// In every browser and in Node, but in no common library of types.
declare const TextEncoder: new () => {encode(text: string): Uint8Array};
const bytes = (text: string): number => new TextEncoder().encode(text).length;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads one item's envelope. Its content is not looked at: that is never a reason to refuse an answer.
 * Unknown members are ignored.
 */
export function readItem(value: unknown): ReadItem {
  if (!isRecord(value)) return {ok: false, id: undefined, code: 'no-id'};
  const {id, campaign, version, day, hash, kind, payload, keyId, enc, previousId} = value;
  if (typeof id !== 'string' || !UUID.test(id)) return {ok: false, id: undefined, code: 'no-id'};
  const malformed = {ok: false, id, code: 'malformed'} as const;
  if (typeof campaign !== 'string' || !CODE.test(campaign)) return malformed;
  if (typeof version !== 'string' || !isName(version) || typeof day !== 'string' || !DAY.test(day)) return malformed;
  if (typeof hash !== 'string' || !HASH.test(hash) || typeof payload !== 'string') return malformed;
  if (previousId !== undefined && (typeof previousId !== 'string' || !UUID.test(previousId))) return malformed;
  const envelope = {id, campaign, version, day, hash, payload};
  const previous = previousId === undefined ? undefined : {previousId};
  if (kind === 'plain') {
    // No letter of a text takes more than three bytes.
    if (payload.length > LIMITS.itemBytes / 3 && bytes(payload) > LIMITS.itemBytes) return {ok: false, id, code: 'too-long'};
    return {ok: true, item: {...envelope, kind, ...previous}};
  }
  if (kind === 'sealed') {
    if (typeof keyId !== 'string' || !isName(keyId) || typeof enc !== 'string' || !ENC.test(enc) || !BASE64URL.test(payload))
      return malformed;
    if (payload.length > LIMITS.itemBytes) return {ok: false, id, code: 'too-long'};
    return {ok: true, item: {...envelope, kind, keyId, enc, ...previous}};
  }
  return malformed;
}

/** What became of a request's body. */
export type ReadBatch =
  | {ok: true; items: ReadItem[]}
  | {ok: false; code: 'unsupported-protocol' | 'malformed' | 'too-many-items' | 'no-id' | 'repeated-id'; detail: string};

/** Reads the body of a request once its JSON is parsed. A batch whose items cannot all be named is refused whole. */
export function readBatch(value: unknown): ReadBatch {
  if (!isRecord(value)) return {ok: false, code: 'malformed', detail: 'The body is not a JSON object.'};
  if (typeof value['protocol'] !== 'string') return {ok: false, code: 'malformed', detail: 'The member "protocol" is missing.'};
  if (value['protocol'] !== PROTOCOL) return {ok: false, code: 'unsupported-protocol', detail: `This collector speaks ${PROTOCOL}.`};
  if (!Array.isArray(value['items'])) return {ok: false, code: 'malformed', detail: 'The member "items" is not a list.'};
  if (value['items'].length > LIMITS.serverItems) {
    return {ok: false, code: 'too-many-items', detail: `At most ${LIMITS.serverItems} items in one request.`};
  }
  const items = value['items'].map(readItem);
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const id = item.ok ? item.item.id : item.id;
    if (id === undefined) return {ok: false, code: 'no-id', detail: `items[${index}] has no readable id.`};
    if (seen.has(id)) return {ok: false, code: 'repeated-id', detail: `items[${index}] repeats the id of an earlier item.`};
    seen.add(id);
  }
  return {ok: true, items};
}

/** Whether a text is a random id of ours, in its one canonical form (lower case). */
export const isAnswerId = (text: string): boolean => UUID.test(text);
