// @ts-check
/** What the drivers can do by themselves: a loop that inserts answers of the same form, one transaction after the other. */
import {performance} from 'node:perf_hooks';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {anItem} from './answers.mjs';

const require = createRequire(fileURLToPath(new URL('../../packages/collector/package.json', import.meta.url)));

/** The table of the collector, without its neighbours; it grows from round to round, as the collector's does. @param {string} bytes the type of bytes @param {string} number of a row's number */
const table = (bytes, number) => `CREATE TABLE IF NOT EXISTS bare (
  row ${number}, campaign TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, day TEXT NOT NULL, received TEXT NOT NULL,
  kind TEXT NOT NULL, hash TEXT NOT NULL, payload ${bytes} NOT NULL, UNIQUE (campaign, id))`;
const columns = 'campaign, id, version, day, received, kind, hash, payload';

/** @param {number} count */
const rows = (count) =>
  Array.from({length: count}, anItem).map(({campaign, id, version, day, kind, hash, payload}) => [
    ...[campaign, id, version, day, day, kind, hash],
    Buffer.from(payload),
  ]);

/** @param {unknown[][][]} batches @param {(batch: unknown[][]) => unknown} insert */
async function timed(batches, insert) {
  const count = batches.flat().length;
  const started = performance.now();
  for (const batch of batches) await insert(batch);
  return count / ((performance.now() - started) / 1000);
}

/** @param {number} count @param {number} size */
const batched = (count, size) => Array.from({length: Math.ceil(count / size)}, () => rows(size));

/** Answers a second with one prepared insert and a flush of the disk for each transaction. @param {string} file @param {number} count @param {number} size */
export async function bareSqlite(file, count, size) {
  const {DatabaseSync} = require('@photostructure/sqlite');
  const database = new DatabaseSync(file);
  // The settings of the collector.
  database.exec('PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000');
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${table('BLOB', 'INTEGER PRIMARY KEY')}`);
  const insert = database.prepare(`INSERT INTO bare (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  try {
    return await timed(batched(count, size), (batch) => {
      database.exec('BEGIN');
      for (const row of batch) insert.run(...row);
      database.exec('COMMIT');
    });
  } finally {
    database.close();
  }
}

/** The same in one statement for each transaction. @param {string} url @param {number} count @param {number} size */
export async function barePostgres(url, count, size) {
  const {Client} = require('pg');
  const client = new Client({connectionString: url});
  await client.connect();
  await client.query(table('BYTEA', 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY'));
  const places = Array.from(
    {length: size},
    (_, row) => `(${Array.from({length: 8}, (_, column) => `$${row * 8 + column + 1}`).join(', ')})`,
  );
  const text = `INSERT INTO bare (${columns}) VALUES ${places.join(', ')}`;
  try {
    return await timed(batched(count, size), (batch) => client.query({name: 'bare', text, values: batch.flat()}));
  } finally {
    await client.end();
  }
}
