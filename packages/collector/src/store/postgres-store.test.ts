import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {after, before, test, type TestContext} from 'node:test';
import {findPostgres, missingPostgres, startPostgres, type PostgresServer} from '@ppgp/testing/postgres';
import pg from 'pg';
import {campaign, hashOf, register} from '../collector.kit.js';
import {StartError, StoreError, type AnswerStore, type StoreErrorCode} from './answer-store.js';
import {PostgresDatabase, requireSafeServer} from './postgres-connection.js';
import {openPostgresStore} from './postgres-store.js';
import {answer, runStoreSuite, type Place} from './store.suite.js';

const skip = findPostgres() === undefined && process.env['CI'] === undefined ? missingPostgres : false;

let server: PostgresServer;
before(async () => {
  if (skip === false) server = await startPostgres();
});
after(() => (skip === false ? server.close() : undefined));

async function onServer(url: string, text: string) {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const place = async (): Promise<Place> => {
  const url = server.database();
  return {open: () => openPostgresStore(url), sql: (text) => onServer(url, text)};
};

runStoreSuite('PostgreSQL', place, {skip});

async function openedOn(t: TestContext, url: string): Promise<AnswerStore> {
  const store = await openPostgresStore(url);
  t.after(() => store.close());
  return store;
}

test(
  'two collectors on one server keep each answer once between them, and number them in an order both can read on (mode 51)',
  {skip},
  async (t) => {
    const url = server.database();
    const [one, other] = await Promise.all([openedOn(t, url), openedOn(t, url)]);
    assert.equal(one.epoch, other.epoch);
    await register(one);
    await register(one, {...campaign, id: 'autre'});
    const counts = {stored: 0, duplicate: 0};
    const read = new Map<string, string[]>([
      [campaign.id, []],
      ['autre', []],
    ]);
    let writing = true;
    const reading = (async () => {
      const last = new Map<string, number>();
      for (let wasWriting = true; wasWriting;) {
        wasWriting = writing;
        for (const [id, hashes] of read) {
          const page = await other.answers(id, last.get(id) ?? 0, 1000);
          hashes.push(...page.map(({payload}) => hashOf(payload)));
          last.set(id, page.at(-1)?.row ?? last.get(id) ?? 0);
        }
      }
    })();
    const sent: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const batch = Array.from({length: 50}, (_, index) => answer(index % 3 === 0 ? {campaign: 'autre'} : {}));
      sent.push(...batch.map(({hash}) => hash));
      const copies = Array.from({length: 64}, (_, turn) => (turn % 2 === 0 ? one : other).keep(turn % 4 < 2 ? batch : batch.toReversed()));
      for (const outcome of (await Promise.all(copies)).flat()) {
        assert.ok(outcome === 'stored' || outcome === 'duplicate', outcome);
        counts[outcome] += 1;
      }
    }
    writing = false;
    await reading;
    assert.deepEqual(counts, {stored: 1000, duplicate: 63_000});
    assert.deepEqual([...read.values()].flat().sort(), sent.sort());
  },
);

test(
  'nothing is lost when the server restarts under load: what cannot be kept meanwhile is refused for now (mode 56)',
  {skip, timeout: 60_000},
  async (t) => {
    const url = server.database();
    const store = await openedOn(t, url);
    await register(store);
    const acknowledged: string[] = [];
    const refused = new Set<string>();
    let going = true;
    const progress = new EventEmitter();
    let back: Promise<void> = Promise.resolve();
    const lane = async (): Promise<void> => {
      let next = answer();
      while (going) {
        try {
          const [outcome] = await store.keep([next]);
          assert.ok(outcome === 'stored' || outcome === 'duplicate', outcome);
          acknowledged.push(next.hash);
          progress.emit('acknowledged');
          next = answer();
        } catch (error) {
          assert.ok(error instanceof StoreError && error.code === 'busy', String(error));
          refused.add(next.id);
          progress.emit('refused');
          // As a device that is told to wait: until the server is there again.
          await back;
        }
      }
    };
    const lanes = Array.from({length: 8}, lane);
    const until = async (more: number): Promise<void> => {
      const enough = acknowledged.length + more;
      while (acknowledged.length < enough) await once(progress, 'acknowledged');
    };
    for (const how of ['fast', 'kill', 'kill'] as const) {
      await until(50);
      const isNoticed = once(progress, 'refused');
      let isBack: () => void = () => undefined;
      back = new Promise((resolve) => (isBack = resolve));
      await server.stop(how);
      await isNoticed;
      await server.start();
      isBack();
    }
    await until(50);
    going = false;
    await Promise.all(lanes);
    const kept = (await store.answers(campaign.id, 0, 1_000_000)).map(({payload}) => hashOf(payload));
    assert.ok(refused.size > 0);
    assert.equal(new Set(kept).size, kept.length);
    assert.deepEqual(
      acknowledged.filter((hash) => !new Set(kept).has(hash)),
      [],
    );
  },
);

/** Makes a database say so of every insert, as the server does when its disk is full: nobody fills a disk in a test. */
const FULL = `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
  CREATE TRIGGER full_disk BEFORE INSERT ON answers FOR EACH ROW EXECUTE FUNCTION full_disk()`;

const refusedAs =
  (code: StoreErrorCode) =>
  (error: unknown): boolean =>
    error instanceof StoreError && error.code === code;

