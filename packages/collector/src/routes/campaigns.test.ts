import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {instrument} from '@ppgp/instruments';
import type {Campaign} from '@ppgp/schema';
import {appOn, ask, campaign, codeOf, definition, openStore, problemOf, register, tokenFor, versioned} from '../collector.kit.js';
import {ROLES} from '../store/answer-store.js';

const PATH = `/v1/campaigns/${campaign.id}`;

async function setUp(t: TestContext) {
  const store = await openStore(t);
  const app = appOn(store);
  const admin = await tokenFor(store, campaign.id, 'admin');
  const put = (body: unknown, {token = admin, path = PATH} = {}) => ask(app, 'PUT', path, {token, body});
  return {store, app, admin, put};
}

test('a campaign is created by its own admin, then replaced', async (t) => {
  const {store, put} = await setUp(t);
  const created = await put(campaign);
  assert.equal(created.status, 201);
  assert.deepEqual(await created.json(), campaign);
  assert.equal((await put({...campaign, closes: '2027-01-31'})).status, 200);
  assert.equal((await store.campaign(campaign.id))?.campaign.closes, '2027-01-31');
});

test('everyone reads the public part, its admin the whole', async (t) => {
  const {store, app, admin, put} = await setUp(t);
  const whole: Campaign = {...campaign, publish: true, keepDays: 365};
  await put(whole);
  const {k, publish, keepDays, expected, ...publicPart} = whole;
  assert.ok(k && publish && keepDays && expected);
  assert.deepEqual(await (await ask(app, 'GET', PATH)).json(), publicPart);
  assert.deepEqual(await (await ask(app, 'GET', PATH, {token: await tokenFor(store, campaign.id, 'results')})).json(), publicPart);
  assert.deepEqual(await (await ask(app, 'GET', PATH, {token: admin})).json(), whole);
});

test('a wrong token is told so, even where none is needed', async (t) => {
  const {store, app, put} = await setUp(t);
  await put(campaign);
  assert.equal((await ask(app, 'GET', PATH, {token: 'wrong'})).status, 401);
  assert.equal((await ask(app, 'GET', PATH, {token: await tokenFor(store, 'autre', 'admin')})).status, 403);
});

test('the version of a definition never changes; its settings and other versions do', async (t) => {
  const {put} = await setUp(t);
  await put(campaign);
  const changed = await put({...campaign, definition: {...definition, title: 'Un autre titre'}});
  assert.equal(changed.status, 409);
  assert.equal(await codeOf(changed), 'version-changed');
  assert.equal((await put({...campaign, minutes: 4})).status, 200);
  assert.equal((await put({...campaign, definition: versioned('2')})).status, 200);
  assert.equal((await put(campaign)).status, 200);
});

test('an invalid campaign is a 422 that says where, before any 409', async (t) => {
  const {put} = await setUp(t);
  await put(campaign);
  const broken = structuredClone(campaign) as unknown as {definition: {questions: {id: string; choices?: unknown}[]}};
  Object.assign(broken.definition.questions[1] ?? {}, {choices: 'faces9'});
  const response = await put(broken);
  assert.equal(response.status, 422);
  const {type, errors = []} = await problemOf(response);
  assert.equal(type, 'urn:ppgp:problem:invalid');
  const [first] = errors;
  assert.match(first?.path ?? '', /^definition\.questions\[1\]\.choices/);
  assert.ok(first?.code && first.detail);
});

test('the id of the body is the one of the address', async (t) => {
  const {store, put} = await setUp(t);
  const response = await put({...campaign, id: 'autre'});
  assert.equal(response.status, 422);
  assert.equal((await problemOf(response)).errors?.[0]?.path, 'id');
  assert.equal(await store.campaign('autre'), undefined);
});

test('bodies of another kind are refused by the same rules as answers', async (t) => {
  const {app, admin, put} = await setUp(t);
  assert.equal((await put('{')).status, 400);
  assert.equal((await put('[]')).status, 422);
  assert.equal((await ask(app, 'PUT', PATH, {token: admin, body: '{}', headers: {'Content-Type': 'text/plain'}})).status, 415);
});

test('a ready-made instrument is registered by its name and returned so', async (t) => {
  const {store, app, put} = await setUp(t);
  const byName: Campaign = {format: 'ppgp-campaign/1', id: campaign.id, definition: {instrument: 'flyer'}};
  assert.equal((await put(byName)).status, 201);
  assert.deepEqual(await (await ask(app, 'GET', PATH)).json(), byName);
  assert.deepEqual(await store.definitions(campaign.id), [JSON.parse(JSON.stringify(instrument('flyer')))]);
});

test('an unknown instrument, or an unknown version of one, is a 422', async (t) => {
  const {put} = await setUp(t);
  for (const reference of [{instrument: 'inconnu'}, {instrument: 'constructor'}, {instrument: 'flyer', version: 'never'}]) {
    const response = await put({format: 'ppgp-campaign/1', id: campaign.id, definition: reference});
    assert.equal(response.status, 422);
    const [error] = (await problemOf(response)).errors ?? [];
    assert.equal(error?.path, 'definition.instrument');
    assert.equal(error?.code, 'unknown-instrument');
  }
});

test('401 comes before 403, and 403 before 404', async (t) => {
  const store = await openStore(t);
  const app = appOn(store);
  const other = await tokenFor(store, 'autre', 'admin');
  const wrongRole = await tokenFor(store, campaign.id, 'rate');
  const right = await tokenFor(store, campaign.id, 'results');
  const status = async (token?: string, path = `${PATH}/results`) =>
    (await ask(app, 'GET', path, token === undefined ? {} : {token})).status;
  for (const registered of [false, true]) {
    if (registered) await register(store);
    assert.equal(await status(), 401);
    assert.equal(await status('wrong'), 401);
    assert.equal(await status(other), 403);
    assert.equal(await status(wrongRole), 403);
    assert.equal(await status(right), registered ? 200 : 404);
  }
  assert.equal(await status(undefined, PATH.replace('tarn', 'x')), 404);
});

test('a role opens what the contract says, and admin everything of its own campaign', async (t) => {
  const store = await openStore(t);
  const app = appOn(store);
  await register(store);
  for (const role of ROLES) {
    const token = await tokenFor(store, campaign.id, role);
    assert.equal((await ask(app, 'GET', `${PATH}/results`, {token})).status, role === 'results' || role === 'admin' ? 200 : 403);
    assert.equal((await ask(app, 'PUT', PATH, {token, body: campaign})).status, role === 'admin' ? 200 : 403);
  }
});

test('who may not register a campaign does not get its body read', async (t) => {
  const {put} = await setUp(t);
  const response = await put('{', {token: 'wrong'});
  assert.equal(response.status, 401);
  assert.equal(response.headers.get('WWW-Authenticate'), 'Bearer');
});

test('other ways of writing a credential open nothing', async (t) => {
  const {store, app} = await setUp(t);
  await register(store);
  const token = await tokenFor(store, campaign.id, 'results');
  for (const Authorization of [token, `Basic ${token}`, `Bearer ${token} ${token}`, 'Bearer', `Bearer ${token}x`]) {
    assert.equal((await ask(app, 'GET', `${PATH}/results`, {headers: {Authorization}})).status, 401);
  }
  assert.equal((await ask(app, 'GET', `${PATH}/results`, {headers: {Authorization: `bearer ${token}`}})).status, 200);
});
