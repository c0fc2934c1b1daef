import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {test} from 'node:test';
import {LIMITS, PROTOCOL, type Accepts, type Receipt, type SealedItem} from '@ppgp/protocol';
import {
  TODAY,
  answered,
  appOn,
  ask,
  batchOf,
  campaign,
  codeOf,
  hashOf,
  openStore,
  plainItem,
  post,
  problemOf,
  register,
} from '../collector.kit.js';
import {StoreError} from '../store/answer-store.js';

const sealedItem = (members: Partial<SealedItem> = {}): SealedItem => {
  const bytes = randomBytes(256);
  const payload = bytes.toString('base64url');
  return {...plainItem(), kind: 'sealed', keyId: '2026-10', enc: 'BAb_-9', payload, hash: hashOf(bytes), ...members};
};

test('an answer is stored, its hash echoed, its bytes kept; sent again it is a duplicate', async (t) => {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const item = plainItem();
  const response = await ask(app, 'POST', '/v1/answers', {body: batchOf([item])});
  assert.equal(response.status, 200);
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/);
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  assert.deepEqual((await response.json()) as Receipt, {
    protocol: PROTOCOL,
    storeEpoch: store.epoch,
    retryAfter: 0,
    results: [{id: item.id, status: 'stored', hash: item.hash}],
  });
  assert.deepEqual(await post(app, [item]), [{id: item.id, status: 'duplicate', hash: item.hash}]);
  const kept = await store.answers(campaign.id, 0, 10);
  assert.deepEqual(kept, [{row: 1, id: item.id, version: '1', received: TODAY, kind: 'plain', payload: kept[0]?.payload}]);
  assert.equal(Buffer.from(kept[0]?.payload ?? []).toString(), item.payload);
});

test('a sealed answer is hashed and kept as its ciphertext', async (t) => {
  const store = await openStore(t);
  await register(store);
  const item = sealedItem();
  assert.deepEqual(await post(appOn(store), [item]), [{id: item.id, status: 'stored', hash: item.hash}]);
  const [kept] = await store.answers(campaign.id, 0, 10);
  assert.equal(Buffer.from(kept?.payload ?? []).toString('base64url'), item.payload);
});

test('sealed bytes that no decoder would write so are malformed', async (t) => {
  const store = await openStore(t);
  await register(store);
  const item = sealedItem({payload: 'AB', hash: hashOf(Buffer.from('AB', 'base64url'))});
  assert.deepEqual(await post(appOn(store), [item]), [{id: item.id, status: 'rejected', code: 'malformed'}]);
});

const bad: Record<string, {item: () => object; result: object}> = {
  'damaged on the way': {item: () => plainItem({hash: hashOf('other')}), result: {status: 'deferred', code: 'damaged', retryAfter: 5}},
  malformed: {item: () => ({...plainItem(), day: 'yesterday'}), result: {status: 'rejected', code: 'malformed'}},
  'too long': {item: () => plainItem({payload: 'x'.repeat(LIMITS.itemBytes + 1)}), result: {status: 'rejected', code: 'too-long'}},
  'of an unknown campaign': {item: () => plainItem({campaign: 'inconnue'}), result: {status: 'rejected', code: 'unknown-campaign'}},
  'of a campaign named like a method': {
    item: () => plainItem({campaign: 'constructor'}),
    result: {status: 'rejected', code: 'unknown-campaign'},
  },
};
for (const [what, {item, result}] of Object.entries(bad)) {
  test(`one item ${what} leaves the four others stored, wherever it stands`, async (t) => {
    const store = await openStore(t);
    await register(store);
    const app = appOn(store);
    for (let position = 0; position < 5; position += 1) {
      const items = Array.from({length: 5}, (_, index) => (index === position ? item() : plainItem())) as {id: string; hash: string}[];
      const expected = items.map(({id, hash}, index) => (index === position ? {id, ...result} : {id, status: 'stored', hash}));
      assert.deepEqual(await post(app, items), expected);
    }
    assert.equal((await store.answers(campaign.id, 0, 100)).length, 20);
  });
}

test('another content under a known id is a conflict that tells nothing', async (t) => {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const item = plainItem();
  await post(app, [item]);
  assert.deepEqual(await post(app, [plainItem({id: item.id, payload: answered({lang: 'ar'})})]), [{id: item.id, status: 'conflict'}]);
});

test('64 requests with the same answer at once store it exactly once', async (t) => {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const item = plainItem();
  const statuses = (await Promise.all(Array.from({length: 64}, () => post(app, [item])))).flat().map(({status}) => status);
  assert.deepEqual(statuses.sort(), ['stored', ...Array.from({length: 63}, () => 'duplicate')].sort());
  assert.equal((await store.answers(campaign.id, 0, 100)).length, 1);
});

test('an unknown campaign is settled by registering it: the same answer is then stored', async (t) => {
  const store = await openStore(t);
  const app = appOn(store);
  const item = plainItem();
  assert.equal((await post(app, [item]))[0]?.code, 'unknown-campaign');
  await register(store);
  assert.equal((await post(app, [item]))[0]?.status, 'stored');
});

test('content is never a reason to refuse, and is kept byte for byte', async (t) => {
  const store = await openStore(t);
  await register(store);
  const contents = [
    '',
    'not json',
    '{"__proto__":{"polluted":true},"answers":{"__proto__":"x","constructor":"y"}}',
    'a\u0000b',
    String.raw`"\ud800 \u0000"`,
    '\ud800',
    '\ufeff{}',
    'é👶🏽 e\u0301',
    `${'['.repeat(30_000)}`,
    '{"answers":{"clair":1e999}}',
  ];
  const items = contents.map((payload) => plainItem({payload}));
  assert.ok((await post(appOn(store), items)).every(({status}) => status === 'stored'));
  const kept = await store.answers(campaign.id, 0, 100);
  for (const [index, content] of contents.entries()) assert.deepEqual(Buffer.from(kept[index]?.payload ?? []), Buffer.from(content));
  assert.equal(({} as {polluted?: boolean}).polluted, undefined);
});

