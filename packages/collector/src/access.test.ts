import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {test} from 'node:test';
import {TODAY, appOn, ask, campaign, openStore, problemOf, register, temporaryFolder, tokenFor} from './collector.kit.js';
import {runCommandLine} from './command-line.js';
import {hashToken, mintToken} from './tokens.js';

const PATH = `/v1/campaigns/${campaign.id}`;

test('a token is good until its last day, included', async (t) => {
  const store = await openStore(t);
  await register(store);
  const token = mintToken(randomBytes);
  await store.addToken(hashToken(token), {campaign: campaign.id, role: 'results', label: 'prestataire', day: TODAY, expires: '2026-11-30'});
  const on = (day: string) => ask(appOn(store, {clock: {today: () => day}}), 'GET', `${PATH}/results`, {token});
  assert.equal((await on('2026-11-30')).status, 200);
  const late = await on('2026-12-01');
  assert.equal(late.status, 401);
  assert.match((await problemOf(late)).detail ?? '', /expired/);
});

test('who did what is written down by day, once, with nothing that was read or sent', async (t) => {
  const store = await openStore(t);
  await register(store);
  const app = appOn(store);
  const [results, admin] = [await tokenFor(store, campaign.id, 'results'), await tokenFor(store, campaign.id, 'admin')];
  for (let i = 0; i < 3; i += 1) await ask(app, 'GET', `${PATH}/results?territory=albi`, {token: results});
  await ask(app, 'PUT', PATH, {token: admin, body: campaign});
  await ask(app, 'GET', `${PATH}/export.ndjson`, {token: admin});
  await ask(app, 'GET', `${PATH}/export.ndjson`, {token: results});
  assert.deepEqual((await store.audit(campaign.id)).map(({day, role, label, action}) => [day, role, label, action].join(' ')).sort(), [
    `${TODAY} admin admin campaign-put`,
    `${TODAY} admin admin export`,
    `${TODAY} results results results`,
  ]);
});

test('the command line lists tokens without showing them, and writes down what it did', async (t) => {
  const folder = temporaryFolder(t);
  const run = async (...args: string[]): Promise<string> => {
    const {output, exitCode} = await runCommandLine(args, {folder});
    assert.equal(exitCode, 0, output);
    return output;
  };
  const made = await run(
    'token',
    'create',
    '--campaign',
    'tarn',
    '--role',
    'export',
    '--label',
    'bureau d’étude',
    '--expires',
    '2027-01-31',
  );
  await run('token', 'create', '--campaign', 'autre', '--role', 'rate', '--expires', '2020-01-31');
  const list = await run('token', 'list');
  assert.match(
    list,
    /^autre rate "rate", since \d{4}-\d\d-\d\d, expired on 2020-01-31\ntarn export "bureau d’étude", since .*, until 2027-01-31$/,
  );
  assert.ok(!list.includes(made.trim().split(/\s/).at(-1) ?? 'x'));
  assert.match(await run('token', 'list', '--campaign', 'tarn'), /^tarn export/);
  assert.match(await run('audit', '--campaign', 'tarn'), /^\d{4}-\d\d-\d\d token-create admin command line$/);
  assert.equal(await run('audit', '--campaign', 'inconnue'), 'Nothing is written down.');
  for (const day of ['demain', '2027-02-30', '2027-1-1']) {
    assert.equal(
      (await runCommandLine(['token', 'create', '--campaign', 'tarn', '--role', 'rate', '--expires', day], {folder})).exitCode,
      2,
    );
  }
});
