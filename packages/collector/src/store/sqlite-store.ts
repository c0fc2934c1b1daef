import {statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {StoreError, type AnswerStore, type KeepOutcome, type KeptAnswer} from './answer-store.js';
import {requireLocalDisk, requireWritable, unwritable} from './file-system.js';
import {lockFolder} from './folder-lock.js';
import {NEWEST, stepsAfter} from './migrations.js';
import {SqlStore} from './sql-store.js';
import {SqliteDatabase, connect, type AskNow} from './sqlite-connection.js';
import {requireSoundVersion, sqliteDriver, type Database, type SqliteDriver} from './sqlite-driver.js';
import {sqliteFaults} from './sqlite-faults.js';
import {SQL} from './statements.js';

const INSERT = `INSERT INTO answers (campaign, id, version, day, received, kind, hash, payload, enc, key_id, previous_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (campaign, id) DO NOTHING`;

/** Whether it was new. Looking first and inserting then would let two copies through. */
function insert({run}: AskNow, answer: KeptAnswer): boolean {
  const {campaign, id, version, day, received, kind, hash, payload, enc = null, keyId = null, previousId = null} = answer;
  return run(INSERT, campaign, id, version, day, received, kind, hash, payload, enc, keyId, previousId) > 0;
}

function keepOne(now: AskNow, answer: KeptAnswer): KeepOutcome {
  const {campaign, id, hash} = answer;
  try {
    if (insert(now, answer)) return 'stored';
  } catch (error) {
    if (error instanceof StoreError) throw error;
    // Something is wrong with this one answer: SQLite undoes this one statement, and the others of its batch do not suffer.
    return 'failed';
  }
  const kept = now.get(SQL.hashOfAnswer, campaign, id);
  // Of one that was erased nothing is left to compare with.
  return kept?.['hash'] === hash || kept?.['hash'] === '' ? 'duplicate' : 'conflict';
}

const keepTogether = (database: SqliteDatabase) => (answers: readonly KeptAnswer[]) =>
  database.atOnce((now) => {
    const known = new Map<string, boolean>();
    const isKnown = (campaign: string): boolean => {
      const is = known.get(campaign) ?? now.get(SQL.isCampaign, campaign) !== undefined;
      known.set(campaign, is);
      return is;
    };
    return answers.map((answer): KeepOutcome => (isKnown(answer.campaign) ? keepOne(now, answer) : 'unknown-campaign'));
  });

/** Brings a database to the present form, in one transaction. */
function migrate(database: Database): void {
  const steps = stepsAfter(Number(database.prepare('PRAGMA user_version').get()?.['user_version']), 'sqlite');
  if (steps.length === 0) return;
  database.exec('BEGIN IMMEDIATE');
  for (const step of steps) database.exec(step);
  database.exec(`PRAGMA user_version = ${NEWEST}`);
  database.exec('COMMIT');
}

/** SQLITE_READONLY or SQLITE_CANTOPEN (https://sqlite.org/rescode.html). */
function isReadOnly(error: unknown): boolean {
  const cause = error instanceof StoreError ? error.cause : error;
  return cause instanceof Error && 'errcode' in cause && [8, 14].includes(Number(cause.errcode) & 0xff);
}

/**
 * Opens the embedded store in a data folder, which is made when missing, for this process alone.
 * @throws StartError where answers would not be safe, or when another live process has the folder
 */
export async function openSqliteStore(folder: string, {driver}: {driver?: SqliteDriver} = {}): Promise<AnswerStore> {
  const sqlite = driver ?? (await sqliteDriver());
  requireSoundVersion(sqlite);
  const data = resolve(folder);
  requireWritable(data, ['lock.db', 'answers.db']);
  requireLocalDisk(data);
  const unlock = lockFolder(data, sqlite);
  const path = join(data, 'answers.db');
  const stoppedCleanly = (statSync(`${path}-wal`, {throwIfNoEntry: false})?.size ?? 0) === 0;
  let connection: Database | undefined;
  try {
    connection = connect(path, sqlite);
    migrate(connection);
    const database = new SqliteDatabase(connection);
    return await SqlStore.open(database, {
      keepTogether: keepTogether(database),
      stoppedCleanly,
      fileFaults: (depth, signal) => sqliteFaults(path, depth, signal),
      released: unlock,
    });
  } catch (error) {
    connection?.close();
    unlock();
    throw isReadOnly(error) ? unwritable(data, error) : error;
  }
}
