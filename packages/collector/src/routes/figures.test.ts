import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {Board, Campaign, Results} from '@ppgp/schema';
import {TODAY, answered, appOn, ask, campaign, codeOf, openStore, plainItem, post, register, temporaryFolder} from '../collector.kit.js';
import type {AnswerStore} from '../store/answer-store.js';
import {openSqliteStore} from '../store/sqlite-store.js';

const PATH = `/v1/campaigns/${campaign.id}/figures`;
const open: Campaign = {...campaign, publish: true};

async function setUp(t: TestContext, one: Campaign = open) {
  const store = await openStore(t);
  await register(store, one);
  return {store};
}

async function send(store: AnswerStore, count: number, clair: string): Promise<void> {
  await post(
    appOn(store),
    Array.from({length: count}, () => plainItem({payload: answered({answers: {clair}})})),
  );
}

const figuresOf = async (store: AnswerStore): Promise<Results> => (await (await ask(appOn(store), 'GET', PATH)).json()) as Results;

test('only a campaign that publishes has figures for the public', async (t) => {
  const {store} = await setUp(t, campaign);
  const closed = await ask(appOn(store), 'GET', PATH);
  assert.deepEqual([closed.status, await codeOf(closed)], [404, 'not-found']);
  assert.equal(await codeOf(await ask(appOn(store), 'GET', PATH.replace('tarn', 'x'))), 'unknown-campaign');
});

test('below k nothing is said, not even how many', async (t) => {
  const {store} = await setUp(t);
  await send(store, 10, 'bien');
  const {audience, k, received, counted, weeks, flags, questions} = await figuresOf(store);
  assert.deepEqual(
    {audience, k, received, counted, weeks, flags},
    {audience: 'public', k: 11, received: null, counted: null, weeks: undefined, flags: undefined},
  );
  assert.deepEqual(questions['clair'], {base: null, declined: null, na: null, cells: {bien: null, moyen: null, mal: null}, hidden: 'base'});
});

test('figures are published anew after k more answers, and stay in between, also over a restart (mode 77)', async (t) => {
  const folder = temporaryFolder(t);
  const store = await openSqliteStore(folder);
  await register(store, open);
  await send(store, 11, 'bien');
  const first = await figuresOf(store);
  assert.deepEqual([first.received, first.questions['clair']?.cells], [11, {bien: 11, moyen: 0, mal: 0}]);
  await send(store, 10, 'mal');
  assert.deepEqual(await figuresOf(store), first);
  await store.close();
  const again = await openStore(t, {folder});
  assert.deepEqual(await figuresOf(again), first);
  await send(again, 1, 'mal');
  const second = await figuresOf(again);
  assert.deepEqual([second.received, second.questions['clair']?.cells], [22, {bien: 11, moyen: 0, mal: 11}]);
});

test('of two processes that publish at the same moment one is believed', async (t) => {
  const {store} = await setUp(t);
  await send(store, 12, 'bien');
  const [one, other] = [appOn(store), appOn(store)];
  const texts = await Promise.all([one, other, one, other].map(async (app) => (await ask(app, 'GET', PATH)).text()));
  assert.equal(new Set(texts).size, 1);
});

test('anyone may keep them for a while, and ask whether they are still the same', async (t) => {
  const {store} = await setUp(t);
  await send(store, 12, 'bien');
  const response = await ask(appOn(store), 'GET', PATH);
  assert.match(response.headers.get('Cache-Control') ?? '', /^public, max-age=\d+$/);
  const tag = response.headers.get('ETag') ?? '';
  const same = await ask(appOn(store), 'GET', PATH, {headers: {'If-None-Match': `W/${tag}, "other"`}});
  assert.deepEqual([same.status, await same.text()], [304, '']);
  await send(store, 12, 'bien');
  assert.equal((await ask(appOn(store), 'GET', PATH, {headers: {'If-None-Match': tag}})).status, 200);
});

test('a board that shares its themes without the sensitive ones is counted as any question is, and those are nowhere', async (t) => {
  const themes = [
    {id: 'sommeil', label: 'Le sommeil', set: 'enfant', icon: 'sommeil'},
    {id: 'pleurs', label: 'Les pleurs', set: 'enfant', icon: 'pleurs'},
    {id: 'violences', label: 'La violence', set: 'sensible', icon: 'violences', sensitive: true},
  ];
  const sets = [
    {id: 'enfant', label: 'Mon enfant'},
    {id: 'sensible', label: 'Sensible'},
  ];
  const board: Board = {format: 'ppgp/1', kind: 'board', id: 'plateau', version: '1', title: 'Plateau', sets, themes};
  const chosenOf = async (share: 'themes' | 'all'): Promise<Results['questions'][string] | undefined> => {
    const store = await openStore(t);
    const one: Campaign = {...open, definition: board, share};
    await store.register(one, {...board, share}, TODAY);
    const items = Array.from({length: 14}, (_, at) => {
      const chosen = at < 3 ? ['sommeil', 'pleurs'] : at < 5 ? ['violences'] : ['sommeil'];
      return plainItem({payload: JSON.stringify({answers: {chosen}, lang: 'fr', mode: 'web'})});
    });
    await post(appOn(store), items);
    return (await figuresOf(store)).questions['chosen'];
  };
  assert.deepEqual(await chosenOf('themes'), {base: 12, declined: 0, na: 0, cells: {sommeil: 12, pleurs: 3}});
  assert.equal((await chosenOf('all'))?.hidden, 'base');
});
