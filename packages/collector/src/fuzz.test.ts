import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LIMITS, PROTOCOL, readReceipt} from '@ppgp/protocol';
import fc from 'fast-check';
import {TODAY, answered, appOn, ask, campaign, hashOf, openStore, plainItem, register} from './collector.kit.js';

/** Requests; the nightly run sets more. */
const RUNS = Number(process.env['PPGP_FUZZ'] ?? 3000);
const SEED = Number(process.env['PPGP_SEED'] ?? 61);

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '__proto__',
    'constructor',
    null,
    true,
    -1,
    1e21,
    [],
    {},
    '\u0000',
    '\uD83D',
    '🥐',
    TODAY,
    campaign.id,
    'x'.repeat(300),
  ),
  fc.jsonValue({maxDepth: 2}),
);
const members = ['id', 'campaign', 'version', 'day', 'hash', 'kind', 'payload', 'enc', 'keyId', 'previousId', '__proto__', 'extra'];

/** An item as a device makes it, some of it spoilt. */
const item = fc
  .record({
    payload: fc.oneof(fc.constant(answered()), fc.string({unit: 'binary'}), fc.json()),
    spoilt: fc.dictionary(fc.constantFrom(...members), odd, {maxKeys: 2}),
    isSealed: fc.boolean(),
  })
  .map(({payload, spoilt, isSealed}): unknown => {
    const bytes = Buffer.from(payload);
    const sealed = {kind: 'sealed', keyId: '2026-10', enc: 'BAAA', payload: bytes.toString('base64url'), hash: hashOf(bytes)};
    return {...plainItem({payload: bytes.toString()}), ...(isSealed ? sealed : {}), ...spoilt};
  });

const request = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({protocol: fc.constant(PROTOCOL), items: fc.array(item, {maxLength: 4})}).map((body) => JSON.stringify(body)),
  },
  {weight: 1, arbitrary: fc.record({protocol: odd, items: odd}).map((body) => JSON.stringify(body))},
  {weight: 1, arbitrary: fc.string({unit: 'binary'})},
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.record({protocol: fc.constant(PROTOCOL), items: fc.array(item, {maxLength: 2})}), fc.nat(), fc.nat(255))
      .map(([body, at, byte]) => {
        const text = JSON.stringify(body);
        const place = at % text.length;
        return text.slice(0, place) + String.fromCharCode(byte) + text.slice(place + 1);
      }),
  },
);

test(
  `of ${RUNS} requests, most of them spoilt, none is a crash and none is acknowledged that is not stored as it came (modes 57, 58)`,
  {timeout: 170_000},
  async (t) => {
    const store = await openStore(t);
    await register(store);
    const log: object[] = [];
    const app = appOn(store, {log: (entry) => log.push(entry)});
    const seen = {ok: 0, refused: 0, acknowledged: 0};
    await fc.assert(
      fc.asyncProperty(request, async (body) => {
        const response = await ask(app, 'POST', '/v1/answers', {body});
        assert.ok(response.status === 200 || (response.status >= 400 && response.status < 500), String(response.status));
        if (response.status !== 200) {
          seen.refused += 1;
          assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
          return;
        }
        seen.ok += 1;
        const sent = (JSON.parse(body) as {items: {id: string; hash?: unknown; campaign?: unknown}[]}).items;
        const results = readReceipt(await response.json());
        assert.equal(results?.size, sent.length);
        const acknowledged = sent.filter(({id}) => results.get(id)?.hash !== undefined);
        const hashes = await store.hashes(acknowledged.map(({id}) => ({campaign: campaign.id, id})));
        acknowledged.forEach(({id, hash}, i) => {
          seen.acknowledged += 1;
          assert.deepEqual([results.get(id)?.hash, hashes[i]], [hash, hash]);
        });
      }),
      {numRuns: RUNS, seed: SEED, endOnFailure: true},
    );
    assert.deepEqual(log, []);
    assert.ok(seen.ok > RUNS / 4 && seen.refused > RUNS / 20 && seen.acknowledged > RUNS / 4, JSON.stringify(seen));
    assert.deepEqual(await store.faults('whole'), []);
    // All that was stored has the hash it was acknowledged with: bytes as they came.
    const {length} = await store.answers(campaign.id, 0, 100_000);
    assert.ok(length > 0 && length <= LIMITS.serverItems * RUNS);
  },
);
