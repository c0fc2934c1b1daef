import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {test, type TestContext} from 'node:test';
import type {Payload} from '@ppgp/schema';
import {answered, appOn, campaign, openStore, plainItem, post, register, resultsOf, tokenFor} from './collector.kit.js';

async function setUp(t: TestContext) {
  const store = await openStore(t);
  await register(store, {...campaign, k: {public: 11, team: 1}});
  const app = appOn(store);
  const token = await tokenFor(store, campaign.id, 'results');
  const send = async (clair: string, members: Partial<Payload> = {}, id: string = randomUUID()): Promise<string> => {
    await post(app, [plainItem({id, payload: answered({answers: {clair}, ...members})})]);
    return id;
  };
  const told = async (query = '') => {
    const {received, counted, questions} = await resultsOf(app, token, query);
    const {bien, moyen, mal} = questions['clair']?.cells ?? {};
    return {received, counted, clair: [bien, moyen, mal]};
  };
  return {send, told, fresh: () => resultsOf(appOn(store), token)};
}

const paper = (replaces?: string): Partial<Payload> => ({mode: 'paper', ...(replaces === undefined ? {} : {replaces})});
const rated = (rater: string, replaces?: string): Partial<Payload> => ({
  rating: {dossier: 'd', document: 'lettre', documentVersion: '1', rater, round: 'own'},
  ...(replaces === undefined ? {} : {replaces}),
});

test('a sheet entered anew takes the place of the first entry in the figures, also in a part of them; both stay received', async (t) => {
  const {send, told, fresh} = await setUp(t);
  const first = await send('bien', paper());
  await send('bien', paper());
  assert.deepEqual(await told(), {received: 2, counted: 2, clair: [2, 0, 0]});
  assert.deepEqual((await told('?mode=paper')).counted, 2);
  const second = await send('moyen', paper(first));
  assert.deepEqual(await told(), {received: 3, counted: 2, clair: [1, 1, 0]});
  assert.deepEqual((await told('?mode=paper')).counted, 2);
  await send('mal', paper(second));
  assert.deepEqual(await told(), {received: 4, counted: 2, clair: [1, 0, 1]});
  assert.equal((await fresh()).counted, 2);
});

test('an answer is taken out once, and one that comes after what replaces it is not counted', async (t) => {
  const {send, told} = await setUp(t);
  const late = randomUUID();
  await send('moyen', paper(late));
  await send('mal', paper(late));
  await send('bien', paper(), late);
  assert.deepEqual(await told(), {received: 3, counted: 2, clair: [0, 1, 1]});
});

test('raters correct their own rating, and nobody another’s; a family takes nothing back', async (t) => {
  const {send, told} = await setUp(t);
  const own = await send('bien', rated('r1'));
  await send('mal', rated('r2', own));
  assert.deepEqual(await told(), {received: 2, counted: 2, clair: [1, 0, 1]});
  await send('moyen', rated('r1', own));
  assert.deepEqual(await told(), {received: 3, counted: 2, clair: [0, 1, 1]});
  const family = await send('bien');
  await send('mal', {replaces: family});
  const itself = randomUUID();
  await send('bien', paper(itself), itself);
  await send('bien', {mode: 'paper', replaces: 'x'});
  assert.deepEqual(await told(), {received: 7, counted: 6, clair: [3, 1, 2]});
});
