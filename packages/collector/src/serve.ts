import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import type {Server} from 'node:http';
import {createAdaptorServer} from '@hono/node-server';
import type {Context, Hono} from 'hono';
import {createApp} from './app.js';
import {clientAddress} from './client-address.js';
import type {Clock, Log} from './dependencies.js';
import {eraseOldAnswers} from './erasure.js';
import {removeRun, writeRun} from './run-file.js';
import {StartError, type AnswerStore} from './store/answer-store.js';
import {requireWritable} from './store/file-system.js';
import {openStore, type StorePlace} from './store/open-store.js';
import {systemClock} from './system-clock.js';
import {mintToken} from './tokens.js';

/** Milliseconds: a request's headers, a whole request, how often both are looked at, and how long closing waits for what is under way. */
const TIMES = {headers: 10_000, request: 60_000, check: 2000, close: 5000};

/** How often it is looked whether answers are older than their campaign keeps them, in milliseconds. */
const SWEEP = 3_600_000;

export interface ServeOptions extends StorePlace {
  host: string;
  /** 0 = any free one. */
  port: number;
  /** Origins of pages elsewhere that may send answers. */
  origins: readonly string[];
  /** Proxies of our own before this collector, which write where a request comes from. Without any, this machine is not limited. */
  proxies?: number;
  /** Shorter times than usual, in milliseconds. */
  times?: Partial<typeof TIMES>;
  /** This process does nothing else: the global `Request` and `Response` are replaced by lighter ones, which a reply costs less with. */
  alone?: boolean;
  /** Adds routes of the caller's own, such as static pages. */
  extra?: (app: Hono) => void;
  log?: Log;
  /** Another calendar than this machine's, to replay what was received on other days. */
  clock?: Clock;
}

/** A collector that listens. */
export interface Serving {
  /** Without a slash at the end. */
  url: string;
  store: AnswerStore;
  app: Hono;
  /** Finishes what is under way, then lets go of port and data. */
  close(): Promise<void>;
}

/** A server that listens on every address is reached on this machine's own. */
const ownHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host);

async function listen(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartError(`The collector cannot listen on ${host}, port ${port}: is it taken? Set PORT or HOST.`, {cause: error});
  }
  const address = server.address();
  return `http://${ownHost(host)}:${typeof address === 'object' && address !== null ? address.port : port}`;
}

async function stop(server: Server, patience: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const impatience = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(impatience);
}

/** After a death that nobody chose, while answers are received already; the store itself stops where it is damaged. */
async function lookForDamage(store: AnswerStore, log: Log | undefined): Promise<void> {
  try {
    const faults = await store.faults('quick');
    log?.({event: faults.length === 0 ? 'store-sound' : 'store-damaged', faults: faults.length});
  } catch {
    // Closed meanwhile: the next start looks again.
  }
}

/**
 * Opens the store and serves.
 * @throws StartError where answers would not be safe, the folder is in use, or the port is taken
 */
export async function serve({
  data,
  database,
  host,
  port,
  origins,
  proxies = 0,
  times,
  alone = false,
  extra,
  log,
  clock = systemClock,
}: ServeOptions): Promise<Serving> {
  requireWritable(data, []);
  const store = await openStore({data, ...(database === undefined ? {} : {database})});
  const limits = {...TIMES, ...times};
  const runKey = mintToken(randomBytes);
  const addressOf = (context: Context): string | undefined => clientAddress(context, proxies);
  const logging = log === undefined ? {} : {log};
  const app = createApp({store, clock, random: randomBytes, origins, runKey, addressOf, ...logging});
  extra?.(app);
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: alone,
    serverOptions: {headersTimeout: limits.headers, requestTimeout: limits.request, connectionsCheckingInterval: limits.check},
  }) as Server;
  try {
    const url = await listen(server, host, port);
    writeRun(data, {url, pid: process.pid, key: runKey});
    if (!store.stoppedCleanly) void lookForDamage(store, log);
    const sweep = (): void => void eraseOldAnswers(store, clock, log).catch(() => undefined);
    sweep();
    const sweeping = setInterval(sweep, SWEEP).unref();
    return {
      url,
      store,
      app,
      async close() {
        clearInterval(sweeping);
        removeRun(data);
        await stop(server, limits.close);
        await store.close();
      },
    };
  } catch (error) {
    server.close();
    await store.close();
    throw error;
  }
}
