import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import {test} from 'node:test';
import {TODAY, campaign, hashOf, openStore, register, temporaryFolder, versioned} from '../collector.kit.js';
import {StartError, StoreError, type KeptAnswer} from './answer-store.js';
import {networkFileSystem} from './file-system.js';
import {isAtLeast, sqliteDriver, type Database, type SqliteDriver} from './sqlite-driver.js';
import {openSqliteStore} from './sqlite-store.js';

const answer = (members: Partial<KeptAnswer> = {}): KeptAnswer => {
  const payload = members.payload ?? Buffer.from(`{"n":"${randomUUID()}"}`);
  return {
    campaign: campaign.id,
    id: randomUUID(),
    version: '1',
    day: TODAY,
    received: TODAY,
    kind: 'plain',
    hash: hashOf(payload),
    payload,
    ...members,
  };
};

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
      prepare: (sql) => database.prepare(sql),
      close: () => database.close(),
    };
  };
  return {driver: {...real, open}, opened, log};
}

test('every column of an answer survives a restart, byte for byte', async (t) => {
  const folder = temporaryFolder(t);
  const payload = Uint8Array.from({length: 256}, (_, index) => index);
  const sealed = answer({
    kind: 'sealed',
    payload,
    enc: 'BAb_-9',
    keyId: '2026-10',
    previousId: randomUUID(),
    version: 'été 2026',
    day: '2026-11-19',
  });
  const before = await openSqliteStore(folder);
  await register(before);
  assert.deepEqual(await before.keep([sealed, answer({payload: new Uint8Array()})]), ['stored', 'stored']);
  await before.close();

  const {driver, opened} = await watchedDriver();
  const after = await openStore(t, {folder, driver});
  assert.equal(after.epoch, before.epoch);
  const row = opened.get('answers.db')?.prepare('SELECT * FROM answers WHERE id = ?').get(sealed.id);
  const {keyId, previousId, ...columns} = sealed;
  assert.deepEqual({...row}, {...columns, row: 1, key_id: keyId, previous_id: previousId});
  const [first, second] = await after.answers(campaign.id, 0, 10);
  assert.deepEqual(Buffer.from(first?.payload ?? []), Buffer.from(payload));
  assert.equal(second?.payload.length, 0);
});

test('64 copies at once are stored exactly once', async (t) => {
  const store = await openStore(t);
  await register(store);
  const one = answer();
  const outcomes = (await Promise.all(Array.from({length: 64}, () => store.keep([one])))).flat();
  assert.equal(outcomes.filter((outcome) => outcome === 'stored').length, 1);
  assert.equal(outcomes.filter((outcome) => outcome === 'duplicate').length, 63);
  assert.equal((await store.answers(campaign.id, 0, 100)).length, 1);
});

test('the same id with another content is a conflict, and the first content stays', async (t) => {
  const store = await openStore(t);
  await register(store);
  const first = answer();
  const forged = answer({id: first.id});
  assert.deepEqual(await store.keep([first, forged, first]), ['stored', 'conflict', 'duplicate']);
  const kept = await store.answers(campaign.id, 0, 10);
  assert.deepEqual(
    kept.map(({payload}) => hashOf(payload)),
    [first.hash],
  );
});

test('a known id under another campaign is another answer', async (t) => {
  const store = await openStore(t);
  await register(store);
  await register(store, {...campaign, id: 'autre'});
  const one = answer();
  assert.deepEqual(await store.keep([one, {...one, campaign: 'autre'}]), ['stored', 'stored']);
});

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

test('an answer that cannot be written does not take its batch along', async (t) => {
  const store = await openStore(t);
  await register(store);
  for (let bad = 0; bad < 5; bad += 1) {
    const batch = Array.from({length: 5}, () => answer());
    const unwritable = batch.map((one, index) => (index === bad ? {...one, kind: 'torn' as 'plain'} : one));
    assert.deepEqual(
      await store.keep(unwritable),
      batch.map((_, index) => (index === bad ? 'failed' : 'stored')),
    );
    assert.deepEqual(
      await store.keep(batch),
      batch.map((_, index) => (index === bad ? 'stored' : 'duplicate')),
    );
  }
});

test('nothing is kept of a batch for which the disk has no room, and all of it once there is room', async (t) => {
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

test('a database held by another connection is busy, not lost', async (t) => {
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

test('closing commits what is under way', async (t) => {
  const folder = temporaryFolder(t);
  const store = await openSqliteStore(folder);
  await register(store);
  const kept = store.keep([answer()]);
  await store.close();
  assert.deepEqual(await kept, ['stored']);
  assert.equal((await (await openStore(t, {folder})).answers(campaign.id, 0, 10)).length, 1);
});

test('answers are read page by page, oldest first, each campaign its own', async (t) => {
  const store = await openStore(t);
  await register(store);
  await register(store, {...campaign, id: 'autre'});
  const ids = Array.from({length: 5}, () => answer());
  await store.keep(ids.flatMap((one) => [one, {...one, campaign: 'autre'}]));
  const first = await store.answers(campaign.id, 0, 3);
  const rest = await store.answers(campaign.id, first.at(-1)?.row ?? 0, 3);
  assert.deepEqual(
    [...first, ...rest].map(({payload}) => hashOf(payload)),
    ids.map(({hash}) => hash),
  );
});

test('a registered version never changes, whatever the order of its members; settings may', async (t) => {
  const store = await openStore(t);
  const [one, two] = [versioned('1'), versioned('2')];
  const shuffled = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
  assert.equal(await store.register(campaign, one, TODAY), 'created');
  assert.equal(await store.register({...campaign, closes: '2026-12-31'}, shuffled, TODAY), 'replaced');
  assert.equal(await store.register(campaign, {...one, title: 'Autre'}, TODAY), 'version-changed');
  assert.equal((await store.campaign(campaign.id))?.campaign.closes, '2026-12-31');
  assert.equal(await store.register(campaign, two, TODAY), 'replaced');
  assert.deepEqual(await store.definitions(campaign.id), [one, two]);
  assert.equal((await store.campaign(campaign.id))?.revision, 3);
});

test('each store has a random name of its own', async (t) => {
  assert.notEqual((await openStore(t)).epoch, (await openStore(t)).epoch);
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

test('an SQLite that may lose committed answers is refused', async (t) => {
  const driver = {...(await sqliteDriver()), version: '3.51.2'};
  await assert.rejects(openSqliteStore(temporaryFolder(t), {driver}), /SQLite 3\.51\.2 .* needs 3\.51\.3 or newer/);
  assert.ok(isAtLeast('3.51.3', '3.51.3'));
  assert.ok(isAtLeast('3.100.0', '3.51.3'));
  assert.ok(isAtLeast('4.0', '3.51.3'));
  assert.ok(!isAtLeast('3.9.9', '3.51.3'));
  assert.ok(!isAtLeast('3.51', '3.51.3'));
});

test('a setting that reads back differently is refused, and the folder is let go', async (t) => {
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

test('network file systems are known by their numbers, signed or not', () => {
  assert.equal(networkFileSystem(0x6969), 'NFS');
  assert.equal(networkFileSystem(0xff534d42), 'CIFS');
  assert.equal(networkFileSystem(0xff534d42 | 0), 'CIFS');
  assert.equal(networkFileSystem(0xef53), undefined);
});
