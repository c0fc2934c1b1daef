import {StartError} from './answer-store.js';
import type {Database} from './sqlite-driver.js';

/** Each step is run once, in order, and never changes again: only add at the end. */
const STEPS: readonly string[] = [
  `CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE campaigns (id TEXT PRIMARY KEY, campaign TEXT NOT NULL, revision INTEGER NOT NULL, day TEXT NOT NULL) STRICT;
   CREATE TABLE definitions (
     row INTEGER PRIMARY KEY,
     campaign TEXT NOT NULL REFERENCES campaigns (id),
     version TEXT NOT NULL,
     definition TEXT NOT NULL,
     UNIQUE (campaign, version)
   ) STRICT;
   CREATE TABLE answers (
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     campaign TEXT NOT NULL REFERENCES campaigns (id),
     id TEXT NOT NULL,
     version TEXT NOT NULL,
     day TEXT NOT NULL,
     received TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('plain', 'sealed')),
     hash TEXT NOT NULL,
     payload BLOB NOT NULL,
     enc TEXT,
     key_id TEXT,
     previous_id TEXT,
     UNIQUE (campaign, id)
   ) STRICT;
   CREATE INDEX answers_in_order ON answers (campaign);
   CREATE TABLE tokens (hash TEXT PRIMARY KEY, campaign TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL, day TEXT NOT NULL) STRICT;`,
];

/**
 * Brings a database to the present form, in one transaction.
 * @throws StartError when a newer collector wrote it
 */
export function migrate(database: Database): void {
  const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (done > STEPS.length)
    throw new StartError('The data was written by a newer version of the collector: start that version, or a newer one.');
  if (done === STEPS.length) return;
  database.exec('BEGIN IMMEDIATE');
  for (const step of STEPS.slice(done)) database.exec(step);
  database.exec(`PRAGMA user_version = ${STEPS.length}`);
  database.exec('COMMIT');
}
