import type {Readable} from 'node:stream';
import {LIMITS} from '@ppgp/protocol';
import {isDeeperThan} from './json-depth.js';
import {Refusal} from './refusal.js';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

const tooLarge = (): Refusal => new Refusal('too-large', {detail: `At most ${LIMITS.serverBytes} bytes.`, maxBytes: LIMITS.serverBytes});

/** Counts what really comes: a length that is declared may be missing or wrong. */
async function readBytes(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LIMITS.serverBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

async function readText(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  if (body === null) return '';
  try {
    // Not strict: bytes damaged on the way are found by the hash of the answer they belong to, and sent again.
    return new TextDecoder().decode(await readBytes(body));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('unavailable', {detail: 'The body did not arrive whole.', retryAfter: 1});
  }
}

/**
 * The JSON of a request's body, refused before it is parsed when it is too large or nested too deeply.
 * @param incoming the request as Node has it, where it does: a third of the work of reading the stream that is made of it
 * @throws Refusal
 */
export async function readJson(request: Request, incoming?: Readable): Promise<unknown> {
  const encoding = request.headers.get('Content-Encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new Refusal('unsupported-media-type', {detail: 'Compressed bodies are not read.'});
  if (!JSON_TYPE.test(request.headers.get('Content-Type') ?? '')) {
    throw new Refusal('unsupported-media-type', {detail: 'The Content-Type must be application/json.'});
  }
  if (Number(request.headers.get('Content-Length')) > LIMITS.serverBytes) throw tooLarge();
  const text = await readText(incoming?.iterator({destroyOnReturn: false}) ?? request.body);
  if (isDeeperThan(text, LIMITS.jsonDepth)) {
    throw new Refusal('too-deep', {detail: `At most ${LIMITS.jsonDepth} levels of nesting.`});
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('not-json');
  }
}
