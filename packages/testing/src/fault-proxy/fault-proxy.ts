import {createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import type {Fault} from './fault.js';

export type {Fault} from './fault.js';

/** One `POST /v1/answers` as it came from the page. */
export interface SeenPost {
  body: string;
  headers: IncomingHttpHeaders;
}

/** Stands between a page and its server; harms what `fault` says, and nothing while it is undefined. */
export interface FaultProxy {
  /** Open the page from here, `http://127.0.0.1:…`: page and endpoint are then of one origin. */
  readonly url: string;
  /** Stays until it is changed. */
  fault: Fault | undefined;
  /** Every `POST /v1/answers` so far, harmed or not. */
  readonly posts: readonly SeenPost[];
  /** The next `POST /v1/answers`, once its body is here (`refuse`: empty). Ask before what causes it. */
  nextPost(): Promise<SeenPost>;
  /** Lets every held request go on. */
  release(): void;
  /** Pulls the cable: cuts every connection, and refuses new ones. */
  pull(): Promise<void>;
  /** Plugs it in again, on the same port. */
  plug(): Promise<void>;
  close(): Promise<void>;
}

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** @param target the server behind it, `http://127.0.0.1:4180` */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const posts: SeenPost[] = [];
  const waiting: ((post: SeenPost) => void)[] = [];
  const held: (() => void)[] = [];
  const sockets = new Set<Socket>();

  const server = createServer((incoming, outgoing) => {
    const isAnswers = incoming.method === 'POST' && incoming.url?.split('?')[0] === '/v1/answers';
    // A broken connection is what this is for: it ends the one request, not the test.
    serve(incoming, outgoing, isAnswers ? proxy.fault : undefined, isAnswers).catch(() => reset(incoming));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse, fault: Fault | undefined, isAnswers: boolean): Promise<void> {
    const body = fault?.kind === 'refuse' ? Buffer.alloc(0) : await readAll(incoming);
    if (isAnswers) tell({body: body.toString(), headers: incoming.headers});
    switch (fault?.kind) {
      case 'refuse':
      case 'reset':
        return reset(incoming);
      case 'silence':
        return;
      case 'portal':
        return reply(outgoing, 200, 'text/html', '<!doctype html><title>Wi-Fi</title><p>Acceptez les conditions.</p>');
      case 'no-content':
        return void outgoing.writeHead(204).end();
      case 'status':
        return reply(outgoing, fault.status, 'application/problem+json', problem(fault));
      case 'hold':
        await new Promise<void>((resolve) => held.push(resolve));
        if (incoming.socket.destroyed) return;
        break;
      case 'lose-reply':
      case 'wrong-hash':
      case undefined: // these let the collector answer
    }
    const answer = await ask(target, incoming, body);
    if (fault?.kind === 'lose-reply') return reset(incoming);
    const sent = fault?.kind === 'wrong-hash' ? Buffer.from(withWrongHashes(answer.body.toString())) : answer.body;
    const {'transfer-encoding': _, ...headers} = answer.headers;
    if (headers['content-length'] !== undefined && incoming.method !== 'HEAD') headers['content-length'] = String(sent.length);
    outgoing.writeHead(answer.status, headers).end(sent);
  }

  function tell(post: SeenPost): void {
    posts.push(post);
    for (const resolve of waiting.splice(0)) resolve(post);
  }

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      for (const socket of sockets) socket.resetAndDestroy();
    });

  await listen(0);
  const {port} = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    fault: undefined,
    posts,
    nextPost: () => new Promise((resolve) => waiting.push(resolve)),
    release: () => held.splice(0).forEach((go) => go()),
    pull: stop,
    plug: () => listen(port),
    close: stop,
  };
  return proxy;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Asks the server behind; rejects where it cannot be reached or breaks off. */
function ask(target: string, {method, url, headers}: IncomingMessage, body: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const onward = request(new URL(url ?? '/', target), {method, headers, agent: false}, (answer) => {
      readAll(answer).then((bytes) => resolve({status: answer.statusCode ?? 502, headers: answer.headers, body: bytes}), reject);
    });
    onward.on('error', reject);
    onward.end(body);
  });
}

function reset(incoming: IncomingMessage): void {
  incoming.socket.resetAndDestroy();
}

function reply(outgoing: ServerResponse, status: number, type: string, body: string): void {
  outgoing.writeHead(status, {'content-type': type, 'content-length': Buffer.byteLength(body)}).end(body);
}

const problem = ({status, retryAfter}: {status: number; retryAfter?: number}) =>
  JSON.stringify({type: 'about:blank', title: 'Provoked by a test', status, ...(retryAfter === undefined ? {} : {retryAfter})});

const withWrongHashes = (body: string) => body.replace(/"sha256-[\w-]+"/g, `"sha256-${'A'.repeat(43)}"`);
