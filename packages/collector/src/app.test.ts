import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {ORIGIN, appOn, ask, codeOf, openStore} from './collector.kit.js';
import {StoreError} from './store/answer-store.js';

const REQUESTS = [
  ['GET', '/healthz', 200],
  ['GET', '/v1/answers', 200],
  ['POST', '/v1/answers', 415],
  ['DELETE', '/v1/answers', 405],
  ['GET', '/v1/campaigns/inconnue', 404],
  ['GET', '/v1/campaigns/inconnue/results', 401],
  ['PUT', '/v1/campaigns/inconnue', 401],
  ['PATCH', '/v1/campaigns/inconnue', 405],
  ['POST', '/v1/campaigns/inconnue/results', 405],
  ['GET', '/nothing/here', 404],
  ['GET', '/v1/%ff', 404],
  ['POST', '/_cli', 404],
] as const;

for (const [method, path, status] of REQUESTS) {
  test(`${method} ${path} is a ${status} that an allowed page can read and no other`, async (t) => {
    const app = appOn(await openStore(t));
    const response = await ask(app, method, path, {headers: {Origin: ORIGIN}});
    assert.equal(response.status, status);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), ORIGIN);
    assert.equal(response.headers.get('Access-Control-Expose-Headers'), 'Retry-After');
    assert.equal(response.headers.get('Access-Control-Allow-Credentials'), null);
    assert.match(response.headers.get('Vary') ?? '', /\bOrigin\b/);
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(response.headers.get('Content-Type') ?? '', status === 200 ? /^application\/json/ : /^application\/problem\+json$/);

    const foreign = await ask(app, method, path, {headers: {Origin: 'https://elsewhere.example'}});
    assert.equal(foreign.status, status);
    assert.equal(foreign.headers.get('Access-Control-Allow-Origin'), null);
    assert.match(foreign.headers.get('Vary') ?? '', /\bOrigin\b/);
  });
}

test('a preflight says what an allowed page may send', async (t) => {
  const app = appOn(await openStore(t));
  const response = await ask(app, 'OPTIONS', '/v1/answers', {
    headers: {Origin: ORIGIN, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type'},
  });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), ORIGIN);
  assert.equal(response.headers.get('Access-Control-Allow-Headers'), 'Content-Type,Authorization,Idempotency-Key');
  assert.match(response.headers.get('Access-Control-Allow-Methods') ?? '', /POST/);
  assert.equal(response.headers.get('Access-Control-Max-Age'), '7200');
  assert.match(response.headers.get('Vary') ?? '', /\bOrigin\b/);
});

test('without origins only pages of the same origin read anything', async (t) => {
  const response = await ask(appOn(await openStore(t), {origins: []}), 'GET', '/healthz', {headers: {Origin: ORIGIN}});
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
});

async function appWithFault(t: TestContext, fault: Error, log: object[]) {
  const store = await openStore(t);
  const failing: unknown = Object.create(store, {
    campaign: {value: () => Promise.reject(fault)},
    health: {value: () => Promise.reject(fault)},
  });
  return appOn(failing as typeof store, {log: (entry) => log.push(entry)});
}

test('a mistake of ours is a 500 that tells and logs nothing of what was sent', async (t) => {
  const log: object[] = [];
  const app = await appWithFault(t, new TypeError('cannot read "maman de Zoé"\n    at Zoé (secret.ts:1:1)'), log);
  const response = await ask(app, 'GET', '/v1/campaigns/tarn-avis', {headers: {Origin: ORIGIN}});
  assert.equal(response.status, 500);
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), ORIGIN);
  assert.equal(await codeOf(response), 'internal');
  assert.equal(log.length, 1);
  assert.doesNotMatch(JSON.stringify(log), /Zoé|secret/);
  assert.match(JSON.stringify(log), /TypeError.*app\.test\.ts/);
});

test('health says so when the store cannot be read', async (t) => {
  const app = await appWithFault(t, new StoreError('broken', undefined), []);
  const response = await ask(app, 'GET', '/healthz');
  assert.equal(response.status, 503);
  assert.equal(await codeOf(response), 'unavailable');
});
