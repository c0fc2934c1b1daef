import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {FAULTS, startFaultProxy, type Fault, type FaultProxy} from './fault-proxy.js';

const receipt = {
  protocol: 'reponses/1',
  results: [{id: '1', status: 'stored', hash: 'sha256-uU0nuZNNPgilLlLX2n2r-sSE7-N6U4DukIj3rOLvzek'}],
};
const body = '{"items":[{"id":"1","payload":"{\\"abc\\":1}"}]}';

/** What the page sees of one post under a fault: an error's name, or the status and body. */
interface Seen {
  error?: string;
  status?: number;
  headers?: Headers;
  text?: string;
}

describe('the kinds of faults', () => {
  let collector: Server;
  let target: string;
  let reached: string[];
  let arrival: (() => void) | undefined;
  let proxy: FaultProxy;

  async function post(fault: Fault): Promise<Seen> {
    proxy.fault = fault;
    try {
      const reply = await fetch(`${proxy.url}/v1/answers`, {method: 'POST', body, redirect: 'error'});
      return {status: reply.status, headers: reply.headers, text: await reply.text()};
    } catch (error) {
      return {error: (error as Error).name};
    }
  }
  const named = (name: string): Promise<Seen> => {
    const fault = FAULTS.get(name);
    assert.ok(fault, name);
    return post(fault);
  };
  const results = ({text}: Seen): object[] => (JSON.parse(text ?? '') as {results: object[]}).results;

  before(async () => {
    collector = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        reached.push(text);
        arrival?.();
        response.setHeader('access-control-allow-origin', '*').setHeader('content-type', 'application/json').end(JSON.stringify(receipt));
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    target = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  });
  after(() => void collector.close());
  beforeEach(async () => {
    reached = [];
    arrival = undefined;
    proxy = await startFaultProxy(target);
  });
  afterEach(() => proxy.close());

  it('are at least twenty-four', () => {
    assert.ok(new Set([...FAULTS.values()].map(({kind}) => kind)).size >= 22);
    assert.ok(FAULTS.size >= 48);
  });

  for (const name of ['refuse', 'reset', 'truncated-head', 'redirect 301', 'redirect 302', 'redirect 307', 'redirect 308']) {
    it(`${name}: no reply for the page, nothing for the collector`, async () => {
      assert.deepEqual(await named(name), {error: 'TypeError'});
      assert.deepEqual(reached, []);
    });
  }

  for (const name of ['lose-reply', 'truncated-body']) {
    it(`${name}: the collector has it, the page has no whole reply (mode 23)`, async () => {
      assert.deepEqual(await named(name), {error: 'TypeError'});
      assert.deepEqual(reached, [body]);
    });
  }

  for (const [name, status] of [['portal', 200], ['foreign-json', 200], ['created', 201], ['no-content', 204]] as const) {
    it(`${name}: ${status} without a word of the collector's (mode 22)`, async () => {
      const seen = await named(name);
      assert.equal(seen.status, status);
      assert.doesNotMatch(seen.text ?? '', /reponses|sha256/);
      assert.deepEqual(reached, []);
    });
  } // prettier-ignore

  for (const [name, fault] of FAULTS) {
    if (fault.kind !== 'status') continue;
    it(`${name}: ${fault.status} with a problem document`, async () => {
      const seen = await post(fault);
      assert.equal(seen.status, fault.status);
      assert.equal(seen.headers?.get('retry-after') ?? undefined, fault.header);
      assert.match(seen.text ?? '', /"title":"Provoked by a test"/);
      assert.deepEqual(reached, []);
    });
  }

  it('wrong-hash, missing-item, extra-item, repeated-item, other-protocol: a receipt that proves nothing', async () => {
    const [result] = receipt.results;
    assert.deepEqual(results(await named('wrong-hash')), [{...result, hash: `sha256-${'A'.repeat(43)}`}]);
    assert.deepEqual(results(await named('missing-item')), []);
    assert.deepEqual(results(await named('extra-item')), [result, {...result, id: '00000000-0000-4000-8000-000000000000'}]);
    assert.deepEqual(results(await named('repeated-item')), [result, result]);
    assert.match((await named('other-protocol')).text ?? '', /"protocol":"reponses\/999"/);
    assert.equal(reached.length, 5);
  });

  it('no-cors: a page of another origin may not read the reply (mode 26)', async () => {
    assert.equal((await named('no-cors')).headers?.get('access-control-allow-origin'), null);
    assert.equal((await named('slow')).headers?.get('access-control-allow-origin'), '*');
  });

  it('what the proxy answers itself can be read from another origin, all but a portal', async () => {
    const allowed = async (name: string): Promise<string | null> => {
      proxy.fault = FAULTS.get(name);
      const reply = await fetch(`${proxy.url}/v1/answers`, {method: 'POST', body, headers: {origin: 'https://www.example'}});
      return reply.headers.get('access-control-allow-origin');
    };
    assert.equal(await allowed('status 503'), 'https://www.example');
    assert.equal(await allowed('created'), 'https://www.example');
    assert.equal(await allowed('portal'), null);
  });

  it('flip: one letter of the payload arrives as another, the JSON stays whole (mode 34)', async () => {
    await named('flip');
    assert.deepEqual(reached, [body.replace('abc', 'bbc')]);
  });

  it('twice: it arrives two times (mode 34)', async () => {
    const both = new Promise<void>((resolve) => (arrival = () => reached.length === 2 && resolve()));
    assert.deepEqual(results(await named('twice')), receipt.results);
    await both;
    assert.deepEqual(reached, [body, body]);
  });

  it('replay: it arrives again after the reply (mode 34)', async () => {
    assert.deepEqual(results(await post({kind: 'replay', ms: 10})), receipt.results);
    await new Promise<void>((resolve) => (reached.length === 2 ? resolve() : (arrival = resolve)));
    assert.deepEqual(reached, [body, body]);
  });

  it('delay, slow: it comes through whole', async () => {
    assert.deepEqual(results(await post({kind: 'delay', ms: 5})), receipt.results);
    assert.deepEqual(results(await post({kind: 'slow', bytesPerSecond: 2_000})), receipt.results);
    assert.deepEqual(reached, [body, body]);
  });

  it('are drawn anew for each post where a function chooses', async () => {
    const drawn: (Fault | undefined)[] = [{kind: 'created'}, undefined];
    proxy.fault = () => drawn.shift();
    const statuses: number[] = [];
    for (let count = 0; count < 2; count++) statuses.push((await fetch(`${proxy.url}/v1/answers`, {method: 'POST', body})).status);
    assert.deepEqual(statuses, [201, 200]);
  });
});
