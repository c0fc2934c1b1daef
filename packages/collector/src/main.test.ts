import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {existsSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {request, type IncomingMessage} from 'node:http';
import {join} from 'node:path';
import {test} from 'node:test';
import type {PlainItem, Receipt} from '@ppgp/protocol';
import {answered, batchOf, campaign, hashOf, openStore, plainItem, register, temporaryFolder} from './collector.kit.js';
import {runCommandLine} from './command-line.js';
import {runToEnd, startCollector} from './process.kit.js';
import {openSqliteStore} from './store/sqlite-store.js';

const ROUNDS = 3;
/** Requests under way at any moment, so that every kill falls into some of them. */
const LANES = 8;

const tokenIn = (output: string): string => output.trim().split(/\s+/).at(-1) ?? '';

async function deliver(url: string, item: PlainItem): Promise<boolean> {
  const response = await fetch(`${url}/v1/answers`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(batchOf([item])),
  });
  const [result] = ((await response.json()) as Receipt).results;
  return result?.hash === item.hash;
}

async function withCampaign(folder: string): Promise<void> {
  const store = await openSqliteStore(folder);
  await register(store);
  await store.close();
}

test('nothing that was acknowledged is lost when the process is killed, and nothing is stored twice', {timeout: 60_000}, async (t) => {
  const folder = temporaryFolder(t);
  await withCampaign(folder);
  const acknowledged = new Set<string>();
  const unsure: PlainItem[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const collector = await startCollector(t, folder);
    const killAt = acknowledged.size + 10 * round;
    let end: Promise<unknown> | undefined;
    const lane = async (): Promise<void> => {
      while (end === undefined) {
        const item = unsure.pop() ?? plainItem({payload: answered({salt: randomUUID()})});
        // Whatever a kill leaves without a receipt is sent again in the next round.
        if (await deliver(collector.url, item).catch(() => false)) acknowledged.add(item.hash);
        else unsure.push(item);
        if (acknowledged.size >= killAt) end ??= collector.end('SIGKILL');
      }
    };
    await Promise.all(Array.from({length: LANES}, lane));
    await end;
  }
  const store = await openStore(t, {folder});
  const kept = (await store.answers(campaign.id, 0, 10_000)).map(({payload}) => hashOf(payload));
  assert.equal(new Set(kept).size, kept.length);
  assert.deepEqual(
    [...acknowledged].filter((hash) => !kept.includes(hash)),
    [],
  );
  const others = new Set(unsure.map(({hash}) => hash));
  assert.deepEqual(
    kept.filter((hash) => !acknowledged.has(hash) && !others.has(hash)),
    [],
  );
  assert.ok(acknowledged.size >= 10 * ROUNDS);
});

test('a second collector on the same data refuses with a sentence; the first goes on until it is told to stop', async (t) => {
  const folder = temporaryFolder(t);
  await withCampaign(folder);
  const first = await startCollector(t, folder);
  const second = await runToEnd('main', [], {PPGP_DATA: folder, PORT: '0'});
  assert.equal(second.exitCode, 1);
  assert.equal(second.stdout, '');
  assert.match(second.stderr, /^The data in .* is in use by another collector\. Stop it, or name another folder with PPGP_DATA\.\n$/);
  assert.ok(await deliver(first.url, plainItem()));
  const {exitCode, stderr} = await first.end('SIGINT');
  assert.equal(exitCode, 0);
  assert.equal(stderr, '');
  assert.ok(!existsSync(join(folder, 'run.json')));
  const store = await openStore(t, {folder});
  assert.equal((await store.answers(campaign.id, 0, 10)).length, 1);
});

