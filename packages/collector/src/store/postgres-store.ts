import {StartError, StoreError, type AnswerStore} from './answer-store.js';
import {NEWEST, stepsAfter} from './migrations.js';
import {PostgresDatabase, placeOf, type TIMES, requireSafeServer} from './postgres-connection.js';
import {keepTogether} from './postgres-keep.js';
import {SqlStore} from './sql-store.js';
import type {Ask, SqlDatabase} from './sql.js';

/** Brings a database to the present form, in one transaction. Collectors that start at the same moment take turns on the row. */
export async function migrate(database: SqlDatabase, wanted: number = NEWEST): Promise<void> {
  await makeMeta(database.ask);
  await database.transaction(async (ask) => {
    const [row] = await ask(`SELECT value FROM meta WHERE name = 'form' FOR UPDATE`);
    for (const step of stepsAfter(Number(row?.['value']), 'postgres', wanted))
      for (const statement of step.split(';')) if (statement.trim() !== '') await ask(statement);
    await ask(`UPDATE meta SET value = ? WHERE name = 'form'`, String(wanted));
  });
}

async function makeMeta(ask: Ask): Promise<void> {
  try {
    await ask('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  } catch {
    // Two at the same moment: the other has made it, which the next statement finds out.
  }
  await ask(`INSERT INTO meta (name, value) VALUES ('form', '0') ON CONFLICT DO NOTHING`);
}

/**
 * Opens the store on a PostgreSQL server, which any number of collectors share.
 * @param url `postgres://…`
 * @param times shorter ones than usual, in milliseconds
 * @throws StartError where answers would not be safe, or the server cannot be reached
 */
export async function openPostgresStore(url: string, times: Partial<typeof TIMES> = {}): Promise<AnswerStore> {
  const database = new PostgresDatabase(url, times);
  try {
    await requireSafeServer(database.ask);
    await migrate(database);
    return await SqlStore.open(database, {
      keepTogether: keepTogether(database),
      // The server sees to its own files, and refuses to start on those it cannot mend.
      stoppedCleanly: true,
      fileFaults: () => Promise.resolve([]),
    });
  } catch (error) {
    await database.close();
    if (error instanceof StoreError) throw new StartError(unreachable(url, error.cause), {cause: error});
    throw error;
  }
}

function unreachable(url: string, cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `PostgreSQL at ${placeOf(url)} cannot be used: ${reason}. Is it running, and is DATABASE_URL right?`;
}
