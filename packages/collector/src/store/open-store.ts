import type {AnswerStore} from './answer-store.js';
import {openPostgresStore} from './postgres-store.js';
import {openSqliteStore} from './sqlite-store.js';

/** Where a collector's answers are. */
export interface StorePlace {
  /** The data folder. */
  data: string;
  /** A PostgreSQL server, `postgres://…`, instead of the embedded store. */
  database?: string;
}

/** @throws StartError where answers would not be safe, the folder is in use, or the server cannot be reached */
export const openStore = ({data, database}: StorePlace): Promise<AnswerStore> =>
  database === undefined ? openSqliteStore(data) : openPostgresStore(database);
