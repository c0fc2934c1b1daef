import {mkdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {AnswerStore, KeepOutcome, KeptAnswer} from './answer-store.js';
import {requireLocalDisk} from './file-system.js';
import {lockFolder} from './folder-lock.js';
import {NEWEST, stepsAfter} from './migrations.js';
import {SqlStore} from './sql-store.js';
import {apart, type Ask, type SqlDatabase} from './sql.js';
import {SqliteDatabase, connect} from './sqlite-connection.js';
import {requireSoundVersion, sqliteDriver, type Database, type SqliteDriver} from './sqlite-driver.js';
import {sqliteFaults} from './sqlite-faults.js';
import {SQL} from './statements.js';

const INSERT = `INSERT INTO answers (campaign, id, version, day, received, kind, hash, payload, enc, key_id, previous_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (campaign, id) DO NOTHING RETURNING row`;

/** Whether it was new. Looking first and inserting then would let two copies through. */
async function insert(ask: Ask, answer: KeptAnswer): Promise<boolean> {
  const {campaign, id, version, day, received, kind, hash, payload, enc = null, keyId = null, previousId = null} = answer;
  const [row] = await ask(INSERT, campaign, id, version, day, received, kind, hash, payload, enc, keyId, previousId);
  return row !== undefined;
}

async function keepOne(ask: Ask, answer: KeptAnswer): Promise<KeepOutcome> {
  const {campaign, id, hash} = answer;
  if ((await ask(SQL.isCampaign, campaign)).length === 0) return 'unknown-campaign';
  // Something may be wrong with this one answer: the others of its batch must not suffer.
  const isNew = await apart(ask, () => insert(ask, answer));
  if (isNew === undefined) return 'failed';
  if (isNew) return 'stored';
  const [kept] = await ask(SQL.hashOfAnswer, campaign, id);
  // Of one that was erased nothing is left to compare with.
  return kept?.['hash'] === hash || kept?.['hash'] === '' ? 'duplicate' : 'conflict';
}

const keepTogether = (database: SqlDatabase) => (answers: readonly KeptAnswer[]) =>
  database.transaction(async (ask) => {
    const outcomes: KeepOutcome[] = [];
    for (const answer of answers) outcomes.push(await keepOne(ask, answer));
    return outcomes;
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

/**
 * Opens the embedded store in a data folder, which is made when missing, for this process alone.
 * @throws StartError where answers would not be safe, or when another live process has the folder
 */
export async function openSqliteStore(folder: string, {driver}: {driver?: SqliteDriver} = {}): Promise<AnswerStore> {
  const sqlite = driver ?? (await sqliteDriver());
  requireSoundVersion(sqlite);
  const data = resolve(folder);
  mkdirSync(data, {recursive: true, mode: 0o700});
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
    throw error;
  }
}
