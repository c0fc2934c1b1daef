import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TODAY, answered, appOn, ask, campaign, hashOf, openStore, plainItem, post, register, tokenFor} from '../collector.kit.js';

const PATH = `/v1/campaigns/${campaign.id}/export.ndjson`;

interface Line {
  id: string;
  payload: string;
  [member: string]: unknown;
}

test('every stored answer is one line, its bytes as they came, and nothing else stands there', async (t) => {
  const store = await openStore(t);
  await register(store, {...campaign, closes: '2026-11-01'});
  const app = appOn(store);
  const odd = ['\uFEFF{"a": 1}', '{"mot":"\u0000\u2028 🥐\\n"}', 'pas du JSON', ''].map((payload) => plainItem({payload}));
  const sealed = {
    ...plainItem(),
    kind: 'sealed',
    keyId: '2026-10',
    enc: 'BAAA',
    payload: 'AAEC',
    hash: hashOf(Buffer.from('AAEC', 'base64url')),
  };
  const items = [plainItem({day: '2026-11-19'}), ...odd, sealed];
  await post(app, items);
  const response = await ask(app, 'GET', PATH, {token: await tokenFor(store, campaign.id, 'export')});
  assert.equal(response.status, 200);
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/x-ndjson/);
  assert.match(response.headers.get('Content-Disposition') ?? '', /^attachment/);
  const bytes = Buffer.from(await response.arrayBuffer());
  const lines = bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  assert.deepEqual(
    lines.map(({id, payload}) => [id, payload]),
    items.map(({id, payload}) => [id, payload]),
  );
  assert.deepEqual(lines[0], {id: items[0]?.id, day: '2026-11-19', version: '1', kind: 'plain', flags: ['late'], payload: answered()});
  assert.deepEqual(lines.at(-1), {
    id: sealed.id,
    day: TODAY,
    version: '1',
    kind: 'sealed',
    flags: [],
    payload: 'AAEC',
    enc: 'BAAA',
    keyId: '2026-10',
  });
});

test('more answers than one page are streamed page by page', async (t) => {
  const store = await openStore(t);
  await register(store);
  const answers = Array.from({length: 1200}, () => {
    const {payload, ...item} = plainItem();
    return {...item, received: TODAY, payload: Buffer.from(payload)};
  });
  await store.keep(answers);
  const response = await ask(appOn(store), 'GET', PATH, {token: await tokenFor(store, campaign.id, 'export')});
  let chunks = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    chunks += 1;
    text += Buffer.from(chunk as Uint8Array).toString();
  }
  assert.equal(chunks, 3);
  assert.deepEqual(
    text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as Line).id),
    answers.map(({id}) => id),
  );
});

test('a campaign without answers is an empty file', async (t) => {
  const store = await openStore(t);
  await register(store);
  const response = await ask(appOn(store), 'GET', PATH, {token: await tokenFor(store, campaign.id, 'admin')});
  assert.deepEqual([response.status, await response.text()], [200, '']);
});