test(
  'nothing is kept of a batch for which the server’s disk has no room, and all of it once there is room (mode 56)',
  {skip},
  async (t) => {
    const url = server.database();
    const store = await openedOn(t, url);
    await register(store);
    const [before, ...later] = Array.from({length: 12}, () => [answer(), answer()]);
    assert.ok(before);
    assert.deepEqual(await store.keep(before), ['stored', 'stored']);
    await onServer(url, FULL);
    await Promise.all(later.map((batch) => assert.rejects(store.keep(batch), refusedAs('full'))));
    assert.equal((await store.answers(campaign.id, 0, 100)).length, 2);
    await onServer(url, 'DROP TRIGGER full_disk ON answers');
    for (const batch of later) assert.deepEqual(await store.keep(batch), ['stored', 'stored']);
    assert.deepEqual(await store.keep(before), ['duplicate', 'duplicate']);
  },
);

/** Its connections begin anew, as they do when a server is made read-only or has become a copy of another. */
const reconnect = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'ppgp-collector'`;

test(
  'a server that may only be read from one moment on keeps nothing, and all of it once it may be written again (mode 56)',
  {skip},
  async (t) => {
    const url = server.database();
    const store = await openedOn(t, url);
    await register(store);
    const set = (value: string): string =>
      server.sql(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = ${value}`);
    const one = answer();
    set('on');
    await onServer(url, reconnect);
    for (let turn = 0; turn < 8; turn += 1) await assert.rejects(store.keep([one]), refusedAs('busy'));
    assert.deepEqual(await store.answers(campaign.id, 0, 10), []);
    set('off');
    await onServer(url, reconnect);
    // The first to ask may be given a connection that does not know yet that it is broken.
    await store.keep([one]).catch(() => undefined);
    assert.ok(['stored', 'duplicate'].includes(String(await store.keep([one]))));
  },
);

test('a table that another holds is busy, not lost (mode 56)', {skip}, async (t) => {
  const url = server.database();
  const store = await openPostgresStore(url, {lock: 100});
  t.after(() => store.close());
  await register(store);
  const other = new pg.Client({connectionString: url});
  await other.connect();
  t.after(() => other.end());
  await other.query('BEGIN; LOCK TABLE answers IN EXCLUSIVE MODE');
  const one = answer();
  await assert.rejects(store.keep([one]), refusedAs('busy'));
  await other.query('ROLLBACK');
  assert.deepEqual(await store.keep([one]), ['stored']);
});

for (const setting of ['fsync', 'full_page_writes']) {
  test(`a server with ${setting} = off is refused with the sentence that mends it (mode 53)`, {skip}, async (t) => {
    const url = server.database();
    const set = (change: string, value: string): void => {
      server.sql(`ALTER SYSTEM ${change}`);
      server.sql('SELECT pg_reload_conf()');
      // The server hears of it by a signal, and tells nobody when it has.
      while (server.sql(`SHOW ${setting}`) !== value);
    };
    t.after(() => set(`RESET ${setting}`, 'on'));
    set(`SET ${setting} = off`, 'off');
    await assert.rejects(
      openPostgresStore(url),
      (error) => error instanceof StartError && error.message.includes(`${setting} = off`) && error.message.includes(`Set ${setting} = on`),
    );
  });
}

test('commits wait for the disk even where the server’s default is not to (mode 53)', {skip}, async (t) => {
  const url = server.database();
  await onServer(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
  const asked = `SELECT current_setting('synchronous_commit') AS value`;
  assert.deepEqual(await onServer(url, asked), [{value: 'off'}]);
  const database = new PostgresDatabase(url);
  t.after(() => database.close());
  assert.deepEqual(await database.ask(asked), [{value: 'on'}]);
  const pooled = async (_sql: string, name: unknown) => [{value: name === 'synchronous_commit' ? 'off' : 'on'}];
  await assert.rejects(requireSafeServer(pooled), /synchronous_commit = off.*not through a pooler/);
});

test('a database in another encoding than UTF-8 is refused', {skip}, async () => {
  await assert.rejects(
    openPostgresStore(server.database(`ENCODING 'SQL_ASCII' TEMPLATE template0`)),
    /encoded in SQL_ASCII.*ENCODING 'UTF8'/,
  );
});

test('a server that cannot be reached is said in a sentence without the password', {skip: false}, async () => {
  await assert.rejects(openPostgresStore('postgres://ppgp:secret@127.0.0.1:1/ppgp'), (error) => {
    assert.ok(error instanceof StartError);
    assert.match(error.message, /^PostgreSQL at 127\.0\.0\.1:1\/ppgp cannot be used: .*DATABASE_URL/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});

test('data of a newer collector are left alone', {skip}, async () => {
  const url = server.database();
  await (await openPostgresStore(url)).close();
  await onServer(url, `UPDATE meta SET value = '999' WHERE name = 'form'`);
  await assert.rejects(openPostgresStore(url), /newer version of the collector/);
});

test('collectors that start at the same moment make the tables once', {skip}, async (t) => {
  const url = server.database();
  const stores = await Promise.all(Array.from({length: 6}, () => openedOn(t, url)));
  assert.equal(new Set(stores.map(({epoch}) => epoch)).size, 1);
});
