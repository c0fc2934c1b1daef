import assert from 'node:assert/strict';
import {test} from 'node:test';
import {BLOCKED_PORTS} from './blocked-ports.js';
import {readSettings} from './settings.js';
import {StartError} from './store/answer-store.js';

test('without settings the collector serves this machine alone, from ./data', () => {
  assert.deepEqual(readSettings({}), {data: './data', host: '127.0.0.1', port: 4180, origins: [], proxies: 0});
});

test('settings are read from the environment', () => {
  const environment = {
    PORT: '0',
    HOST: '0.0.0.0',
    PPGP_DATA: '/srv/ppgp',
    PPGP_ORIGINS: 'https://www.tarn.example, http://localhost:8080 ,',
    PPGP_TRUST_PROXY: '1',
  };
  assert.deepEqual(readSettings(environment), {
    data: '/srv/ppgp',
    host: '0.0.0.0',
    port: 0,
    origins: ['https://www.tarn.example', 'http://localhost:8080'],
    proxies: 1,
  });
});

test('the answers are on a PostgreSQL server where one is named', () => {
  const database = 'postgres://ppgp:secret@localhost/ppgp';
  assert.equal(readSettings({DATABASE_URL: database}).database, database);
});

test('an address of a server that cannot be read is refused without saying the password it may hold', () => {
  assert.throws(
    () => readSettings({DATABASE_URL: 'postgress://ppgp:secret@localhost/ppgp'}),
    (error) => error instanceof StartError && /^DATABASE_URL: /.test(error.message) && !error.message.includes('secret'),
  );
});

for (const [name, value] of Object.entries({
  PORT: '80a',
  'PORT ': '70000',
  'PORT  ': '4190',
  'PORT   ': '6000',
  PPGP_ORIGINS: 'https://www.tarn.example/',
  'PPGP_ORIGINS ': '*',
  DATABASE_URL: 'mysql://localhost/ppgp',
  PPGP_TRUST_PROXY: '127.0.0.1',
})) {
  test(`${name.trim()}=${value} is refused with a sentence that names it`, () => {
    assert.throws(
      () => readSettings({[name.trim()]: value}),
      (error) => error instanceof StartError && error.message.startsWith(name.trim()),
    );
  });
}

test('a port is called blocked only where nothing would answer: `fetch` itself does not ask', async () => {
  for (const port of BLOCKED_PORTS)
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`), ({cause}: Error) => cause instanceof Error && cause.message === 'bad port');
});
