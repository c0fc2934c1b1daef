import type {Item, ReadItem, Result} from '@ppgp/protocol';
import type {Day} from '@ppgp/schema';
import {hashOf} from './answer-hash.js';
import type {AnswerStore, KeepOutcome, KeptAnswer} from './store/answer-store.js';

/** Seconds until an answer whose bytes were damaged on the way is worth sending again; likewise one that could not be written. */
const DAMAGED_RETRY = 5;
const FAILED_RETRY = 60;

/** The bytes that an item's hash covers; undefined when sealed bytes are not written in the one base64url form. */
function bytesOf({kind, payload}: Item): Uint8Array | undefined {
  if (kind === 'plain') return Buffer.from(payload, 'utf8');
  const bytes = Buffer.from(payload, 'base64url');
  return bytes.toString('base64url') === payload ? bytes : undefined;
}

/** An item's envelope judged: either it is to be kept, or its result is known already. */
function judge(read: ReadItem, received: Day): {answer: KeptAnswer} | {result: Result} {
  if (!read.ok) return {result: {id: read.id ?? '', status: 'rejected', code: read.code}};
  const {item} = read;
  const payload = bytesOf(item);
  if (payload === undefined) return {result: {id: item.id, status: 'rejected', code: 'malformed'}};
  if (hashOf(payload) !== item.hash) return {result: {id: item.id, status: 'deferred', code: 'damaged', retryAfter: DAMAGED_RETRY}};
  return {answer: {...item, received, payload}};
}

function resultOf({id, hash}: KeptAnswer, outcome: KeepOutcome | undefined): Result {
  switch (outcome) {
    case 'stored':
    case 'duplicate':
      return {id, status: outcome, hash};
    case 'conflict':
      return {id, status: outcome};
    case 'unknown-campaign':
      return {id, status: 'rejected', code: outcome};
    default:
      return {id, status: 'deferred', code: 'busy', retryAfter: FAILED_RETRY};
  }
}

/**
 * Keeps what can be kept of a batch: one result for each item, in order. Only envelopes are looked at.
 * @throws StoreError, and then nothing was kept
 */
export async function takeIn(store: AnswerStore, items: readonly ReadItem[], received: Day): Promise<Result[]> {
  const judged = items.map((item) => judge(item, received));
  const answers = judged.flatMap((one) => ('answer' in one ? [one.answer] : []));
  const outcomes = answers.length === 0 ? [] : await store.keep(answers);
  let next = 0;
  return judged.map((one) => ('answer' in one ? resultOf(one.answer, outcomes[next++]) : one.result));
}
