import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import type {Receipt} from '@ppgp/protocol';
import type {Questionnaire} from '@ppgp/schema';
import {
  appOn,
  ask,
  batchOf,
  campaign,
  codeOf,
  definition,
  openStore,
  plainItem,
  post,
  problemOf,
  register,
  resultsOf,
  tokenFor,
  hashOf,
} from './collector.kit.js';
import {badItems, badRequests, oddPayloads} from './hard-input.kit.js';
import {readStored} from './reading.js';

for (const {input, body, headers, status, code} of badRequests) {
  test(`${input}: ${status} ${code}, and nothing is kept`, async (t) => {
    const store = await openStore(t);
    await register(store);
    const response = await ask(appOn(store), 'POST', '/v1/answers', {body, ...(headers === undefined ? {} : {headers})});
    assert.equal(response.status, status);
    assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
    const problem = await problemOf(response);
    assert.equal(problem.type, `urn:ppgp:problem:${code}`);
    assert.match(problem.title, /^[A-Z].+/);
    assert.deepEqual(await store.answers(campaign.id, 0, 10), []);
  });
}

for (const {input, item, result, code} of badItems) {
  test(`${input}: ${result} ${code}, and what comes with it is stored`, async (t) => {
    const store = await openStore(t);
    await register(store);
    const good = plainItem();
    const [bad, stored] = await post(appOn(store), [item, good]);
    assert.deepEqual([bad?.status, bad?.code], [result, code]);
    assert.equal(stored?.status, 'stored');
    assert.equal((await store.answers(campaign.id, 0, 10)).length, 1);
  });
}

for (const {input, payload, flags} of oddPayloads) {
  test(`${input}: kept as it came, ${flags.length === 0 ? 'without a flag' : `flagged ${flags.join(', ')}`}`, async (t) => {
    const store = await openStore(t);
    await register(store);
    const app = appOn(store);
    const [result] = await post(app, [plainItem({payload, hash: hashOf(payload)})]);
    assert.equal(result?.status, 'stored');
    const [answer] = await store.answers(campaign.id, 0, 10);
    assert.ok(answer);
    assert.equal(Buffer.from(answer.payload).toString(), Buffer.from(payload).toString());
    assert.deepEqual(readStored(answer, {newest: definition, byVersion: new Map([['1', definition]])}).flags, flags);
    const {received, flags: counted = {}} = await resultsOf(app, await tokenFor(store, campaign.id, 'results'));
    assert.equal(received, 1);
    assert.deepEqual(
      Object.keys(counted)
        .filter((flag) => (counted[flag] ?? 0) > 0)
        .sort(),
      [...flags].sort(),
    );
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  });
}

test('a batch of every odd payload gives figures in which each good answer counts', async (t) => {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const response = await ask(app, 'POST', '/v1/answers', {
    body: batchOf(oddPayloads.map(({payload}) => plainItem({payload, hash: hashOf(payload)}))),
  });
  assert.ok(((await response.json()) as Receipt).results.every(({status}) => status === 'stored'));
  const {received, questions} = await resultsOf(app, await tokenFor(store, campaign.id, 'results'));
  assert.equal(received, oddPayloads.length);
  const telling = oddPayloads.filter(({flags}) => !flags.includes('incomplete')).length;
  assert.equal(questions['clair']?.cells['bien'], telling);
});

test('a campaign whose questions name a board that is not there is a 422 with the place', async (t) => {
  const store = await openStore(t);
  const token = await tokenFor(store, campaign.id, 'admin');
  const strange: Questionnaire = {...definition, questions: [{id: 'a', type: 'multiple', label: 'A', choices: {board: 'nulle-part'}}]};
  const response = await ask(appOn(store), 'PUT', `/v1/campaigns/${campaign.id}`, {token, body: {...campaign, definition: strange}});
  assert.equal(response.status, 422);
  const problem = await problemOf(response.clone());
  assert.equal(await codeOf(response), 'invalid');
  assert.deepEqual(
    problem.errors?.map(({path, code}) => `${path} ${code}`),
    ['definition.questions[0].choices.board unknown-board'],
  );
});

test('the documentation tells of each of these inputs, with its code', () => {
  const text = readFileSync(new URL('../../../docs/bad-input.md', import.meta.url), 'utf8');
  for (const {input, status, code} of badRequests) assert.ok(text.includes(`| ${input} | ${status} | \`${code}\` |`), input);
  for (const {input, result, code} of badItems) assert.ok(text.includes(`| ${input} | ${result} | \`${code}\` |`), input);
  for (const {input, flags} of oddPayloads)
    assert.ok(text.includes(`| ${input} | stored | ${flags.map((flag) => `\`${flag}\``).join(', ') || '–'} |`), input);
});
