import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {findPostgres, missingPostgres, startPostgres, type PostgresServer} from '@ppgp/testing/postgres';
import {TODAY, campaign, register, temporaryFolder} from '../collector.kit.js';
import {NEWEST, stepsAfter} from './migrations.js';
import {PostgresDatabase} from './postgres-connection.js';
import {migrate, openPostgresStore} from './postgres-store.js';
import {sqliteDriver} from './sqlite-driver.js';
import {openSqliteStore} from './sqlite-store.js';
import {answer} from './store.suite.js';
import type {AnswerStore} from './answer-store.js';

const skip = findPostgres() === undefined && process.env['CI'] === undefined ? missingPostgres : false;
/** Every form that a release has written. */
const FORMS = Array.from({length: NEWEST}, (_, index) => index + 1);
const old = answer({payload: Buffer.from('{}')});

/** A campaign, an answer and a token in the columns of the first form, which every later one still has. */
const INSERTS: readonly [sql: string, ...values: (string | Uint8Array)[]][] = [
  ['INSERT INTO campaigns (id, campaign, revision, day) VALUES (?, ?, 1, ?)', campaign.id, JSON.stringify(campaign), TODAY],
  ['INSERT INTO definitions (campaign, version, definition) VALUES (?, ?, ?)', ...[campaign.id, '1', JSON.stringify(campaign.definition)]],
  [
    'INSERT INTO answers (row, campaign, id, version, day, received, kind, hash, payload) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[campaign.id, old.id, old.version, old.day, old.received, old.kind, old.hash, old.payload],
  ],
  ['INSERT INTO tokens (hash, campaign, role, label, day) VALUES (?, ?, ?, ?, ?)', 'token', campaign.id, 'results', 'équipe', TODAY],
];

/** What was there is there, and everything of today works beside it. */
async function stillWorks(store: AnswerStore): Promise<void> {
  assert.deepEqual(await store.keep([old, answer()]), ['duplicate', 'stored']);
  const kept = await store.wholeAnswers(campaign.id, 0, 10);
  assert.equal(kept[0]?.id, old.id);
  assert.equal(Buffer.from(kept[0].payload).toString(), '{}');
  assert.equal(kept.length, 2);
  assert.deepEqual(await store.grantOf('token'), {campaign: campaign.id, role: 'results', label: 'équipe'});
  assert.deepEqual(await store.definitions(campaign.id), [campaign.definition]);
  assert.ok(await store.setNote(campaign.id, 'archived', TODAY, undefined));
  await register(store);
  assert.equal((await store.campaign(campaign.id))?.revision, 2);
  assert.deepEqual(await store.faults('whole'), []);
}

describe('data of an earlier form', () => {
  for (const form of FORMS) {
    test(`SQLite: form ${form} is brought to today's, and nothing of it is lost`, async (t) => {
      const folder = temporaryFolder(t);
      const database = (await sqliteDriver()).open(join(folder, 'answers.db'), {timeout: 0});
      for (const step of stepsAfter(0, 'sqlite', form)) database.exec(step);
      database.exec(`PRAGMA user_version = ${form}`);
      for (const [sql, ...values] of INSERTS) database.prepare(sql).run(...values);
      database.close();
      const store = await openSqliteStore(folder);
      t.after(() => store.close());
      await stillWorks(store);
    });
  }
});

describe('data of an earlier form on a server', {skip}, () => {
  let server: PostgresServer;
  before(async () => (server = await startPostgres()));
  after(() => server.close());

  for (const form of FORMS) {
    test(`PostgreSQL: form ${form} is brought to today's, and nothing of it is lost`, async (t) => {
      const url = server.database();
      const database = new PostgresDatabase(url);
      await migrate(database, form);
      for (const [sql, ...values] of INSERTS) await database.ask(sql, ...values);
      await database.ask(`INSERT INTO places (campaign, last) VALUES ('${campaign.id}', 1)`);
      await database.close();
      const store = await openPostgresStore(url);
      t.after(() => store.close());
      await stillWorks(store);
    });
  }
});
