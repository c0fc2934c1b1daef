import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {Receipt} from '@ppgp/protocol';
import {ORIGIN, appOn, ask, batchOf, campaign, codeOf, openStore, plainItem, register, tokenFor} from '../collector.kit.js';

async function setUp(t: TestContext) {
  const store = await openStore(t);
  await register(store);
  const time = {ms: 0};
  const app = appOn(store, {addressOf: (context) => context.req.header('X-Test-Address'), now: () => time.ms});
  const send = async (items: readonly unknown[], address = '192.0.2.7'): Promise<Receipt> => {
    const response = await ask(app, 'POST', '/v1/answers', {body: batchOf(items), headers: {'X-Test-Address': address}});
    assert.equal(response.status, 200);
    return (await response.json()) as Receipt;
  };
  return {store, app, time, send};
}

test('a flood from one address is deferred, never refused, and 40 honest tablets behind it lose nothing (mode 74)', async (t) => {
  const {store, time, send} = await setUp(t);
  const statuses = await Promise.all(Array.from({length: 400}, async () => (await send([plainItem()])).results[0]));
  assert.equal(statuses.filter((result) => result?.status === 'stored').length, 300);
  assert.ok(
    statuses.every(
      (result) =>
        result?.status === 'stored' || (result?.status === 'deferred' && result.code === 'too-many' && (result.retryAfter ?? 0) > 0),
    ),
  );
  // The tablets come again until each has its receipt, while the flood goes on at 20 times the rate.
  let waiting = Array.from({length: 40}, () => plainItem());
  const honest = waiting.map(({id}) => id);
  for (let second = 0; waiting.length > 0 && second < 60; second += 1) {
    time.ms += 1000;
    for (const item of [...waiting]) {
      const [result] = (await send([item])).results;
      if (result?.status === 'stored') waiting = waiting.filter(({id}) => id !== item.id);
    }
    for (let flood = 0; flood < 100; flood += 25) await send([plainItem()]);
  }
  assert.deepEqual(waiting, []);
  const kept = new Set((await store.wholeAnswers(campaign.id, 0, 10_000)).map(({id}) => id));
  assert.ok(honest.every((id) => kept.has(id)));
});

test('what is stored already is told so, also to an address over its limit, and costs nothing (mode 74)', async (t) => {
  const {send} = await setUp(t);
  const item = plainItem();
  await send([item]);
  for (let copy = 0; copy < 400; copy += 1) assert.equal((await send([item])).results[0]?.status, 'duplicate');
  for (let request = 0; request < 299; request += 1) await send([plainItem()]);
  const late = plainItem();
  const {results, retryAfter} = await send([late, item]);
  assert.deepEqual(
    results.map(({id, status}) => [id, status]),
    [
      [late.id, 'deferred'],
      [item.id, 'duplicate'],
    ],
  );
  assert.ok(retryAfter > 0);
  assert.equal((await send([plainItem()], '198.51.100.1')).results[0]?.status, 'stored');
});

test('who guesses tokens is slowed, in words a page can read, and others are not', async (t) => {
  const {store, app, time} = await setUp(t);
  const token = await tokenFor(store, campaign.id, 'results');
  const guess = (one: string, address: string): Promise<Response> =>
    ask(app, 'GET', `/v1/campaigns/${campaign.id}/results`, {token: one, headers: {'X-Test-Address': address, Origin: ORIGIN}});
  for (let i = 0; i < 30; i += 1) assert.equal((await guess(`wrong${i}`, '192.0.2.7')).status, 401);
  const slowed = await guess(token, '192.0.2.8');
  assert.equal(slowed.status, 429);
  assert.equal(slowed.headers.get('Retry-After'), '30');
  assert.equal(slowed.headers.get('Access-Control-Allow-Origin'), ORIGIN);
  assert.equal(await codeOf(slowed), 'too-many-requests');
  assert.equal((await guess(token, '198.51.100.1')).status, 200);
  time.ms += 30_000;
  assert.equal((await guess(token, '192.0.2.8')).status, 200);
});

test('counters say what became of answers by campaign and day, and nothing of anyone', async (t) => {
  const {app, send} = await setUp(t);
  const item = plainItem();
  await send([item, plainItem()]);
  await send([item, plainItem({campaign: 'inconnue'}), plainItem({hash: `sha256-${'A'.repeat(43)}`}), {...plainItem(), day: 'hier'}]);
  const text = await (await app.request('/metrics')).text();
  const day = 'day="2026-11-21"';
  for (const line of [
    `ppgp_answers_stored{campaign="${campaign.id}",${day}} 2`,
    `ppgp_answers_duplicate{campaign="${campaign.id}",${day}} 1`,
    `ppgp_answers_unknown_campaign{campaign="",${day}} 1`,
    `ppgp_answers_deferred{campaign="${campaign.id}",${day}} 1`,
    `ppgp_answers_rejected{campaign="",${day}} 1`,
  ])
    assert.ok(text.split('\n').includes(line), `${line}\n${text}`);
  assert.doesNotMatch(text, /192\.0|inconnue|[0-9a-f]{8}-/);
  assert.match(text, /^# TYPE ppgp_answers_stored counter$/m);
});
