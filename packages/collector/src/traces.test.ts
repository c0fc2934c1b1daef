import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import type {Receipt} from '@ppgp/protocol';
import {
  answered,
  appOn,
  ask,
  batchOf,
  campaign,
  hashOf,
  openStore,
  plainItem,
  post,
  register,
  temporaryFolder,
  tokenFor,
} from './collector.kit.js';
import {startCollector} from './process.kit.js';
import {openSqliteStore} from './store/sqlite-store.js';

/** Every file of a folder as bytes, one after the other. */
const bytesIn = (folder: string): Buffer => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

test('no address is on the disk or in a log, no content in a log, whatever was asked (mode 79)', {timeout: 60_000}, async (t) => {
  const folder = temporaryFolder(t);
  const store = await openSqliteStore(folder);
  await register(store);
  const token = await tokenFor(store, campaign.id, 'admin');
  await store.close();
  const collector = await startCollector(t, folder, {PPGP_TRUST_PROXY: '1'});
  const addresses = ['203.0.113.77', '2001:db8:77:77::77'];
  const canary = 'mamanDeZoe77';
  const headers = (address: string, more: Record<string, string> = {}) => ({
    'Content-Type': 'application/json',
    'X-Forwarded-For': `198.51.100.9, ${address}`,
    'User-Agent': 'canary77',
    Referer: 'https://canary77.example/',
    ...more,
  });
  for (const address of addresses) {
    const send = (body: string) => fetch(`${collector.url}/v1/answers`, {method: 'POST', headers: headers(address), body});
    const response = await send(JSON.stringify(batchOf([plainItem({payload: answered({answers: {mot: canary}})})])));
    assert.equal(((await response.json()) as Receipt).results[0]?.status, 'stored');
    for (const body of [canary, `{"${canary}":`, JSON.stringify({protocol: canary, items: []}), JSON.stringify(batchOf([{id: canary}]))])
      await send(body);
    const bearer = {Authorization: `Bearer ${token}`};
    for (const path of [
      `/v1/campaigns/${campaign.id}/results?q.mot=${canary}`,
      `/v1/campaigns/${campaign.id}/results?${canary}=1`,
      `/${canary}`,
    ])
      await fetch(`${collector.url}${path}`, {headers: headers(address, bearer)});
    await fetch(`${collector.url}/v1/campaigns/${campaign.id}/results`, {headers: headers(address, {Authorization: `Bearer ${canary}`})});
    const metrics = await (await fetch(`${collector.url}/metrics`)).text();
    assert.ok(!metrics.includes(address) && !metrics.includes(canary));
  }
  const {stdout, stderr} = await collector.end('SIGTERM');
  const disk = bytesIn(folder);
  assert.ok(disk.includes(canary), 'the answer itself is kept');
  for (const trace of [...addresses, '203.0.113', '2001:db8:77', '198.51.100.9', 'canary77', token]) {
    assert.ok(!disk.includes(trace), `${trace} is on the disk`);
    assert.ok(!(stdout + stderr).includes(trace), `${trace} is in a log`);
  }
  assert.ok(!(stdout + stderr).includes(canary));
});

test('who does not know the bytes learns only that an id is taken, and nothing of what it holds (mode 80)', async (t) => {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const item = plainItem({payload: answered({answers: {clair: 'mal'}})});
  await post(app, [item]);
  for (const clair of ['bien', 'moyen']) {
    const guess = plainItem({id: item.id, payload: answered({answers: {clair}})});
    assert.deepEqual(await post(app, [guess]), [{id: item.id, status: 'conflict'}]);
  }
  const pretended = {...plainItem({id: item.id}), hash: item.hash};
  assert.deepEqual(
    (await post(app, [pretended])).map(({status, code}) => [status, code]),
    [['deferred', 'damaged']],
  );
  assert.deepEqual(await post(app, [item]), [{id: item.id, status: 'duplicate', hash: item.hash}]);
});

test('every code point comes out of the export as it went in (mode 57)', async (t) => {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const texts: string[] = [];
  for (let from = 0; from < 0x110000; from += 0x3000) {
    const points = Array.from({length: Math.min(0x3000, 0x110000 - from)}, (_, i) => from + i).filter(
      (point) => point < 0xd800 || point > 0xdfff,
    );
    texts.push(points.map((point) => String.fromCodePoint(point)).join(''));
  }
  const items = texts.map((payload) => plainItem({payload, hash: hashOf(payload)}));
  for (let at = 0; at < items.length; at += 10) {
    const results = await post(app, items.slice(at, at + 10));
    assert.ok(
      results.every(({status}) => status === 'stored'),
      JSON.stringify(results),
    );
  }
  const response = await ask(app, 'GET', `/v1/campaigns/${campaign.id}/export.ndjson`, {
    token: await tokenFor(store, campaign.id, 'export'),
  });
  const payloads = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as {payload: string}).payload);
  assert.deepEqual(payloads.map(hashOf), texts.map(hashOf));
});

test('a clock ten years back refuses, erases and hides nothing (mode 66)', async (t) => {
  const store = await openStore(t);
  await register(store, {...campaign, opens: '2026-01-01', closes: '2026-12-31', keepDays: 10});
  const [item, token] = [plainItem(), await tokenFor(store, campaign.id, 'results')];
  await post(appOn(store), [item]);
  const back = appOn(store, {clock: {today: () => '2016-11-21'}});
  assert.deepEqual(
    (await post(back, [item, plainItem()])).map(({status}) => status),
    ['duplicate', 'stored'],
  );
  const results = (await (await ask(back, 'GET', `/v1/campaigns/${campaign.id}/results`, {token})).json()) as {received: number};
  assert.equal(results.received, 2);
});
