import {createReadStream, readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {hashOf} from './answer-hash.js';

/** An item as a file holds it, not yet judged; or a record of which only that it is there can be said. */
export type FoundItem = {item: unknown} | {unreadable: string};

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A file that is neither kind of export. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * The answers in an export of an outbox (`ppgp-outbox/1`), or in a collector's `export.ndjson`, whose lines do not say of which
 * campaign they are.
 * @param campaign of the lines that name none
 * @throws ImportError when the file is neither; what `node:fs` throws
 */
export async function* itemsIn(path: string, campaign: string | undefined): AsyncGenerator<FoundItem> {
  const lines = createInterface({input: createReadStream(path, 'utf8'), crlfDelay: Infinity});
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (number === 1 && !isLine(value)) {
      yield* itemsOfOutbox(parsed(readFileSync(path, 'utf8')));
      return;
    }
    yield isLine(value) ? {item: itemOf(value, campaign)} : {unreadable: `line ${number}`};
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

const isLine = (value: unknown): value is Members => isMembers(value) && 'payload' in value && !('format' in value);

function* itemsOfOutbox(value: unknown): Generator<FoundItem> {
  if (!isMembers(value) || value['format'] !== 'ppgp-outbox/1' || !Array.isArray(value['items']))
    throw new ImportError('The file is neither the export of an outbox nor an export.ndjson.');
  for (const [index, one] of (value['items'] as unknown[]).entries())
    yield isMembers(one) && isMembers(one['item']) ? {item: one['item']} : {unreadable: `items[${index}]`};
  const unreadable = Array.isArray(value['unreadable']) ? value['unreadable'] : [];
  for (const index of unreadable.keys()) yield {unreadable: `unreadable[${index}]`};
}

/** The envelope of a stored answer: its hash is that of its bytes. */
function itemOf(line: Members, campaign: string | undefined): Members {
  const {payload, kind} = line;
  const bytes = typeof payload === 'string' ? Buffer.from(payload, kind === 'sealed' ? 'base64url' : 'utf8') : undefined;
  return {...(campaign === undefined ? {} : {campaign}), ...(bytes === undefined ? {} : {hash: hashOf(bytes)}), ...line};
}