test('commands are run by the collector that runs, and by themselves when none does', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(temporaryFolder(t), 'campaign.json');
  writeFileSync(file, JSON.stringify(campaign));
  const collector = await startCollector(t, folder);
  const {mode} = statSync(join(folder, 'run.json'));
  assert.equal(mode & 0o777, 0o600);

  const created = await runCommandLine(['token', 'create', '--campaign', campaign.id, '--role', 'admin'], {folder});
  assert.equal(created.exitCode, 0);
  const read = async (url: string, token: string): Promise<number> => {
    const response = await fetch(`${url}/v1/campaigns/${campaign.id}/results`, {headers: {Authorization: `Bearer ${token}`}});
    await response.arrayBuffer();
    return response.status;
  };
  assert.equal(await read(collector.url, tokenIn(created.output)), 404);
  assert.deepEqual(await runCommandLine(['campaign', 'put', file], {folder}), {output: `Campaign "${campaign.id}" created.`, exitCode: 0});
  assert.equal(await read(collector.url, tokenIn(created.output)), 200);

  await collector.end('SIGKILL');
  assert.ok(existsSync(join(folder, 'run.json')));
  const alone = await runCommandLine(['token', 'create', '--campaign', campaign.id, '--role', 'results'], {folder});
  assert.equal(alone.exitCode, 0);
  assert.deepEqual(await runCommandLine(['campaign', 'list'], {folder}), {output: campaign.id, exitCode: 0});
  assert.deepEqual(await runCommandLine(['token', 'revoke', '--campaign', campaign.id, '--label', 'admin'], {folder}), {
    output: '1 token revoked.',
    exitCode: 0,
  });

  const again = await startCollector(t, folder);
  assert.equal(await read(again.url, tokenIn(alone.output)), 200);
  assert.equal(await read(again.url, tokenIn(created.output)), 401);
});

test('the command line is a program: the token is the last word of its output, mistakes go to the other', async (t) => {
  const env = {PPGP_DATA: temporaryFolder(t)};
  const created = await runToEnd('cli', ['token', 'create', '--campaign', 'tarn', '--role', 'results'], env);
  assert.equal(created.exitCode, 0);
  assert.equal(created.stderr, '');
  assert.match(tokenIn(created.stdout), /^[A-Za-z0-9_-]{43}$/);
  const misused = await runToEnd('cli', ['token', 'create', '--campaign', 'tarn', '--role', 'boss'], env);
  assert.equal(misused.exitCode, 2);
  assert.equal(misused.stdout, '');
  assert.match(misused.stderr, /--role takes one of rate, results, export, admin/);
});

/** A request as a browser behind a proxy would send it, from an address of its own where the system has one. */
async function send(url: string, path: string, headers: Record<string, string>, body: string | Buffer): Promise<IncomingMessage> {
  const sent = request(`${url}${path}`, {
    method: 'POST',
    headers,
    ...(process.platform === 'linux' ? {localAddress: '127.0.0.2'} : {}),
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response;
}

test('neither disk nor log ever holds an address, a browser, a token or, in the log, an answer', async (t) => {
  const folder = temporaryFolder(t);
  await withCampaign(folder);
  const {output} = await runCommandLine(['token', 'create', '--campaign', campaign.id, '--role', 'admin'], {folder});
  const token = tokenIn(output);
  const collector = await startCollector(t, folder);
  const traces = {
    'Content-Type': 'application/json',
    'User-Agent': 'Canary-Browser/1.0',
    'X-Forwarded-For': '203.0.113.77',
    Forwarded: 'for=203.0.113.77',
    Referer: 'https://canary-page.example/',
    Authorization: `Bearer ${token}`,
  };
  const item = plainItem({payload: answered({answers: {clair: 'bien', mot: 'canary-words'}})});
  const statuses = [];
  for (const [path, body] of [
    ['/v1/answers', JSON.stringify(batchOf([item]))],
    ['/v1/answers', JSON.stringify(batchOf([{...item, payload: 'canary-words'}]))],
    ['/v1/answers', '{"canary-words":'],
    ['/v1/answers', '{"protocol":"canary-words"}'],
    ['/v1/campaigns/canary-words', '{}'],
    ['/canary-words', ''],
  ] as const) {
    statuses.push((await send(collector.url, path, traces, body)).statusCode);
  }
  assert.deepEqual(statuses, [200, 200, 400, 422, 405, 404]);
  const onDisk = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
  assert.match(onDisk, /canary-words/);
  assert.doesNotMatch(onDisk, /Canary-Browser|203\.0\.113\.77|canary-page|127\.0\.0\.2/);
  assert.ok(!onDisk.includes(token));
  const {exitCode, stdout, stderr} = await collector.end('SIGTERM');
  assert.equal(exitCode, 0);
  assert.equal(stdout, `ready ${collector.url}/\n`);
  assert.equal(stderr, '');
});
