import {createHash} from 'node:crypto';
import {Agent, request} from 'node:http';
import type {Receipt, Result} from '@ppgp/protocol';
import type {Seeded} from '../simulation/seeded.js';

export const CAMPAIGN = 'tourmente';
/** Stands in every answer's text: found in a log, an answer was readable there. */
export const CANARY = 'un-secret-de-famille';

export interface Sent {
  id: string;
  hash: string;
  payload: string;
}

const agent = new Agent({keepAlive: true, maxSockets: 96});
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const hashOf = (payload: string): string => `sha256-${createHash('sha256').update(payload).digest('base64url')}`;

/** A random id; its answer's text is padded now and then to the size of a long free text. */
export function newAnswer(random: Seeded, id = uuid(random)): Sent {
  const padding = random.once(50) ? 'é'.repeat(random.below(8000)) : '';
  const payload = JSON.stringify({answers: {mot: `${CANARY} ${hex(random.bytes(8))} \u0000 ${padding}`}, lang: 'fr', mode: 'web'});
  return {id, payload, hash: hashOf(payload)};
}

function uuid(random: Seeded): string {
  const text = hex(random.bytes(16));
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`;
}

const itemOf = ({id, hash, payload}: Sent): object => ({
  id,
  campaign: CAMPAIGN,
  version: '1',
  day: '2026-11-21',
  kind: 'plain',
  hash,
  payload,
});

/**
 * Posts answers. Gives the results of a receipt; undefined when there was none, whatever the reason.
 * @param hangUp when the request has been written, without waiting for the reply
 */
export function deliver(url: string, answers: readonly Sent[], {hangUp = false}: {hangUp?: boolean} = {}): Promise<Result[] | undefined> {
  const body = JSON.stringify({protocol: 'reponses/1', items: answers.map(itemOf)});
  return new Promise((resolve) => {
    const sent = request(`${url}/v1/answers`, {
      agent,
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body)},
      timeout: 30_000,
    });
    sent.once('error', () => resolve(undefined));
    sent.once('timeout', () => sent.destroy());
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', () => resolve(undefined));
      response.once('close', () => resolve(response.complete && response.statusCode === 200 ? resultsIn(chunks) : undefined));
    });
    sent.end(body, () => {
      if (hangUp) setImmediate(() => sent.destroy());
    });
  });
}

function resultsIn(chunks: readonly Buffer[]): Result[] | undefined {
  try {
    return (JSON.parse(Buffer.concat(chunks).toString()) as Receipt).results;
  } catch {
    return undefined;
  }
}
