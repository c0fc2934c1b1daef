import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {closeSync, cpSync, openSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {campaign, openStore, register, temporaryFolder} from '../collector.kit.js';
import {StartError, StoreError} from './answer-store.js';
import {networkFileSystem} from './file-system.js';
import {isAtLeast, sqliteDriver, type Database, type SqliteDriver, type Statement} from './sqlite-driver.js';
import {openSqliteStore} from './sqlite-store.js';
import {answer, runStoreSuite, type Place} from './store.suite.js';

runStoreSuite('SQLite', async (t: TestContext): Promise<Place> => {
  const folder = temporaryFolder(t);
  return {
    open: () => openSqliteStore(folder),
    async sql(text) {
      const database = (await sqliteDriver()).open(join(folder, 'answers.db'), {timeout: 5000});
      const rows = database.prepare(text).all();
      database.close();
      return rows;
    },
  };
});

const bound = (statement: Statement): Statement => ({
  run: (...values) => statement.run(...values),
  get: (...values) => statement.get(...values),
  all: (...values) => statement.all(...values),
});

/** The real driver, which also tells of each database it opened and of what it was asked. */
async function watchedDriver(): Promise<{driver: SqliteDriver; opened: Map<string, Database>; log: string[]}> {
  const real = await sqliteDriver();
  const opened = new Map<string, Database>();
  const log: string[] = [];
  const open = (path: string, options: {timeout: number}): Database => {
    const database = real.open(path, options);
    opened.set(path.split(/[/\\]/).at(-1) ?? '', database);
    return {
      exec: (sql) => (log.push(sql), database.exec(sql)),
      prepare(sql) {
        const {get, all, run} = bound(database.prepare(sql));
        return {all, run: (...values) => (log.push(sql), run(...values)), get: (...values) => (log.push(sql), get(...values))};
      },
      close: () => database.close(),
    };
  };
  return {driver: {...real, open}, opened, log};
}

test('batches that arrive together share one commit, and each has its own outcomes', async (t) => {
  const {driver, log} = await watchedDriver();
  const store = await openStore(t, {driver});
  await register(store);
  log.length = 0;
  const [one, two, three] = [answer(), answer({campaign: 'inconnue'}), answer()];
  const outcomes = await Promise.all([store.keep([one]), store.keep([two, three]), store.keep([one])]);
  assert.deepEqual(outcomes, [['stored'], ['unknown-campaign', 'stored'], ['duplicate']]);
  assert.equal(log.filter((sql) => sql === 'COMMIT').length, 1);
});

test('nothing is kept of a batch for which the disk has no room, and all of it once there is room (mode 56)', async (t) => {
  const {driver, opened} = await watchedDriver();
  const store = await openStore(t, {driver});
  await register(store);
  opened.get('answers.db')?.exec('PRAGMA max_page_count = 1');
  const batch = Array.from({length: 8}, () => answer({payload: Buffer.alloc(60_000)}));
  await assert.rejects(store.keep(batch), (error) => error instanceof StoreError && error.code === 'full');
  assert.deepEqual(await store.answers(campaign.id, 0, 10), []);
  opened.get('answers.db')?.exec('PRAGMA max_page_count = 1000000');
  assert.deepEqual(
    await store.keep(batch),
    batch.map(() => 'stored'),
  );
});

test('a database held by another connection is busy, not lost (mode 56)', async (t) => {
  const folder = temporaryFolder(t);
  const store = await openStore(t, {folder});
  await register(store);
  const other = (await sqliteDriver()).open(join(folder, 'answers.db'), {timeout: 0});
  other.exec('BEGIN IMMEDIATE');
  const one = answer();
  await assert.rejects(store.keep([one]), (error) => error instanceof StoreError && error.code === 'busy');
  other.exec('ROLLBACK');
  other.close();
  assert.deepEqual(await store.keep([one]), ['stored']);
});

test('a disk that may only be read from one moment on: nothing is kept, all of it once it may be written again (mode 56)', async (t) => {
  const {driver, opened} = await watchedDriver();
  const store = await openStore(t, {driver});
  await register(store);
  const batches = Array.from({length: 40}, () => [answer(), answer()]);
  const outcomes = batches.map(async (batch, at) => {
    // SQLite says what it says on a read-only disk: SQLITE_READONLY.
    if (at === 20) opened.get('answers.db')?.exec('PRAGMA query_only = ON');
    return store.keep(batch).catch((error: unknown) => {
      assert.ok(error instanceof StoreError && error.code === 'broken', String(error));
      return 'refused' as const;
    });
  });
  const said = await Promise.all(outcomes);
  assert.ok(said.includes('refused'));
  assert.equal((await store.answers(campaign.id, 0, 100)).length, said.filter((one) => one !== 'refused').length * 2);
  opened.get('answers.db')?.exec('PRAGMA query_only = OFF');
  for (const [at, batch] of batches.entries())
    assert.deepEqual(
      await store.keep(batch),
      batch.map(() => (said[at] === 'refused' ? 'stored' : 'duplicate')),
    );
});

test('a folder in use is refused with a sentence, and free again once closed', async (t) => {
  const folder = temporaryFolder(t);
  const store = await openSqliteStore(folder);
  await assert.rejects(
    openSqliteStore(folder),
    (error) => error instanceof StartError && /in use by another collector/.test(error.message),
  );
  await store.close();
  await openStore(t, {folder});
});

test('an SQLite that may lose committed answers is refused (mode 54)', async (t) => {
  const driver = {...(await sqliteDriver()), version: '3.51.2'};
  await assert.rejects(openSqliteStore(temporaryFolder(t), {driver}), /SQLite 3\.51\.2 .* needs 3\.51\.3 or newer/);
  assert.ok(isAtLeast('3.51.3', '3.51.3'));
  assert.ok(isAtLeast('3.100.0', '3.51.3'));
  assert.ok(isAtLeast('4.0', '3.51.3'));
  assert.ok(!isAtLeast('3.9.9', '3.51.3'));
  assert.ok(!isAtLeast('3.51', '3.51.3'));
});

test('a setting that reads back differently is refused, and the folder is let go (mode 53)', async (t) => {
  const folder = temporaryFolder(t);
  const real = await sqliteDriver();
  const relaxed: SqliteDriver = {
    ...real,
    open(path, options) {
      const database = real.open(path, options);
      const exec = (sql: string): void => database.exec(sql.replace('synchronous = FULL', 'synchronous = NORMAL'));
      return {exec, prepare: (sql) => database.prepare(sql), close: () => database.close()};
    },
  };
  await assert.rejects(openSqliteStore(folder, {driver: relaxed}), /did not take synchronous = FULL/);
  await openStore(t, {folder});
});

test('data of a newer collector are left alone', async (t) => {
  const folder = temporaryFolder(t);
  await (await openSqliteStore(folder)).close();
  const database = (await sqliteDriver()).open(join(folder, 'answers.db'), {timeout: 0});
  database.exec('PRAGMA user_version = 999');
  database.close();
  await assert.rejects(openSqliteStore(folder), /newer version of the collector/);
});

test('network file systems are known by their numbers, signed or not (mode 55)', () => {
  assert.equal(networkFileSystem(0x6969), 'NFS');
  assert.equal(networkFileSystem(0xff534d42), 'CIFS');
  assert.equal(networkFileSystem(0xff534d42 | 0), 'CIFS');
  assert.equal(networkFileSystem(0xef53), undefined);
});

test('a store that was let go is known to be whole; one whose process died is looked at', async (t) => {
  const folder = temporaryFolder(t);
  const first = await openSqliteStore(folder);
  assert.ok(first.stoppedCleanly);
  await register(first);
  await first.keep([answer()]);
  const died = temporaryFolder(t);
  cpSync(folder, died, {recursive: true});
  await first.close();
  assert.ok((await openStore(t, {folder})).stoppedCleanly);
  const second = await openStore(t, {folder: died});
  assert.ok(!second.stoppedCleanly);
  assert.deepEqual(await second.faults('quick'), []);
  assert.equal((await second.answers(campaign.id, 0, 10)).length, 1);
});

test('a file whose pages are torn is found out by the quick check', async (t) => {
  const folder = temporaryFolder(t);
  const first = await openSqliteStore(folder);
  await register(first);
  await first.keep(Array.from({length: 200}, () => answer()));
  await first.close();
  const file = openSync(join(folder, 'answers.db'), 'r+');
  const page = 4096;
  // Leaves the first pages, without which nothing opens, and tears one of a table or an index.
  for (let number = 12; number < 16; number += 1) writeSync(file, randomBytes(page / 2), 0, page / 2, number * page);
  closeSync(file);
  const store = await openStore(t, {folder});
  assert.notDeepEqual(await store.faults('quick'), []);
  assert.deepEqual(await store.keep([answer()]), ['failed']);
});
