import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {test, type TestContext} from 'node:test';
import {gzipSync} from 'node:zlib';
import {LIMITS} from '@ppgp/protocol';
import {batchOf, campaign, plainItem, register, temporaryFolder} from './collector.kit.js';
import {serve, type ServeOptions} from './serve.js';

const TIMES = {headers: 300, request: 600, check: 50, close: 500};

async function serving(t: TestContext, options: Partial<ServeOptions> = {}) {
  const log: object[] = [];
  const running = await serve({
    data: temporaryFolder(t),
    host: '127.0.0.1',
    port: 0,
    origins: [],
    log: (entry) => log.push(entry),
    ...options,
  });
  t.after(() => running.close());
  await register(running.store);
  const {port} = new URL(running.url);
  const kept = async (): Promise<number> => (await running.store.answers(campaign.id, 0, 1000)).length;
  return {...running, log, port: Number(port), kept};
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** All that comes back until the other side closes. */
async function readAll(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString('latin1')));
  // A connection that is reset is no success either: what came before it is what was said.
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('close', resolve));
  return text;
}

const HEAD = 'POST /v1/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

test('who sends headers or a body drop by drop is cut off, and others are served meanwhile', {timeout: 30_000}, async (t) => {
  const {url, port, kept} = await serving(t, {times: TIMES});
  const slow = await Promise.all(Array.from({length: 20}, () => open(port)));
  slow.forEach((socket, i) => socket.write(i % 2 === 0 ? 'POST /v1/answers HTTP/1.1\r\nHo' : `${HEAD}Content-Length: 1000\r\n\r\n{"pro`));
  const ends = slow.map(readAll);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  for (const text of await Promise.all(ends)) assert.doesNotMatch(text, /^HTTP\/1\.1 2/);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  assert.equal(await kept(), 0);
});

test('a body of exactly 1 MiB is read, one byte more is not', async (t) => {
  const {url, kept} = await serving(t);
  const post = (bytes: number): Promise<Response> => {
    const item = JSON.stringify(batchOf([plainItem()]));
    const body = `${item.slice(0, -1)},"filler":"${'x'.repeat(bytes - item.length - 12)}"}`;
    assert.equal(Buffer.byteLength(body), bytes);
    return fetch(`${url}/v1/answers`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
  };
  assert.equal((await post(LIMITS.serverBytes)).status, 200);
  assert.equal((await post(LIMITS.serverBytes + 1)).status, 413);
  assert.equal(await kept(), 1);
});

test('a compressed bomb is refused without being opened', async (t) => {
  const {url, kept} = await serving(t);
  const bomb = gzipSync(Buffer.alloc(64 * LIMITS.serverBytes, ' '));
  for (const encoding of ['gzip', 'deflate', 'br', 'x-gzip', 'gzip, identity']) {
    const headers = {'Content-Type': 'application/json', 'Content-Encoding': encoding};
    assert.equal((await fetch(`${url}/v1/answers`, {method: 'POST', headers, body: bomb})).status, 415);
  }
  assert.equal(await kept(), 0);
});

const body = JSON.stringify(batchOf([plainItem()]));
const length = Buffer.byteLength(body);
const RAW: Record<string, string> = {
  'two lengths': `${HEAD}Content-Length: ${length}\r\nContent-Length: 5\r\n\r\n${body}`,
  'a length and chunks': `${HEAD}Content-Length: ${length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  'a negative length': `${HEAD}Content-Length: -1\r\n\r\n${body}`,
  'chunks without an end': `${HEAD}Transfer-Encoding: chunked\r\n\r\n${length.toString(16)}\r\n${body}`,
  'a header of 100 kB': `${HEAD}X-Long: ${'x'.repeat(100_000)}\r\n\r\n`,
  '5,000 headers': `${HEAD}${Array.from({length: 5000}, (_, i) => `X-${i}: 1\r\n`).join('')}\r\n`,
  'no host': 'GET /healthz HTTP/1.1\r\n\r\n',
  'a control character in a header': `GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n`,
  'no HTTP at all': '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n',
  'a path upwards': 'GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a path upwards, written otherwise': 'GET /f/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a host as the path': 'GET //evil.example/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a path that is no URL': 'GET /v1/campaigns/%ff%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a host that is none': 'GET /v1/campaigns/x HTTP/1.1\r\nHost: [::z\r\nConnection: close\r\n\r\n',
  '`__proto__` as a campaign': 'GET /v1/campaigns/__proto__ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a second request hidden in the first': `GET /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\nPOST /v1/answers HTTP/1.1\r\nHost: x\r\n\r\n`,
};

test('tricks with headers and paths are never answered with a success, keep nothing and stop nothing', {timeout: 60_000}, async (t) => {
  const {url, port, log, kept} = await serving(t, {times: TIMES});
  for (const [trick, bytes] of Object.entries(RAW)) {
    const socket = await open(port);
    const reply = readAll(socket);
    socket.write(bytes, 'latin1');
    assert.doesNotMatch(await reply, /^HTTP\/1\.1 2/m, trick);
    assert.equal((await fetch(`${url}/healthz`)).status, 200, trick);
  }
  assert.equal(await kept(), 0);
  assert.deepEqual(
    log.filter((entry) => JSON.stringify(entry).includes('internal')),
    [],
  );
});
