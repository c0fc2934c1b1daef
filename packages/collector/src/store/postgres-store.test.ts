import assert from 'node:assert/strict';
import {after, before, test, type TestContext} from 'node:test';
import {findPostgres, missingPostgres, startPostgres, type PostgresServer} from '@ppgp/testing/postgres';
import pg from 'pg';
import {campaign, hashOf, register} from '../collector.kit.js';
import {StartError, StoreError, type AnswerStore} from './answer-store.js';
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
    const lane = async (): Promise<void> => {
      let next = answer();
      while (going) {
        try {
          const [outcome] = await store.keep([next]);
          assert.ok(outcome === 'stored' || outcome === 'duplicate', outcome);
          acknowledged.push(next.hash);
          next = answer();
        } catch (error) {
          assert.ok(error instanceof StoreError && error.code === 'busy', String(error));
          refused.add(next.id);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    };
    const lanes = Array.from({length: 8}, lane);
    const until = async (more: number): Promise<void> => {
      const enough = acknowledged.length + more;
      while (acknowledged.length < enough) await new Promise((resolve) => setImmediate(resolve));
    };
    for (const how of ['fast', 'kill', 'kill'] as const) {
      await until(50);
      await server.stop(how);
      await server.start();
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

test('a server that may only be read keeps nothing, and says for how long (mode 56)', {skip}, async (t) => {
  const url = server.database();
  await register(await openedOn(t, url));
  await onServer(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`);
  const admin = new URL(url);
  admin.searchParams.set('options', '-c default_transaction_read_only=off');
  const store = await openedOn(t, admin.href);
  await onServer(url, 'SELECT 1');
  assert.deepEqual(await store.keep([answer()]), ['stored']);
});

for (const setting of ['fsync', 'full_page_writes']) {
  test(`a server with ${setting} = off is refused with the sentence that mends it (mode 53)`, {skip}, async (t) => {
    const unsafe = await startPostgres([`${setting}=off`]);
    t.after(() => unsafe.close());
    await assert.rejects(
      openPostgresStore(unsafe.url('postgres')),
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
