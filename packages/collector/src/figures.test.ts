import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {test} from 'node:test';
import fc from 'fast-check';
import {TODAY, answered, campaign, hashOf, openStore, register} from './collector.kit.js';
import {Figures} from './figures.js';
import type {Filter} from './filter.js';
import type {KeptAnswer} from './store/answer-store.js';

const FILTERS: Filter[] = [
  new Map(),
  ...Object.entries({
    territory: 'albi',
    lang: 'ar',
    mode: 'kiosk',
    version: '2',
    week: '2026-W47',
    source: 'x',
    wave: 'x',
    'q.clair': 'bien',
    'q.sujets': 'aide',
  }).map((one) => new Map([one])),
  new Map([
    ['territory', 'albi'],
    ['mode', 'web'],
  ]),
];

const payload = fc.record({
  answers: fc.record({clair: fc.constantFrom('bien', 'moyen', 'mal'), sujets: fc.subarray(['sommeil', 'aide'])}),
  lang: fc.constantFrom('fr', 'ar'),
  mode: fc.constantFrom('web' as const, 'kiosk' as const),
  territory: fc.constantFrom('albi', 'castres'),
});

test('figures kept and read on are those counted anew, narrowed by anything, also after an erasure', async (t) => {
  const store = await openStore(t);
  await register(store);
  const kept = new Figures(store);
  const days = ['2026-10-01', '2026-11-15', TODAY];
  for (const [round, day] of days.entries()) {
    const answers = fc.sample(payload, {numRuns: 40, seed: round}).map((members, i): KeptAnswer => {
      const bytes = Buffer.from(answered(members));
      return {
        campaign: campaign.id,
        id: randomUUID(),
        version: String(1 + (i % 2)),
        day,
        received: day,
        kind: 'plain',
        hash: hashOf(bytes),
        payload: bytes,
      };
    });
    await store.keep(answers);
    if (round === 2) assert.equal(await store.erase(campaign.id, '2026-11-01'), 40);
    const registered = await store.campaign(campaign.id);
    assert.ok(registered);
    for (const filter of FILTERS) {
      const fresh = await new Figures(store).of(registered, filter, TODAY);
      assert.deepEqual(await kept.of(registered, filter, TODAY), fresh, JSON.stringify([...filter]));
    }
  }
  const registered = await store.campaign(campaign.id);
  assert.equal(registered && (await kept.of(registered, new Map(), TODAY)).received, 80);
});

test('others are served while a large campaign is counted', async (t) => {
  const store = await openStore(t);
  await register(store);
  const bytes = Buffer.from(answered());
  const one = {
    campaign: campaign.id,
    version: '1',
    day: TODAY,
    received: TODAY,
    kind: 'plain',
    hash: hashOf(bytes),
    payload: bytes,
  } as const;
  await store.keep(Array.from({length: 1600}, () => ({...one, id: randomUUID()})));
  const registered = await store.campaign(campaign.id);
  assert.ok(registered);
  let breaths = 0;
  let isCounting = true;
  const breathe = (): unknown => isCounting && setImmediate(() => ((breaths += 1), breathe()));
  breathe();
  const {received} = await new Figures(store).of(registered, new Map(), TODAY);
  isCounting = false;
  assert.deepEqual([received, breaths >= 3], [1600, true]);
});
