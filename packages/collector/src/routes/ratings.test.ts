import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Payload} from '@ppgp/schema';
import {TODAY, answered, appOn, ask, campaign, codeOf, openStore, plainItem, post, register, tokenFor} from '../collector.kit.js';

interface Given {
  format: string;
  ratings: {id: string; day: string; payload: Payload}[];
}

/** A rating as a device sends it. */
function ratingItem(rater: string, {version = 'v1', document = 'flyer', i1 = 'yes', round = 'own'} = {}) {
  const rating = {dossier: 'd', document, documentVersion: version, rater, round: round as 'own' | 'agreed'};
  return plainItem({payload: answered({answers: {i1}, rating})});
}

async function aCampaign(t: Parameters<typeof openStore>[0]) {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const token = await tokenFor(store, campaign.id, 'rate');
  const of = (query: string, other = token): Promise<Response> =>
    ask(app, 'GET', `/v1/campaigns/${campaign.id}/ratings${query}`, {token: other});
  return {store, app, of};
}

test('a rater reads the others only once their own rating is stored', async (t) => {
  const {app, of} = await aCampaign(t);
  const items = [ratingItem('r-b'), ratingItem('r-c', {i1: 'no'}), plainItem()];
  await post(app, items);
  const before = await of('?document=flyer&rater=r-a');
  assert.deepEqual([before.status, await codeOf(before)], [403, 'forbidden']);
  const own = ratingItem('r-a');
  await post(app, [own]);
  const after = (await (await of('?document=flyer&rater=r-a')).json()) as Given;
  assert.equal(after.format, 'ppgp-ratings/1');
  assert.deepEqual(
    after.ratings.map(({id, day, payload}) => [id, day, payload.rating?.rater, payload.answers['i1']]),
    [
      [items[0]?.id, TODAY, 'r-b', 'yes'],
      [items[1]?.id, TODAY, 'r-c', 'no'],
      [own.id, TODAY, 'r-a', 'yes'],
    ],
  );
});

test('only the versions that this rater has rated are given, and only this document', async (t) => {
  const {app, of} = await aCampaign(t);
  await post(app, [ratingItem('r-a'), ratingItem('r-b', {version: 'v2'}), ratingItem('r-b', {document: 'lettre'}), ratingItem('r-b')]);
  const {ratings} = (await (await of('?document=flyer&rater=r-a')).json()) as Given;
  assert.deepEqual(
    ratings.map(({payload}) => [payload.rating?.rater, payload.rating?.document, payload.rating?.documentVersion]),
    [
      ['r-a', 'flyer', 'v1'],
      ['r-b', 'flyer', 'v1'],
    ],
  );
});

test('what was settled together is no rating of one’s own', async (t) => {
  const {app, of} = await aCampaign(t);
  await post(app, [ratingItem('agreed', {round: 'agreed'}), ratingItem('r-b')]);
  assert.equal((await of('?document=flyer&rater=agreed')).status, 403);
});

test('a rating that is sent again takes the place of the one before', async (t) => {
  const {app, of} = await aCampaign(t);
  await post(app, [ratingItem('r-a', {i1: 'no'})]);
  await post(app, [ratingItem('r-a', {i1: 'yes'})]);
  const {ratings} = (await (await of('?document=flyer&rater=r-a')).json()) as Given;
  assert.deepEqual(
    ratings.map(({payload}) => payload.answers['i1']),
    ['yes'],
  );
});

test('answers that are no ratings, whatever they hold, are passed over', async (t) => {
  const {app, of} = await aCampaign(t);
  const odd = ['null', '[]', '7', '{"rating": 5}', '{"rating": {"document": {"a": 1}}}', 'no JSON', ''].map((payload) =>
    plainItem({payload}),
  );
  await post(app, [...odd, ratingItem('r-a')]);
  const {ratings} = (await (await of('?document=flyer&rater=r-a')).json()) as Given;
  assert.equal(ratings.length, 1);
});

test('a token that rates is needed, of this campaign; a document and a rater are named', async (t) => {
  const {store, of} = await aCampaign(t);
  assert.equal((await of('?document=flyer&rater=r-a', 'wrong')).status, 401);
  assert.equal((await of('?document=flyer&rater=r-a', await tokenFor(store, campaign.id, 'results'))).status, 403);
  assert.equal((await of('?document=flyer&rater=r-a', await tokenFor(store, 'other', 'rate'))).status, 403);
  assert.deepEqual([(await of('?document=flyer')).status, (await of('')).status], [422, 422]);
});
