import type {IncomingMessage} from 'node:http';

/** What a request says, as text; undefined where whoever said it broke off: a browser that is killed does. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString();
}
