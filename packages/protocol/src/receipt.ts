import {PROTOCOL} from './limits.js';

/** What the collector says of one item. Only `stored` and `duplicate` with the item's own hash prove delivery. */
export interface Result {
  id: string;
  status: 'stored' | 'duplicate' | 'conflict' | 'deferred' | 'rejected';
  /** Echo of the item's hash, with `stored` and `duplicate`. */
  hash?: string;
  /** Why: `unknown-campaign`, `malformed`, `too-long` (rejected), `damaged`, `busy`, `too-many` (deferred). */
  code?: string;
  /** Seconds to wait before the next try, with `deferred`. */
  retryAfter?: number;
}

/** The body of a 200 from `POST /v1/answers`. */
export interface Receipt {
  protocol: string;
  /** Random name of the store's present life; another one means that a backup was restored. */
  storeEpoch: string;
  /** Seconds; 0 = at once. */
  retryAfter: number;
  /** Every id of the request exactly once. */
  results: Result[];
}

/** What `GET /v1/answers` tells for diagnosis. */
export interface Accepts {
  protocol: string[];
  maxItems: number;
  maxBytes: number;
  keys: string[];
}

const STATUSES = new Set(['stored', 'duplicate', 'conflict', 'deferred', 'rejected']);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The results of a parsed reply by id, or undefined when it is not a reply of ours.
 * An id that appears twice, or a result of an unknown form, is left out: it proves nothing.
 */
export function readReceipt(value: unknown): Map<string, Result> | undefined {
  if (!isRecord(value) || value['protocol'] !== PROTOCOL || !Array.isArray(value['results'])) return undefined;
  const results = new Map<string, Result>();
  const seen = new Set<string>();
  for (const result of value['results'] as unknown[]) {
    if (!isRecord(result) || typeof result['id'] !== 'string') continue;
    const {id, status, hash, code, retryAfter} = result;
    if (seen.has(id)) {
      results.delete(id);
      continue;
    }
    seen.add(id);
    if (typeof status !== 'string' || !STATUSES.has(status)) continue;
    results.set(id, {
      id,
      status: status as Result['status'],
      ...(typeof hash === 'string' ? {hash} : {}),
      ...(typeof code === 'string' ? {code} : {}),
      ...(typeof retryAfter === 'number' && Number.isFinite(retryAfter) ? {retryAfter} : {}),
    });
  }
  return results;
}

/** Whether a result proves that exactly these bytes are on the collector's disk. */
export const proves = (result: Result | undefined, item: {id: string; hash: string}): boolean =>
  result !== undefined && result.id === item.id && ['stored', 'duplicate'].includes(result.status) && result.hash === item.hash;
