import {createHash} from 'node:crypto';
import type {PostgresServer} from '../../postgres/postgres-server.js';
import {startStoreReader} from '../browsers/store-reader.js';
import type {Row} from './ledger.js';

const hashOf = (bytes: Buffer | string): string => `sha256-${createHash('sha256').update(bytes).digest('base64url')}`;

/** Every row of an embedded store, read by another process. The hash is that of the bytes, not the one beside them. */
export async function rowsOfSqlite(file: string): Promise<Row[]> {
  const reader = startStoreReader(file);
  try {
    return (await reader.rows()).map(({id, payload}) => ({id, hash: hashOf(payload)}));
  } finally {
    reader.close();
  }
}

/** Every row of a server's database, read by `psql`. */
export function rowsOfPostgres(server: PostgresServer, database: string): Row[] {
  const lines = server.sql(`SELECT id, encode(sha256(payload), 'hex') FROM answers`, database).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [id = '', hex = ''] = line.split('|');
    return {id, hash: `sha256-${Buffer.from(hex, 'hex').toString('base64url')}`};
  });
}
