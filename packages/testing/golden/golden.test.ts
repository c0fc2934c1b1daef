import assert from 'node:assert/strict';
import {copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {memoryStore} from '@ppgp/browser-store/memory';
import {createApp, openSqliteStore} from '@ppgp/collector';
import type {Parcel} from '@ppgp/outbox';
import {PROTOCOL, proves, readBatch, readReceipt, type Batch, type Receipt} from '@ppgp/protocol';
import {settle, type Campaign, type Definition, type Payload, type Questionnaire, type Results} from '@ppgp/schema';
import {parseCampaign, parseDefinition, parseOverlay, parseResults, readForeign} from '@ppgp/schema/validate';
import {readPayload} from '@ppgp/session';
import {Drafts} from '../../outbox/src/drafts.js';
import {readParcel} from '../../outbox/src/parcel.js';
import {Simulation} from '../../outbox/src/simulation/simulation.kit.js';
import {version} from '../../../scripts/build/stamp.mjs';
import {assertStill} from './still.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const releases = readdirSync(folder, {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('what a release stores and sends', () => {
  it('is written down for the version of this tree (npm run release:golden)', () => assert.ok(releases.includes(version())));
});

for (const release of releases) {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, release, name), 'utf8'));
  const numbered = (kind: 'batch' | 'receipt') => {
    const names = readdirSync(join(folder, release)).filter((name) => name.startsWith(`${kind}-`));
    assert.ok(names.length > 0);
    return names.sort();
  };
  const pairs = (): {batch: Batch; receipt: Receipt}[] =>
    numbered('batch').map((name) => ({batch: json(name) as Batch, receipt: json(name.replace('batch', 'receipt')) as Receipt}));
  const campaign = json('campaign.json') as Campaign;
  const asked = settle(campaign.definition as Questionnaire, campaign);

  describe(`what ${release} stored and sent is understood today`, () => {
    it('every parcel on a device is read, delivered as it was saved, and let go (mode 63)', async () => {
      const records = json('parcels.json') as [key: string, parcel: Parcel][];
      assert.ok(records.length > 0);
      for (const [, value] of records) assert.deepEqual(readParcel(value), value);
      const simulation = new Simulation();
      await simulation.disk.commit(records.map(([key, value]) => ({put: key, value})));
      simulation.open().outbox.sendNow();
      await simulation.run();
      assert.deepEqual(simulation.collector.breaches, []);
      for (const [, {endpoint, item}] of records) {
        assert.deepEqual(
          simulation.collector.find(item.id).map(({payload, campaign: of}) => ({payload, of})),
          [{payload: item.payload, of: item.campaign}],
        );
        assert.ok(simulation.collector.requests.some(({url, ids}) => url === endpoint && ids.includes(item.id)));
      }
      assert.deepEqual(await simulation.disk.page('', {limit: 100}), []);
    });

    it('every item of a batch is taken, or refused as it was', () => {
      for (const {batch, receipt} of pairs()) {
        const read = readBatch(batch);
        assert.ok(read.ok);
        for (const [index, one] of read.items.entries()) {
          if (one.ok) assert.deepEqual(one.item, batch.items[index]);
          else assertStill({id: one.id, status: 'rejected', code: one.code}, receipt.results[index]);
        }
      }
    });

    it('every result of a receipt is read, and proves what it proved', () => {
      for (const {batch, receipt} of pairs()) {
        const results = readReceipt(receipt);
        assert.equal(results?.size, batch.items.length);
        for (const item of batch.items) {
          const said = receipt.results.find(({id}) => id === item.id);
          assert.deepEqual(results?.get(item.id), said);
          assert.equal(proves(results?.get(item.id), item), said?.status === 'stored' || said?.status === 'duplicate');
        }
      }
    });

    it('every payload is read as it was', () => {
      const payloads = json('payloads.json') as {payload: string; reading: object}[];
      assert.ok(payloads.length > 0);
      for (const {payload, reading} of payloads) assertStill(readPayload(asked, JSON.parse(payload) as Payload), reading);
    });

    for (const kind of ['questionnaire', 'grid', 'board']) {
      it(`its ${kind} is a definition, to a collector and to an element`, () => {
        const definition = json(`${kind}.json`) as Definition;
        assert.equal(definition.kind, kind);
        assert.deepEqual(parseDefinition(definition), definition);
        assert.deepEqual(readForeign(definition), {value: definition, ignored: []});
      });
    }

    for (const name of ['campaign', 'campaign-of-instrument', 'campaign-public']) {
      it(`its ${name} is a campaign, to a collector and to an element`, () => {
        const one = json(`${name}.json`);
        assert.deepEqual(parseCampaign(one), one);
        assert.deepEqual(readForeign(one), {value: one, ignored: []});
      });
    }

    it('its overlay is words in another language', () => {
      assert.deepEqual(parseOverlay(json('overlay.json')), json('overlay.json'));
    });

    it('its results are figures', () => {
      assert.deepEqual(parseResults(json('results.json')), json('results.json'));
    });

    it('an unfinished answer on a device is found again, until its day is over', async () => {
      const records = json('drafts.json') as [key: string, {hour: number; text: string}][];
      assert.ok(records.length > 0);
      const store = memoryStore();
      await store.commit(records.map(([key, value]) => ({put: key, value})));
      for (const [key, {hour, text}] of records) {
        const draftAt = (hours: number) => new Drafts(store, () => hours * 3_600_000).read(key.replace('draft/', ''));
        assert.equal(await draftAt(hour + 23), text);
        assert.equal(await draftAt(hour + 24), undefined);
      }
    });

    it('its database is opened, has the same figures, and still knows what it holds', async (t) => {
      const app = await collectorOn(t, join(folder, release, 'answers.db'));
      const results = async () => {
        const response = await app.request(`/v1/campaigns/${campaign.id}/results`, {headers: {Authorization: 'Bearer golden'}});
        assert.equal(response.status, 200);
        return (await response.json()) as Results;
      };
      assertStill(await results(), json('results.json'));
      for (const {batch, receipt} of pairs()) {
        const response = await app.request('/v1/answers', {
          method: 'POST',
          headers: {'Content-Type': 'application/json'},
          body: JSON.stringify(batch),
        });
        const now = (await response.json()) as Receipt;
        assert.deepEqual([now.protocol, now.storeEpoch], [PROTOCOL, receipt.storeEpoch]);
        const then = receipt.results.map((result) => (result.status === 'stored' ? {...result, status: 'duplicate'} : result));
        assertStill(now.results, then);
      }
      assert.equal((await results()).received, (json('results.json') as Results).received);
    });
  });
}

/** Today's collector on a copy of a database file. */
async function collectorOn(t: TestContext, file: string) {
  const data = mkdtempSync(join(tmpdir(), 'ppgp-golden-'));
  copyFileSync(file, join(data, 'answers.db'));
  const store = await openSqliteStore(data);
  t.after(async () => {
    await store.close();
    rmSync(data, {recursive: true});
  });
  return createApp({store, clock: {today: () => '2026-11-21'}, random: (count) => new Uint8Array(count), origins: []});
}
