import assert from 'node:assert/strict';
import {once} from 'node:events';
import {existsSync, writeFileSync} from 'node:fs';
import {createServer, request, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {LIMITS} from '@ppgp/protocol';
import {campaign, openStore, register, temporaryFolder} from './collector.kit.js';
import {runCommandLine} from './command-line.js';
import {readRun} from './run-file.js';
import {serve, type ServeOptions} from './serve.js';
import {StartError} from './store/answer-store.js';

async function serving(t: TestContext, options: Partial<ServeOptions> = {}) {
  const data = options.data ?? temporaryFolder(t);
  const running = await serve({data, host: '127.0.0.1', port: 0, origins: [], ...options});
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= running.close());
  t.after(close);
  return {...running, data, close};
}

const HELP = ['help'];
const LIST = ['campaign', 'list'];

test('the caller’s own routes are served beside the collector’s', async (t) => {
  const {url} = await serving(t, {extra: (app) => app.get('/*', (context) => context.text(`page ${context.req.path}`))});
  const page = await fetch(`${url}/examples/`);
  assert.equal(await page.text(), 'page /examples/');
  assert.equal(page.headers.get('X-Content-Type-Options'), 'nosniff');
  assert.deepEqual(await (await fetch(`${url}/healthz`)).json(), {status: 'ok'});
});

test('a body that is too large is answered with a 413 over a real connection, its length told or not', async (t) => {
  const {url} = await serving(t);
  const large = Buffer.alloc(2 * LIMITS.serverBytes, ' ');
  for (const headers of [{}, {'Transfer-Encoding': 'chunked'}]) {
    const sent = request(`${url}/v1/answers`, {method: 'POST', headers: {'Content-Type': 'application/json', ...headers}});
    sent.end(large);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    assert.equal(response.statusCode, 413);
    response.resume();
    await once(response, 'end');
  }
});

test('a port that is taken is said in a sentence, and the data are let go', async (t) => {
  const first = await serving(t);
  const data = temporaryFolder(t);
  const port = Number(new URL(first.url).port);
  await assert.rejects(
    serve({data, host: '127.0.0.1', port, origins: []}),
    (error) => error instanceof StartError && error.message.includes(`port ${port}`),
  );
  await openStore(t, {folder: data});
  assert.equal((await fetch(`${first.url}/healthz`)).status, 200);
});

test('a collector on every address is reached on this machine’s own', async (t) => {
  const {url, data} = await serving(t, {host: '0.0.0.0'});
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal(readRun(data)?.url, url);
});

test('only who knows the secret of the run is given commands', async (t) => {
  const {url, data} = await serving(t);
  const run = readRun(data);
  assert.equal(run?.pid, process.pid);
  const command = async (headers: Record<string, string>, body: unknown): Promise<Response> =>
    fetch(`${url}/_cli`, {method: 'POST', headers: {'Content-Type': 'application/json', ...headers}, body: JSON.stringify(body)});
  for (const Authorization of ['', 'Bearer wrong', `Bearer ${run?.key}x`, String(run?.key)]) {
    assert.equal((await command({Authorization}, {name: 'campaign list'})).status, 401);
  }
  const right = {Authorization: `Bearer ${run?.key}`};
  assert.deepEqual(await (await command(right, {name: 'campaign list'})).json(), {output: 'No campaign is registered.', exitCode: 0});
  for (const body of [null, [], {name: 7}, {name: 'token create', campaign: {}}, {name: '__proto__'}]) {
    const answer = (await (await command(right, body)).json()) as {exitCode: number};
    assert.equal(answer.exitCode, 2);
  }
});

test('closing takes run.json away and finishes what is under way', async (t) => {
  const {data, store, close} = await serving(t);
  await register(store);
  assert.ok(existsSync(join(data, 'run.json')));
  await close();
  assert.ok(!existsSync(join(data, 'run.json')));
  assert.deepEqual(await runCommandLine(LIST, {folder: data}), {output: campaign.id, exitCode: 0});
});

