import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {mkdirSync} from 'node:fs';
import type {Server} from 'node:http';
import {createAdaptorServer} from '@hono/node-server';
import type {Hono} from 'hono';
import {createApp} from './app.js';
import type {Log} from './dependencies.js';
import {removeRun, writeRun} from './run-file.js';
import {StartError, type AnswerStore} from './store/answer-store.js';
import {openStore, type StorePlace} from './store/open-store.js';
import {systemClock} from './system-clock.js';
import {mintToken} from './tokens.js';

/** Milliseconds: a request's headers, a whole request, how often both are looked at, and how long closing waits for what is under way. */
const TIMES = {headers: 10_000, request: 60_000, check: 2000, close: 5000};

export interface ServeOptions extends StorePlace {
  host: string;
  /** 0 = any free one. */
  port: number;
  /** Origins of pages elsewhere that may send answers. */
  origins: readonly string[];
  /** Adds routes of the caller's own, such as static pages. */
  extra?: (app: Hono) => void;
  log?: Log;
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

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const impatience = setTimeout(() => server.closeAllConnections(), TIMES.close);
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
export async function serve({data, database, host, port, origins, extra, log}: ServeOptions): Promise<Serving> {
  const store = await openStore({data, ...(database === undefined ? {} : {database})});
  mkdirSync(data, {recursive: true, mode: 0o700});
  const runKey = mintToken(randomBytes);
  const app = createApp({store, clock: systemClock, random: randomBytes, origins, runKey, ...(log === undefined ? {} : {log})});
  extra?.(app);
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {headersTimeout: TIMES.headers, requestTimeout: TIMES.request, connectionsCheckingInterval: TIMES.check},
  }) as Server;
  try {
    const url = await listen(server, host, port);
    writeRun(data, {url, pid: process.pid, key: runKey});
    if (!store.stoppedCleanly) void lookForDamage(store, log);
    return {
      url,
      store,
      app,
      async close() {
        removeRun(data);
        await stop(server);
        await store.close();
      },
    };
  } catch (error) {
    server.close();
    await store.close();
    throw error;
  }
}
