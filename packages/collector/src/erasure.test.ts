import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import type {PlainItem} from '@ppgp/protocol';
import {
  answered,
  appOn,
  ask,
  campaign,
  openStore,
  plainItem,
  post,
  register,
  resultsOf,
  temporaryFolder,
  tokenFor,
} from './collector.kit.js';
import {eraseOldAnswers} from './erasure.js';
import type {AnswerStore} from './store/answer-store.js';
import {openSqliteStore} from './store/sqlite-store.js';

const keeping = {...campaign, keepDays: 30};
const on = (day: string) => ({clock: {today: () => day}});

/** Looks through on two days, as an hourly look does. */
async function eraseOn(store: AnswerStore, yesterday: string, day: string): Promise<number> {
  await eraseOldAnswers(store, on(yesterday).clock);
  return eraseOldAnswers(store, on(day).clock);
}

async function setUp(t: TestContext): Promise<{store: AnswerStore; old: PlainItem; recent: PlainItem}> {
  const store = await openStore(t);
  await register(store, keeping);
  const [old, recent] = [plainItem({day: '2026-10-01'}), plainItem({day: '2026-11-01'})];
  await post(appOn(store, on('2026-10-01')), [old]);
  await post(appOn(store, on('2026-11-01')), [recent]);
  return {store, old, recent};
}

test('answers older than the campaign keeps them are erased, on the day and not before (mode 61)', async (t) => {
  const {store, recent} = await setUp(t);
  assert.equal(await eraseOn(store, '2026-10-30', '2026-10-31'), 0);
  assert.equal(await eraseOldAnswers(store, on('2026-11-01').clock), 1);
  const app = appOn(store);
  const lines = (
    await (
      await ask(app, 'GET', `/v1/campaigns/${campaign.id}/export.ndjson`, {token: await tokenFor(store, campaign.id, 'export')})
    ).text()
  )
    .trimEnd()
    .split('\n');
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as {id: string}).id),
    [recent.id],
  );
});

test('a late tablet does not bring an erased answer back: it is told that it was received (mode 61)', async (t) => {
  const {store, old} = await setUp(t);
  await eraseOn(store, '2026-10-31', '2026-11-01');
  const app = appOn(store);
  for (const item of [old, plainItem({id: old.id, payload: answered({salt: 'x'})})]) {
    assert.deepEqual(await post(app, [item]), [{id: old.id, status: 'duplicate', hash: item.hash}]);
  }
  assert.deepEqual(
    (await store.answers(campaign.id, 0, 10)).map(({received}) => received),
    ['2026-11-01'],
  );
});

test('figures that were counted before are those of what is left', async (t) => {
  const {store} = await setUp(t);
  const app = appOn(store);
  const token = await tokenFor(store, campaign.id, 'results');
  assert.equal((await resultsOf(app, token)).received, 2);
  await eraseOn(store, '2026-10-31', '2026-11-01');
  const {received, questions} = await resultsOf(app, token);
  assert.deepEqual([received, questions['clair']?.base], [1, 1]);
  assert.deepEqual(await resultsOf(appOn(store), token), await resultsOf(app, token));
});

test('a clock that leaps erases nothing on its first day; one set back never does (mode 66)', async (t) => {
  const {store} = await setUp(t);
  await eraseOldAnswers(store, on('2026-10-30').clock);
  assert.equal(await eraseOldAnswers(store, on('2036-11-01').clock), 0);
  assert.equal(await eraseOldAnswers(store, on('2026-10-31').clock), 0);
  assert.equal(await eraseOldAnswers(store, on('2016-10-31').clock), 0);
  assert.equal(await eraseOn(store, '2026-10-31', '2026-11-01'), 1);
});

test('campaigns that do not say how long keep everything', async (t) => {
  const {store} = await setUp(t);
  await register(store, campaign);
  assert.equal(await eraseOn(store, '2036-10-31', '2036-11-01'), 0);
});

test('of an erased answer no byte is left in the data folder; its id is (mode 61)', async (t) => {
  const folder = temporaryFolder(t);
  const store = await openSqliteStore(folder);
  await register(store, keeping);
  const canary = 'maman de Zoé';
  const items = Array.from({length: 60}, (_, i) =>
    plainItem({payload: answered({answers: {mot: `${canary} ${i} ${'x'.repeat(i * 90)}`}})}),
  );
  await post(appOn(store, on('2026-10-01')), items);
  const onDisk = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name)).toString('latin1'))
      .join('');
  const bytes = Buffer.from(canary).toString('latin1');
  assert.ok(onDisk().includes(bytes));
  assert.equal(await eraseOn(store, '2026-11-01', '2026-11-02'), 60);
  await store.close();
  assert.ok(!onDisk().includes(bytes));
  assert.ok(!onDisk().includes(items[7]?.hash ?? ''));
  assert.ok(onDisk().includes(items[7]?.id ?? 'x'));
});
