import pg from 'pg';
import {StartError, StoreError, type StoreErrorCode} from './answer-store.js';
import {asStoreError, type Row, type SqlDatabase, type Value} from './sql.js';

/** As in both dialects, and lists, which become arrays. */
export type PostgresAsk = (sql: string, ...values: (Value | readonly Value[])[]) => Promise<Row[]>;

/** Milliseconds. Each is shorter than the time a device waits for its receipt. */
export const TIMES = {connect: 10_000, statement: 20_000, reply: 25_000, lock: 5000};

/** One writes at a time; the others read. */
const CONNECTIONS = 6;

/** What must read `on`, and how to mend it where it does not: without it an acknowledged answer may be lost by a power cut. */
const SETTINGS: readonly (readonly [name: string, mend: string])[] = [
  ['fsync', 'Set fsync = on in postgresql.conf and reload.'],
  ['full_page_writes', 'Set full_page_writes = on in postgresql.conf and reload.'],
  ['synchronous_commit', 'Connect to the server itself, not through a pooler that shares sessions.'],
];

/** Classes of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) that concern one statement and its values. */
const OWN_FAULT = /^(?:22|23|42)/;
/** Overloaded, held by another, restarting, or a transaction to be tried again. */
const PASSING = /^(?:08|25|40|53|55|57)/;

/** What an error means for the whole store; the error itself when it concerns one statement only. */
function judged(error: unknown): unknown {
  const sqlState = error instanceof pg.DatabaseError ? error.code : undefined;
  if (sqlState !== undefined && OWN_FAULT.test(sqlState)) return error;
  return new StoreError(severity(sqlState), error);
}

function severity(sqlState: string | undefined): StoreErrorCode {
  if (sqlState === '53100') return 'full';
  // Without a code it is the connection that failed.
  return sqlState === undefined || PASSING.test(sqlState) ? 'busy' : 'broken';
}

/** `?` becomes `$1`, `$2`…; prepared once a connection under its own text. */
const prepared = new Map<string, {name: string; text: string}>();
function numbered(sql: string): {name: string; text: string} {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  let count = 0;
  const statement = {name: `s${prepared.size}`, text: sql.replace(/\?/g, () => `$${(count += 1)}`)};
  prepared.set(sql, statement);
  return statement;
}

const asking =
  (client: pg.ClientBase): PostgresAsk =>
  async (sql, ...values) => {
    try {
      return (await client.query({...numbered(sql), values})).rows as Record<string, unknown>[];
    } catch (error) {
      throw judged(error);
    }
  };

/** A few connections to one server, made anew by themselves when it was away. */
export class PostgresDatabase implements SqlDatabase {
  readonly #pool: pg.Pool;

  /** @param times shorter ones than usual */
  constructor(url: string, times: Partial<typeof TIMES> = {}) {
    const limits = {...TIMES, ...times};
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'ppgp-collector',
      max: CONNECTIONS,
      connectionTimeoutMillis: limits.connect,
      query_timeout: limits.reply,
      keepAlive: true,
      // A few idle ones cost less than making one anew in a hurry.
      idleTimeoutMillis: 0,
      // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool waits for it, which its types do not say
      onConnect: (client) => strict(client, limits),
    });
    // An idle connection that breaks is no news: the next one to ask makes a new one.
    this.#pool.on('error', () => undefined);
  }

  readonly ask: PostgresAsk = (sql, ...values) => this.#with((ask) => ask(sql, ...values));

  transaction<T>(work: (ask: PostgresAsk) => Promise<T>): Promise<T> {
    return this.#with(async (ask) => {
      // What fails rolls back: its connection is not used again.
      await ask('BEGIN');
      const result = await work(ask);
      await ask('COMMIT');
      return result;
    });
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #with<T>(work: (ask: PostgresAsk) => Promise<T>): Promise<T> {
    return this.#client((client) => work(asking(client)));
  }

  async #client<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw new StoreError('busy', error);
    });
    // One that breaks while it is held says so to the statement under way.
    const ignore = (): void => undefined;
    client.on('error', ignore);
    let failed = true;
    try {
      const result = await work(client);
      failed = false;
      return result;
    } catch (error) {
      throw asStoreError(judgedOnce(error));
    } finally {
      client.off('error', ignore);
      // Whatever state a failure left it in ends with it.
      client.release(failed);
    }
  }
}

const judgedOnce = (error: unknown): unknown => (error instanceof StoreError ? error : judged(error));

/** @throws StartError where an acknowledged answer could be lost, or a text altered */
export async function requireSafeServer(ask: PostgresAsk): Promise<void> {
  for (const [name, mend] of SETTINGS) {
    const found = await setting(ask, name);
    if (found !== 'on') throw new StartError(`PostgreSQL has ${name} = ${found}: answers would not be safe. ${mend}`);
  }
  const encoding = await setting(ask, 'server_encoding');
  if (encoding !== 'UTF8')
    throw new StartError(`The database is encoded in ${encoding}: not every text can be kept in it. Create one with ENCODING 'UTF8'.`);
}

async function setting(ask: PostgresAsk, name: string): Promise<string> {
  const [row] = await ask(`SELECT current_setting(?) AS value`, name);
  return String(row?.['value']);
}

/** Where a URL leads, without the password it may hold. */
export function placeOf(url: string): string {
  try {
    const {host, pathname, searchParams} = new URL(url);
    return `${searchParams.get('host') ?? host}${pathname}`;
  } catch {
    return 'the address of DATABASE_URL';
  }
}

/** How a connection is set up: nothing is acknowledged before the disk has it. */
async function strict(client: pg.ClientBase, {statement, lock}: typeof TIMES): Promise<void> {
  await client.query(
    `SET synchronous_commit = on; SET statement_timeout = ${statement}; SET lock_timeout = ${lock}; ` +
      `SET idle_in_transaction_session_timeout = ${statement}; SET client_min_messages = warning`,
  );
}
