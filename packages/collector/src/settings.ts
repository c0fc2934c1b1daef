import {BLOCKED_PORTS} from './blocked-ports.js';
import {StartError} from './store/answer-store.js';
import type {StorePlace} from './store/open-store.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the data are: PPGP_DATA, else `./data`; the answers on the PostgreSQL server of DATABASE_URL, where it is set.
 * @throws StartError
 */
export function storePlace({PPGP_DATA, DATABASE_URL}: Environment): StorePlace {
  const data = PPGP_DATA || './data';
  if (!DATABASE_URL) return {data};
  // Its text may hold a password: it is not said again.
  if (!/^postgres(ql)?:\/\//.test(DATABASE_URL) || !URL.canParse(DATABASE_URL))
    throw new StartError('DATABASE_URL: it is not an address such as postgres://user:password@host:5432/ppgp.');
  return {data, database: DATABASE_URL};
}

/** An origin is written as browsers send it: scheme, host and port, nothing after. */
function readOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new StartError(`PPGP_ORIGINS: "${text}" is not an origin such as https://www.departement.example (no path, no slash at the end).`);
}

/** How many proxies of our own stand before the collector: 0 unless it is said. */
function readProxies(text: string | undefined): number {
  if (text === undefined || /^(0|false|no)?$/i.test(text)) return 0;
  if (/^(true|yes)$/i.test(text)) return 1;
  if (/^[1-9]$/.test(text)) return Number(text);
  throw new StartError(`PPGP_TRUST_PROXY: "${text}" is not a number of proxies, such as 1.`);
}

/**
 * What the environment says of how to serve.
 * @throws StartError
 */
export function readSettings(environment: Environment): StorePlace & {host: string; port: number; origins: string[]; proxies: number} {
  const {PORT = '4180', HOST, PPGP_ORIGINS = '', PPGP_TRUST_PROXY} = environment;
  const port = Number(PORT);
  if (!/^\d{1,5}$/.test(PORT) || port > 65_535) throw new StartError(`PORT: "${PORT}" is not a port.`);
  if (BLOCKED_PORTS.has(port)) throw new StartError(`PORT: browsers do not ask port ${PORT}; choose another, such as 4180.`);
  const origins = PPGP_ORIGINS.split(',').map((text) => text.trim());
  return {
    ...storePlace(environment),
    host: HOST || '127.0.0.1',
    port,
    origins: origins.filter(Boolean).map(readOrigin),
    proxies: readProxies(PPGP_TRUST_PROXY),
  };
}
