import {existsSync, readFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import {extname} from 'node:path';
import {fakeReply, type Collects} from '../collector/fake-reply.js';
import {readBody} from './read-body.js';
import {policyHeader} from './strict-policy.js';

/** A file as text, or what answers in its place. */
export type HostFile = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** How a host differs from one on plain HTTP of this machine's. */
export interface HostOptions {
  /** Over HTTPS, with these. */
  secure?: {key: string; cert: string};
  /** Pages of any origin may read its files and send to it, a frame of no origin too. */
  open?: boolean;
}

/** Another organisation's site with our built files on it, under the strict policy. */
export interface Host {
  /** `http://127.0.0.1:…`, or `https://…` */
  readonly url: string;
  /** What its collector, `POST /v1/answers`, does. */
  collects: Collects;
  /** Every answer that arrived while it was up, in the order of arrival; one that came twice stands once. */
  readonly payloads: unknown[];
  close(): void;
}

const types: Record<string, string> = {'.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json'};
const typeOf = (path: string): string => types[extname(path)] ?? 'text/html; charset=utf-8';
const dist = new URL('../../../../dist/', import.meta.url);

/** A style sheet of an npm package: `bootstrap/dist/css/bootstrap.min.css`. */
export const packaged = (path: string): string => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');

/** A page with these in its head and body. */
export const hostPage = (head: string, body: string): string => `<!doctype html><html lang="fr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Une page</title>${head}</head><body>${body}</body></html>`;

/**
 * Serves `files` by path, and what they leave of what was built under `/dist/`, and the same as an older version under `/older/`.
 * @param more sources beside the strict policy's, by directive
 */
export async function serveHost(
  files: Record<string, HostFile>,
  more: Record<string, readonly string[]> = {},
  {secure, open = false}: HostOptions = {},
): Promise<Host> {
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    if (open) for (const name of ['origin', 'headers']) response.setHeader(`access-control-allow-${name}`, '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const [, folder, path = ''] = /^\/(dist|older)\/([\w./-]+)$/.exec(pathname) ?? [];
    const file = files[pathname] ?? (folder === undefined ? undefined : built(folder, path));
    if (request.method === 'POST' && pathname === '/v1/answers') return void collect(request, response);
    if (typeof file === 'function') return file(request, response);
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, {'content-type': typeOf(pathname), 'content-security-policy': policyHeader(more)}).end(file);
  };
  const server = secure ? createSecureServer(secure, serve) : createServer(serve);

  const known = new Set<string>();
  async function collect(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const batch = await readBody(request);
    if (batch === undefined) return;
    const {items} = JSON.parse(batch) as {items: {id: string; payload: string}[]};
    for (const {id, payload} of host.collects === 'up' ? items : []) {
      // A page that is left before it hears of its answer sends it again, and a collector knows it by its id.
      if (!known.has(id)) host.payloads.push(JSON.parse(payload) as unknown);
      known.add(id);
    }
    const {status, type, body} = fakeReply(batch, host.collects);
    response.writeHead(status, {'content-type': type}).end(body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: Host = {
    url: `http${secure ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    collects: 'up',
    payloads: [],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return host;
}

function built(folder: string, path: string): string | undefined {
  const file = new URL(path, dist);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return folder === 'older' ? text.replaceAll('0.1.0', '0.0.9') : text;
}
