import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startFaultProxy, type FaultProxy} from './fault-proxy.js';

const receipt = '{"results":[{"id":"1","status":"stored","hash":"sha256-uU0nuZNNPgilLlLX2n2r-sSE7-N6U4DukIj3rOLvzek"}]}';

describe('the fault proxy', () => {
  let collector: Server;
  let target: string;
  let reached: string[];
  let proxy: FaultProxy;
  const post = (body = '{"items":[]}') => fetch(`${proxy.url}/v1/answers`, {method: 'POST', body});

  before(async () => {
    collector = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        reached.push(`${request.method} ${request.url} ${body}`);
        response.setHeader('content-type', 'application/json').end(receipt);
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    target = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  });
  after(() => void collector.close());
  beforeEach(async () => {
    reached = [];
    proxy = await startFaultProxy(target);
  });
  afterEach(() => proxy.close());

  it('hands everything on while no fault is set', async () => {
    assert.equal(await (await post('{"a":1}')).text(), receipt);
    assert.equal((await fetch(`${proxy.url}/page?x=1`)).status, 200);
    assert.deepEqual(reached, ['POST /v1/answers {"a":1}', 'GET /page?x=1 ']);
    assert.deepEqual(
      proxy.posts.map(({body}) => body),
      ['{"a":1}'],
    );
  });

  it('harms answers only', async () => {
    proxy.fault = {kind: 'status', status: 500};
    assert.equal((await fetch(`${proxy.url}/v1/answers`)).status, 200);
    assert.equal((await post()).status, 500);
  });

  for (const kind of ['refuse', 'reset'] as const) {
    it(`${kind}: the page sees a broken connection, the collector nothing`, async () => {
      proxy.fault = {kind};
      await assert.rejects(post(), TypeError);
      assert.deepEqual(reached, []);
    });
  }

  it('lose-reply: the collector has it, the page does not know', async () => {
    proxy.fault = {kind: 'lose-reply'};
    await assert.rejects(post('{"b":2}'), TypeError);
    assert.deepEqual(reached, ['POST /v1/answers {"b":2}']);
  });

  it('answers in the place of the collector: a portal, nothing, a status with a delay', async () => {
    proxy.fault = {kind: 'portal'};
    const portal = await post();
    assert.deepEqual([portal.status, portal.headers.get('content-type')], [200, 'text/html']);
    proxy.fault = {kind: 'no-content'};
    assert.equal((await post()).status, 204);
    proxy.fault = {kind: 'status', status: 503, retryAfter: 7};
    assert.deepEqual(await (await post()).json(), {type: 'about:blank', title: 'Provoked by a test', status: 503, retryAfter: 7});
    assert.deepEqual(reached, []);
  });

  it('wrong-hash: changes the hashes of the receipts alone', async () => {
    proxy.fault = {kind: 'wrong-hash'};
    const {results} = (await (await post()).json()) as {results: {status: string; hash: string}[]};
    assert.deepEqual(results, [{id: '1', status: 'stored', hash: `sha256-${'A'.repeat(43)}`}]);
  });

  it('silence: the request arrives and waits until the page gives up', async () => {
    proxy.fault = {kind: 'silence'};
    const seen = proxy.nextPost();
    const patience = new AbortController();
    const asked = fetch(`${proxy.url}/v1/answers`, {method: 'POST', body: 'x', signal: patience.signal});
    assert.equal((await seen).body, 'x');
    patience.abort();
    await assert.rejects(asked, {name: 'AbortError'});
  });

  it('hold: waits until it is released', async () => {
    proxy.fault = {kind: 'hold'};
    const seen = proxy.nextPost();
    const asked = post();
    await seen;
    assert.deepEqual(reached, []);
    proxy.release();
    assert.equal((await asked).status, 200);
  });

  it('a reply is told once it has gone, not when the request has come', async () => {
    proxy.fault = {kind: 'hold'};
    const seen = proxy.nextPost();
    let replied = false;
    const reply = proxy.nextReply().then(() => (replied = true));
    const asked = post();
    await seen;
    assert.equal(replied, false);
    proxy.release();
    await Promise.all([asked, reply]);
    assert.equal(reached.length, 1);
  });

  it('a pulled cable refuses everything until it is plugged in again', async () => {
    await proxy.pull();
    await assert.rejects(post(), TypeError);
    await proxy.plug();
    assert.equal((await post()).status, 200);
  });

  it('a pulled cable cuts the request under way', async () => {
    proxy.fault = {kind: 'hold'};
    const seen = proxy.nextPost();
    const asked = post();
    await seen;
    const cut = assert.rejects(asked, TypeError);
    await proxy.pull();
    await cut;
    assert.deepEqual(reached, []);
  });

  it('breaks off where the collector is gone', async () => {
    const lonely = await startFaultProxy('http://127.0.0.1:1');
    await assert.rejects(fetch(lonely.url), TypeError);
    await lonely.close();
  });
});
