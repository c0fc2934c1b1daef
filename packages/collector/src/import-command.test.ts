import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import type {Item} from '@ppgp/protocol';
import {answered, campaign, hashOf, plainItem, register, temporaryFolder} from './collector.kit.js';
import {runCommandLine} from './command-line.js';
import {serve} from './serve.js';
import {openSqliteStore} from './store/sqlite-store.js';

const fresh = (members: Partial<Item> = {}): Item => plainItem({payload: answered({salt: randomUUID()}), ...(members as object)});

const outboxOf = (items: unknown[], unreadable: unknown[] = []): string =>
  JSON.stringify({format: 'ppgp-outbox/1', exportedOn: '2026-11-21', lib: '0.1.0', items, unreadable}, undefined, 2);
const exported = (item: Item) => ({endpoint: 'https://www.tarn.example/v1/answers', savedDay: item.day, item});

/** A data folder with the campaign, and a file to import beside it. */
async function ready(t: TestContext) {
  const folder = temporaryFolder(t);
  const store = await openSqliteStore(folder);
  await register(store);
  await store.close();
  const path = join(temporaryFolder(t), 'export');
  const importing = (text: string, ...words: string[]) => {
    writeFileSync(path, text);
    return runCommandLine(['import', path, ...words], {folder});
  };
  const kept = async () => {
    const again = await openSqliteStore(folder);
    const answers = await again.wholeAnswers(campaign.id, 0, 10_000);
    await again.close();
    return answers;
  };
  return {folder, importing, kept};
}

test('an outbox’s export is stored byte for byte, once however often it is imported', async (t) => {
  const {importing, kept} = await ready(t);
  const sealed = {...fresh(), kind: 'sealed' as const, keyId: '2026-10', enc: 'BAb_', payload: randomBytes(48).toString('base64url')};
  const items = [
    fresh(),
    {...sealed, hash: hashOf(Buffer.from(sealed.payload, 'base64url'))},
    fresh({payload: '{"mot":"\\u0000 \\ud800 🙂"}'}),
  ];
  items[2] = {...items[2], hash: hashOf(items[2]?.payload ?? '')} as Item;
  const file = outboxOf(items.map(exported));
  assert.deepEqual(await importing(file), {output: '3 answers: 3 stored, 0 stored already, 0 refused.', exitCode: 0});
  assert.deepEqual(await importing(file), {output: '3 answers: 0 stored, 3 stored already, 0 refused.', exitCode: 0});
  assert.deepEqual(
    (await kept()).map(({id, hash, kind, payload}) => ({id, hash, is: hashOf(payload), kind})),
    items.map(({id, hash, kind}) => ({id, hash, is: hash, kind})),
  );
});

test('a collector’s export.ndjson is stored again, under the campaign that is named', async (t) => {
  const {importing, kept} = await ready(t);
  const items = Array.from({length: 450}, () => fresh());
  const lines = items.map(({id, day, version, kind, payload}) => JSON.stringify({id, day, version, kind, flags: ['late'], payload}));
  const file = `${lines.join('\n')}\n`;
  assert.equal((await importing(file, '--campaign', campaign.id)).output, '450 answers: 450 stored, 0 stored already, 0 refused.');
  assert.deepEqual(
    (await kept()).map(({id, hash}) => [id, hash]),
    items.map(({id, hash}) => [id, hash]),
  );
  const unnamed = await importing(`${lines[0]}\n`);
  assert.equal(unnamed.exitCode, 1);
  assert.match(unnamed.output, /^1 answer: 0 stored, 0 stored already, 1 refused\.\n {2}\S+: malformed$/);
});

test('while the collector runs, it stores them', async (t) => {
  const {folder, importing, kept} = await ready(t);
  const running = await serve({data: folder, host: '127.0.0.1', port: 0, origins: []});
  const result = await importing(outboxOf([exported(fresh()), exported(fresh())])).finally(() => running.close());
  assert.deepEqual(result, {output: '2 answers: 2 stored, 0 stored already, 0 refused.', exitCode: 0});
  assert.equal((await kept()).length, 2);
});

test('what is refused is named with its reason, the rest is stored, and the exit code is 1', async (t) => {
  const {importing, kept} = await ready(t);
  const [good, unknown, damaged] = [fresh(), fresh({campaign: 'autre'}), fresh({hash: hashOf('autre')})];
  const conflict = fresh({id: good.id});
  const {output, exitCode} = await importing(
    outboxOf(
      [...[good, unknown, damaged, conflict].map(exported), null, exported({...fresh(), id: 7} as never)],
      [{key: 'parcel/1', value: {}}],
    ),
  );
  assert.equal(exitCode, 1);
  const [first, ...lines] = output.split('\n');
  assert.equal(first, '7 answers: 1 stored, 0 stored already, 6 refused.');
  assert.deepEqual(
    lines.map((line) => line.trim().split(':').slice(0, 2).join(':')).sort(),
    [
      `${unknown.id}: unknown-campaign`,
      `${damaged.id}: damaged`,
      `${good.id}: conflict`,
      'items[4]: cannot be read',
      'unreadable[0]: cannot be read',
      'an answer without an id: no-id',
    ].sort(),
  );
  assert.deepEqual(
    (await kept()).map(({hash}) => hash),
    [good.hash],
  );
});

for (const [name, text] of Object.entries({empty: '[]', 'a picture': '\u0089PNG\r\n', 'another JSON': '{"format":"ppgp-results/1"}'})) {
  test(`a file that is no export is refused (${name})`, async (t) => {
    const {importing} = await ready(t);
    assert.deepEqual(await importing(text), {output: 'The file is neither the export of an outbox nor an export.ndjson.', exitCode: 1});
  });
}

test('a missing file, and a missing name, are said', async (t) => {
  const {folder} = await ready(t);
  assert.match((await runCommandLine(['import', join(folder, 'none')], {folder})).output, /no such file/);
  assert.equal((await runCommandLine(['import'], {folder})).exitCode, 2);
});

test('check finds the data sound, while the collector runs and by itself, and says what it finds', async (t) => {
  const {folder, importing} = await ready(t);
  await importing(outboxOf([exported(fresh())]));
  const sound = {output: 'The data are sound: files, indexes, and the hash of every answer.', exitCode: 0};
  assert.deepEqual(await runCommandLine(['check'], {folder}), sound);
  const running = await serve({data: folder, host: '127.0.0.1', port: 0, origins: []});
  t.after(() => running.close());
  assert.deepEqual(await runCommandLine(['check'], {folder}), sound);
});
