import {StartError} from './answer-store.js';
import type {Row, Value} from './sql.js';

export interface Statement {
  run(...values: Value[]): {changes: number | bigint};
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
}

/** The few calls used of `node:sqlite` and of the package with the same API. Texts must hold no NUL: both cut them there. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

export interface SqliteDriver {
  /** SQLite's own version, such as `3.53.0`. */
  version: string;
  /** `timeout`: how long to wait for another connection's lock, in milliseconds. */
  open(path: string, options: {timeout: number}): Database;
}

interface SqliteModule {
  DatabaseSync: new (path: string, options?: {timeout?: number}) => Database;
}

/** Before it, a reset of the write-ahead log could lose committed answers. */
export const OLDEST_SQLITE = '3.51.3';

/** Whether a version such as `3.53.0` is at least another. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [have, want] = [version, wanted].map((text) => text.split('.').map(Number));
  for (const [index, part] of (want ?? []).entries()) {
    const own = have?.[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

async function load(): Promise<SqliteModule> {
  // Node names the version it brings; asking the module itself would print a warning where it is too old. Before Node 24 it always does.
  if (isAtLeast(process.versions['sqlite'] ?? '0', OLDEST_SQLITE) && isAtLeast(process.versions.node, '24.0.0')) {
    const builtIn = 'node:sqlite';
    const module: unknown = await import(builtIn);
    return module as SqliteModule;
  }
  return import('@photostructure/sqlite');
}

/** The SQLite to use: Node's own where it is new enough, else the package with prebuilt binaries. */
export async function sqliteDriver(): Promise<SqliteDriver> {
  const {DatabaseSync} = await load();
  const probe = new DatabaseSync(':memory:');
  const version = String(probe.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  probe.close();
  return {version, open: (path, options) => new DatabaseSync(path, options)};
}

/** @throws StartError where committed answers could be lost */
export function requireSoundVersion({version}: SqliteDriver): void {
  if (isAtLeast(version, OLDEST_SQLITE)) return;
  throw new StartError(`SQLite ${version} may lose answers already acknowledged: the collector needs ${OLDEST_SQLITE} or newer.`);
}