test('late, old and future answers are stored like any other', async (t) => {
  const store = await openStore(t);
  await register(store, {...campaign, opens: '2020-01-01', closes: '2020-02-01'});
  const items = [plainItem({version: 'never-registered'}), plainItem({day: '1970-01-01'}), plainItem({day: '2038-01-19'})];
  assert.ok((await post(appOn(store), items)).every(({status}) => status === 'stored'));
});

test('a batch without items is answered with an empty receipt', async (t) => {
  const response = await ask(appOn(await openStore(t)), 'POST', '/v1/answers', {body: batchOf([])});
  assert.equal(response.status, 200);
  assert.deepEqual(((await response.json()) as Receipt).results, []);
});

test('200 items are taken in one request', async (t) => {
  const store = await openStore(t);
  await register(store);
  const results = await post(
    appOn(store),
    Array.from({length: 200}, () => plainItem()),
  );
  assert.equal(results.filter(({status}) => status === 'stored').length, 200);
});

test('201 items are refused whole, with how many are taken', async (t) => {
  const store = await openStore(t);
  await register(store);
  const items = Array.from({length: 201}, () => plainItem());
  const response = await ask(appOn(store), 'POST', '/v1/answers', {body: batchOf(items)});
  assert.equal(response.status, 413);
  const problem = await problemOf(response);
  assert.equal(problem.type, 'urn:ppgp:problem:too-many-items');
  assert.equal(problem.maxItems, 200);
  assert.deepEqual(await store.answers(campaign.id, 0, 10), []);
});

const wholeRefusals: Record<string, {body: unknown; status: number; code: string}> = {
  'a body that is no batch': {body: [], status: 422, code: 'malformed'},
  'a batch without a protocol': {body: {items: []}, status: 422, code: 'malformed'},
  'another major of the protocol': {body: {protocol: 'reponses/2', items: []}, status: 422, code: 'unsupported-protocol'},
  'an item without an id': {body: batchOf([{...plainItem(), id: undefined}, plainItem()]), status: 422, code: 'no-id'},
  'an id that appears twice': {body: batchOf(Array(2).fill(plainItem())), status: 422, code: 'repeated-id'},
};
for (const [what, {body, status, code}] of Object.entries(wholeRefusals)) {
  test(`${what} is a ${status} ${code}, and nothing is stored`, async (t) => {
    const store = await openStore(t);
    await register(store);
    const response = await ask(appOn(store), 'POST', '/v1/answers', {body});
    assert.equal(response.status, status);
    assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
    const problem = await problemOf(response);
    assert.equal(problem.type, `urn:ppgp:problem:${code}`);
    assert.equal(problem.status, status);
    assert.ok(problem.title);
    assert.deepEqual(await store.answers(campaign.id, 0, 10), []);
  });
}

test('an Idempotency-Key must be the id of the only item, quoted or not', async (t) => {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const send = (key: string, items: unknown[]) =>
    ask(app, 'POST', '/v1/answers', {body: batchOf(items), headers: {'Idempotency-Key': key}});
  const item = plainItem();
  assert.equal((await send(item.id, [item])).status, 200);
  assert.equal((await send(`"${item.id}"`, [item])).status, 200);
  assert.equal((await send(randomUUID(), [item])).status, 422);
  assert.equal((await send('anything', [plainItem(), plainItem()])).status, 200);
});

for (const [code, status] of [
  ['busy', 503],
  ['full', 507],
  ['broken', 503],
] as const) {
  test(`a store that is ${code} is a ${status} that says when to come back, never a receipt`, async (t) => {
    const store = await openStore(t);
    await register(store);
    const log: object[] = [];
    const failing = Object.create(store, {
      epoch: {value: store.epoch},
      keep: {value: () => Promise.reject(new StoreError(code, new Error('quotes an answer')))},
    }) as typeof store;
    const response = await ask(appOn(failing, {log: (entry) => log.push(entry)}), 'POST', '/v1/answers', {body: batchOf([plainItem()])});
    assert.equal(response.status, status);
    const problem = await problemOf(response);
    assert.equal(problem.type, 'urn:ppgp:problem:unavailable');
    assert.equal(response.headers.get('Retry-After'), String(problem.retryAfter));
    assert.deepEqual(log, [{event: `store-${code}`, reason: 'none'}]);
  });
}

test('an answer that could not be written is deferred', async (t) => {
  const store = await openStore(t);
  const failing = Object.create(store, {
    epoch: {value: store.epoch},
    keep: {value: () => Promise.resolve(['failed'])},
  }) as typeof store;
  const item = plainItem();
  assert.deepEqual(await post(appOn(failing), [item]), [{id: item.id, status: 'deferred', code: 'busy', retryAfter: 60}]);
});

test('what is accepted can be asked for', async (t) => {
  const store = await openStore(t);
  await register(store, {...campaign, publicKey: {keyId: '2026-10', key: 'x'}});
  const accepts = (await (await ask(appOn(store), 'GET', '/v1/answers')).json()) as Accepts;
  assert.deepEqual(accepts, {protocol: [PROTOCOL], maxItems: 50, maxBytes: 262_144, keys: ['2026-10']});
});

test('another method is a 405 that names the allowed ones', async (t) => {
  const response = await ask(appOn(await openStore(t)), 'DELETE', '/v1/answers');
  assert.equal(response.status, 405);
  assert.equal(response.headers.get('Allow'), 'GET, POST');
  assert.equal(await codeOf(response), 'method-not-allowed');
});
