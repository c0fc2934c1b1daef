import {createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import type {Fault} from './fault.js';
import {harmedReply, harmedRequest, type Reply} from './harmed.js';
import {ELSEWHERE, replyItself} from './own-reply.js';

export {FAULTS, type Fault} from './fault.js';

/** One `POST /v1/answers` as it came from the page. */
export interface SeenPost {
  body: string;
  headers: IncomingHttpHeaders;
}

/** Stands between a page and its server; harms what `fault` says, and nothing while it is undefined. */
export interface FaultProxy {
  /** Open the page from here, `http://127.0.0.1:…`: page and endpoint are then of one origin. */
  readonly url: string;
  /** Stays until it is changed. A function is asked anew for each `POST /v1/answers`. */
  fault: Fault | (() => Fault | undefined) | undefined;
  /** Every `POST /v1/answers` so far, harmed or not. */
  readonly posts: readonly SeenPost[];
  /** The next `POST /v1/answers`, once its body is here (`refuse`: empty). Ask before what causes it. */
  nextPost(): Promise<SeenPost>;
  /** The next `POST /v1/answers` that has been answered, by the server or in its place. Ask before what causes it. */
  nextReply(): Promise<void>;
  /** Lets every held request go on. */
  release(): void;
  /** Pulls the cable: cuts every connection, and refuses new ones. */
  pull(): Promise<void>;
  /** Plugs it in again, on the same port. */
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** @param target the server behind it, `http://127.0.0.1:4180` */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const posts: SeenPost[] = [];
  const waiting: ((post: SeenPost) => void)[] = [];
  const answered = new Set<() => void>();
  const held: (() => void)[] = [];
  const sockets = new Set<Socket>();
  const replays = new Set<NodeJS.Timeout>();

  const server = createServer((incoming, outgoing) => {
    const isAnswers = incoming.method === 'POST' && incoming.url?.split('?')[0] === '/v1/answers';
    const {fault} = proxy;
    const drawn = typeof fault === 'function' && isAnswers ? fault() : fault;
    // A broken connection is what this is for: it ends the one request, not the test.
    serve(incoming, outgoing, isAnswers && typeof drawn === 'object' ? drawn : undefined, isAnswers).catch(() => reset(incoming.socket));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse, fault: Fault | undefined, isAnswers: boolean): Promise<void> {
    const body = fault?.kind === 'refuse' ? Buffer.alloc(0) : await readAll(incoming);
    if (isAnswers) tell({body: body.toString(), headers: incoming.headers});
    if (isAnswers) outgoing.once('finish', replied);
    if (fault?.kind === 'refuse' || fault?.kind === 'reset') return reset(incoming.socket);
    if (fault?.kind === 'silence') return;
    if (incoming.url === ELSEWHERE) return void outgoing.end('{}');
    if (fault && replyItself(incoming, outgoing, fault)) return;
    if (fault?.kind === 'hold') await new Promise<void>((resolve) => held.push(resolve));
    if (fault?.kind === 'delay') await pause(fault.ms);
    if (fault?.kind === 'slow') await pause((body.length / fault.bytesPerSecond) * 1000);
    if (incoming.socket.destroyed) return;

    const arriving = harmedRequest(body, fault);
    const also = fault?.kind === 'twice' ? ask(target, incoming, arriving) : undefined;
    also?.catch(() => undefined); // the reply that counts is the other one's
    const answer = harmedReply(await ask(target, incoming, arriving), fault);
    if (fault?.kind === 'replay') replayLater(incoming, body, fault.ms);
    if (fault?.kind === 'lose-reply') return reset(incoming.socket);
    await send(answer, incoming, outgoing, fault);
  }

  function replayLater(incoming: IncomingMessage, body: Buffer, ms: number): void {
    const timer = setTimeout(() => {
      replays.delete(timer);
      ask(target, incoming, body).catch(() => undefined);
    }, ms);
    replays.add(timer);
  }

  function tell(post: SeenPost): void {
    posts.push(post);
    for (const resolve of waiting.splice(0)) resolve(post);
  }

  function replied(): void {
    for (const resolve of answered) resolve();
    answered.clear();
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
      for (const socket of sockets) reset(socket);
    });

  await listen(0);
  const {port} = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    fault: undefined,
    posts,
    nextPost: () => new Promise((resolve) => waiting.push(resolve)),
    nextReply: () => new Promise((resolve) => void answered.add(resolve)),
    release: () => held.splice(0).forEach((go) => go()),
    pull: stop,
    plug: () => listen(port),
    close() {
      for (const timer of replays) clearTimeout(timer);
      return stop();
    },
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

async function send({status, headers, body}: Reply, incoming: IncomingMessage, outgoing: ServerResponse, fault?: Fault): Promise<void> {
  const {'transfer-encoding': _, ...kept} = headers;
  if (fault || (kept['content-length'] !== undefined && incoming.method !== 'HEAD')) kept['content-length'] = String(body.length);
  outgoing.writeHead(status, kept);
  if (fault?.kind === 'truncated-body') {
    const half = body.subarray(0, Math.floor(body.length / 2));
    await new Promise((resolve) => outgoing.write(half, resolve));
    // Not a reset: that may overtake the half that was sent.
    outgoing.destroy();
    return;
  }
  const rate = fault?.kind === 'slow' ? fault.bytesPerSecond : Infinity;
  for (let at = 0; rate < Infinity && at < body.length; at += Math.ceil(rate / 10)) {
    outgoing.write(body.subarray(at, at + Math.ceil(rate / 10)));
    await pause(100);
  }
  outgoing.end(rate < Infinity ? undefined : body);
}

function reset(socket: Socket): void {
  socket.resetAndDestroy();
  socket.destroy(); // a reset alone waits until what was written has gone
}
