// @ts-check
/** The golden files of a collector: its replies, its figures and its database file, on a fixed day, with a fixed epoch. */
import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from '@photostructure/sqlite';
import {createApp, openSqliteStore} from '@ppgp/collector';

const TODAY = '2026-11-21';
/** Opens the figures of the golden databases, and nothing else. */
export const TOKEN = 'golden';
const EPOCH = 'golden';

/** Always the library that package-lock.json pins, never Node's own: the file names the SQLite that wrote it. */
const driver = {
  version: String(new DatabaseSync(':memory:').prepare('SELECT sqlite_version() AS version').get()?.['version']),
  /** @param {string} path @param {{timeout: number}} options */
  open: (path, options) => new DatabaseSync(path, options),
};

/**
 * A collector with one campaign, on an embedded store of its own.
 * @param {import('@ppgp/schema').Campaign} campaign @param {import('@ppgp/schema').Definition} definition
 */
export async function openCollector(campaign, definition) {
  const folder = mkdtempSync(join(tmpdir(), 'ppgp-golden-'));
  const path = join(folder, 'answers.db');
  await (await openSqliteStore(folder, {driver})).close();
  onDatabase(path, `UPDATE meta SET value = '${EPOCH}' WHERE name = 'storeEpoch'`);
  const store = await openSqliteStore(folder, {driver});
  await store.register(campaign, definition, TODAY);
  const hash = createHash('sha256').update(TOKEN).digest('base64url');
  await store.addToken(hash, {campaign: campaign.id, role: 'results', label: 'golden', day: TODAY});
  const app = createApp({store, clock: {today: () => TODAY}, random: (count) => new Uint8Array(count), origins: []});

  /** @param {string} path @param {RequestInit} [init] */
  async function ask(path, init) {
    const response = await app.request(path, init);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
    return text;
  }
  const headers = {'Content-Type': 'application/json'};
  return {
    /** @param {string} body */
    post: (body) => ask('/v1/answers', {method: 'POST', headers, body}),
    campaign: () => ask(`/v1/campaigns/${campaign.id}`),
    results: () => ask(`/v1/campaigns/${campaign.id}/results`, {headers: {Authorization: `Bearer ${TOKEN}`}}),
    /** Closes the collector and gives its database file, without what its life left in free pages. */
    async file() {
      await store.close();
      onDatabase(path, 'VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
      const bytes = readFileSync(path);
      rmSync(folder, {recursive: true});
      return bytes;
    },
  };
}

/** @param {string} path @param {string} sql */
function onDatabase(path, sql) {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}