test('a run.json left behind is not believed when something else answers there', async (t) => {
  const folder = temporaryFolder(t);
  for (const [status, body] of [
    [200, '<!doctype html>'],
    [200, '{"ok":true}'],
    [200, 'null'],
    [401, '{"title":"Unauthorized"}'],
    [404, ''],
  ] as const) {
    const foreign = createServer((_request, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
    await once(foreign, 'listening');
    const {port} = foreign.address() as AddressInfo;
    writeFileSync(join(folder, 'run.json'), JSON.stringify({url: `http://127.0.0.1:${port}`, pid: 1, key: 'x'}));
    assert.deepEqual(await runCommandLine(LIST, {folder}), {output: 'No campaign is registered.', exitCode: 0});
    foreign.close();
    foreign.closeAllConnections();
  }
  for (const text of ['', '{', 'null', '{"url":1}']) {
    writeFileSync(join(folder, 'run.json'), text);
    assert.equal((await runCommandLine(LIST, {folder})).exitCode, 0);
  }
});

test('data in use by a collector that does not answer are said to be in use', async (t) => {
  const folder = temporaryFolder(t);
  await openStore(t, {folder});
  const {output, exitCode} = await runCommandLine(LIST, {folder});
  assert.equal(exitCode, 1);
  assert.match(output, /in use by another collector/);
});

const misused: Record<string, string[]> = {
  'Unknown command: tokens': ['tokens'],
  'Unknown command: token drop': ['token', 'drop'],
  '--campaign takes the id': ['token', 'create', '--role', 'admin'],
  'takes the id of a campaign': ['token', 'create', '--role', 'admin', '--campaign', 'Tarn 2026'],
  '--role takes one of': ['token', 'create', '--campaign', 'tarn'],
  '--label takes a short text': ['token', 'create', '--campaign', 'tarn', '--role', 'rate', '--label', 'a\nb'],
  '--label is missing': ['token', 'revoke', '--campaign', 'tarn'],
  'takes the name of a file': ['campaign', 'put'],
  'Too many words': ['campaign', 'list', 'all'],
  "Unknown option '--rôle'": ['token', 'create', '--rôle', 'admin'],
};
for (const [sentence, args] of Object.entries(misused)) {
  test(`"${args.join(' ').replace('\n', ' ')}" is told what is wrong and how to ask, with exit code 2`, async (t) => {
    const {output, exitCode} = await runCommandLine(args, {folder: temporaryFolder(t)});
    assert.equal(exitCode, 2);
    assert.ok(output.includes(sentence), output);
    assert.match(output, /Usage:/);
  });
}

test('help needs no data', async (t) => {
  const folder = join(temporaryFolder(t), 'none');
  for (const args of [HELP, [], ['--help'], ['token', '--help']]) {
    const {output, exitCode} = await runCommandLine(args, {folder});
    assert.equal(exitCode, 0);
    assert.match(output, /^Usage:/);
  }
  assert.ok(!existsSync(folder));
});

test('a campaign’s file that cannot be taken is told why, with exit code 1', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'campaign.json');
  const put = async (text?: string): Promise<string> => {
    if (text !== undefined) writeFileSync(file, text);
    const {output, exitCode} = await runCommandLine(['campaign', 'put', file], {folder});
    assert.equal(exitCode, 1);
    return output;
  };
  assert.match(await put(), /no such file/);
  assert.match(await put('{'), /not JSON/);
  assert.match(await put(JSON.stringify({...campaign, opens: 'demain'})), /not valid:\n {2}opens: /);
  assert.match(await put(JSON.stringify({...campaign, definition: {instrument: 'inconnu'}})), /definition\.instrument: /);
  writeFileSync(file, JSON.stringify(campaign));
  assert.equal((await runCommandLine(['campaign', 'put', file], {folder})).output, `Campaign "${campaign.id}" created.`);
  assert.equal((await runCommandLine(['campaign', 'put', file], {folder})).output, `Campaign "${campaign.id}" replaced.`);
  assert.match(
    await put(JSON.stringify({...campaign, definition: {...campaign.definition, title: 'Autre'}})),
    /give this one a new version/,
  );
});

test('tokens with one label are revoked together, and nothing else', async (t) => {
  const folder = temporaryFolder(t);
  const create = (label: string) => runCommandLine(['token', 'create', '--campaign', 'tarn', '--role', 'rate', '--label', label], {folder});
  const outputs = [await create('équipe'), await create('équipe'), await create('autre')].map(({output}) => output);
  assert.equal(new Set(outputs).size, 3);
  const revoke = (label: string) => runCommandLine(['token', 'revoke', '--campaign', 'tarn', '--label', label], {folder});
  assert.equal((await revoke('équipe')).output, '2 tokens revoked.');
  assert.equal((await revoke('équipe')).exitCode, 1);
  assert.equal((await revoke('autre')).output, '1 token revoked.');
});
