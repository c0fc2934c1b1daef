import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {Campaign} from '@ppgp/schema';
import {TODAY, appOn, ask, campaign, openStore, plainItem, post, register, resultsOf, tokenFor, versioned} from './collector.kit.js';
import {stateOf, stepped} from './campaign-state.js';
import type {Change} from './campaign-changes.js';

const PATH = `/v1/campaigns/${campaign.id}`;

async function setUp(t: TestContext, one: Campaign = campaign) {
  const store = await openStore(t);
  await register(store, one);
  const app = appOn(store);
  const admin = await tokenFor(store, campaign.id, 'admin');
  const move = async (step: string) =>
    (await (await ask(app, 'POST', `${PATH}/${step}`, {token: admin})).json()) as {state: string; campaign: Campaign};
  const settings = async () => (await (await ask(app, 'GET', PATH)).json()) as Campaign;
  return {store, app, admin, move, settings};
}

test('a campaign that is closed stops asking at once; what still comes is stored and flagged, not refused (mode 59)', async (t) => {
  const {store, app, move, settings} = await setUp(t);
  assert.equal((await move('close')).state, 'closed');
  assert.equal((await settings()).closes, '2026-11-20');
  const [result] = await post(app, [plainItem()]);
  assert.equal(result?.status, 'stored');
  const {received, counted, flags} = await resultsOf(app, await tokenFor(store, campaign.id, 'results'));
  assert.deepEqual({received, counted, flags}, {received: 1, counted: 1, flags: {late: 1}});
});

test('it is opened again, also where its definition had a last day', async (t) => {
  const {move, settings} = await setUp(t);
  await move('close');
  assert.equal((await move('open')).state, 'open');
  assert.equal((await settings()).closes, undefined);
  const seasonal = {...campaign, definition: {...versioned('1'), closes: '2026-11-01'}};
  assert.equal(stateOf(seasonal, {today: TODAY, isArchived: false}), 'closed');
  assert.equal(stateOf(stepped(seasonal, 'open', TODAY), {today: TODAY, isArchived: false}), 'open');
});

test('an archived campaign takes what late tablets bring, and its figures are read', async (t) => {
  const {store, app, move} = await setUp(t);
  assert.equal((await move('archive')).state, 'archived');
  assert.equal((await post(app, [plainItem()]))[0]?.status, 'stored');
  assert.equal((await resultsOf(app, await tokenFor(store, campaign.id, 'results'))).received, 1);
  assert.equal((await move('open')).state, 'open');
});

test('whatever its days, a campaign is open after it was opened and closed after it was closed, and stays valid', () => {
  const days = [undefined, '2026-01-01', '2026-11-20', '2026-11-21', '2026-11-22', '2027-05-01'];
  for (const opens of days)
    for (const closes of days) {
      if (opens !== undefined && closes !== undefined && closes < opens) continue;
      const one: Campaign = {...campaign, ...(opens === undefined ? {} : {opens}), ...(closes === undefined ? {} : {closes})};
      for (const step of ['open', 'close'] as const) {
        const after = stepped(one, step, TODAY);
        assert.equal(
          stateOf(after, {today: TODAY, isArchived: false}),
          step === 'open' ? 'open' : 'closed',
          JSON.stringify({opens, closes}),
        );
        assert.ok(after.opens === undefined || after.closes === undefined || after.opens <= after.closes);
      }
    }
});

test('an earlier version stays readable', async (t) => {
  const {store, app} = await setUp(t);
  await register(store, {...campaign, definition: versioned('2')});
  const read = async (version: string) => (await (await ask(app, 'GET', `${PATH}?version=${version}`)).json()) as Campaign;
  for (const version of ['1', '2']) assert.deepEqual((await read(version)).definition, versioned(version));
  assert.equal((await ask(app, 'GET', `${PATH}?version=3`)).status, 404);
});

test('a dry run says what would change, and changes nothing', async (t) => {
  const {store, app, admin} = await setUp(t);
  const plan = async (body: unknown) => {
    const response = await ask(app, 'PUT', `${PATH}?dry-run=1`, {token: admin, body});
    return {status: response.status, body: (await response.json()) as {dryRun?: true; status: string; changes: Change[]}};
  };
  const before = await store.campaign(campaign.id);
  assert.deepEqual((await plan(campaign)).body, {dryRun: true, status: 'replaced', changes: []});
  const second = versioned('2');
  const next = {...campaign, closes: '2027-01-31', definition: {...second, questions: second.questions.filter(({id}) => id !== 'mot')}};
  const {changes} = (await plan(next)).body;
  assert.deepEqual(
    changes.map(({path, after}) => [path, after]),
    [
      ['closes', '2027-01-31'],
      ['definition.version', '2'],
      ['definition.questions.mot', undefined],
    ],
  );
  assert.equal((await plan({...campaign, definition: {...versioned('1'), title: 'Autre'}})).status, 409);
  assert.equal((await plan({...campaign, opens: 'demain'})).status, 422);
  assert.deepEqual(await store.campaign(campaign.id), before);
  const fresh = await openStore(t);
  const token = await tokenFor(fresh, campaign.id, 'admin');
  const created = (await (await ask(appOn(fresh), 'PUT', `${PATH}?dry-run=1`, {token, body: campaign})).json()) as {status: string};
  assert.equal(created.status, 'created');
  assert.equal(await fresh.campaign(campaign.id), undefined);
});

test('only its admin moves a campaign', async (t) => {
  const {store, app} = await setUp(t);
  for (const step of ['open', 'close', 'archive']) {
    assert.equal((await ask(app, 'POST', `${PATH}/${step}`)).status, 401);
    assert.equal((await ask(app, 'POST', `${PATH}/${step}`, {token: await tokenFor(store, campaign.id, 'results')})).status, 403);
  }
});
