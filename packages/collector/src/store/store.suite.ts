import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {describe, test, type TestContext} from 'node:test';
import {TODAY, campaign, hashOf, register, versioned} from '../collector.kit.js';
import {takeIn} from '../intake.js';
import {StoreError, type AnswerStore, type KeptAnswer} from './answer-store.js';
import type {Row} from './sql.js';

/** Somewhere to open a store again and again; empty at first. */
export interface Place {
  open(): Promise<AnswerStore>;
  /** Reads or changes the data behind the store's back. */
  sql(text: string): Promise<Row[]>;
}

export const answer = (members: Partial<KeptAnswer> = {}): KeptAnswer => {
  const payload = members.payload ?? Buffer.from(`{"n":"${randomUUID()}"}`);
  return {
    campaign: campaign.id,
    id: randomUUID(),
    version: '1',
    day: TODAY,
    received: TODAY,
    kind: 'plain',
    hash: hashOf(payload),
    payload,
    ...members,
  };
};

const payloadsOf = async (store: AnswerStore): Promise<Buffer[]> =>
  (await store.answers(campaign.id, 0, 100_000)).map(({payload}) => Buffer.from(payload));

/** What every store promises. `place` is asked once a test, and clears up after it. */
export function runStoreSuite(name: string, place: (t: TestContext) => Promise<Place>, {skip = false}: {skip?: string | false} = {}): void {
  async function opened(t: TestContext): Promise<AnswerStore> {
    const store = await (await place(t)).open();
    t.after(() => store.close());
    await register(store);
    return store;
  }

  describe(name, {skip}, () => {
    test('every column of an answer survives a restart, byte for byte', async (t) => {
      const here = await place(t);
      const payload = Buffer.from(Uint8Array.from({length: 256}, (_, index) => index));
      const sealed = answer({
        kind: 'sealed',
        payload,
        enc: 'BAb_-9',
        keyId: '2026-10',
        previousId: randomUUID(),
        version: 'été 2026',
        day: '2026-11-19',
      });
      const before = await here.open();
      await register(before);
      assert.deepEqual(await before.keep([sealed, answer({payload: new Uint8Array()})]), ['stored', 'stored']);
      await before.close();

      const after = await here.open();
      t.after(() => after.close());
      assert.equal(after.epoch, before.epoch);
      const [row] = await here.sql(`SELECT * FROM answers WHERE id = '${sealed.id}'`);
      const {keyId, previousId, ...columns} = sealed;
      assert.deepEqual(
        {...row, row: Number(row?.['row']), payload: Buffer.from(row?.['payload'] as Uint8Array)},
        {...columns, row: 1, key_id: keyId, previous_id: previousId},
      );
      assert.deepEqual(await payloadsOf(after), [payload, Buffer.alloc(0)]);
      const [first, second, ...more] = await after.wholeAnswers(campaign.id, 0, 10);
      assert.deepEqual({...first, payload: Buffer.from(first?.payload ?? [])}, {...sealed, row: 1});
      assert.deepEqual(
        (await after.wholeAnswers(campaign.id, 1, 10)).map(({row}) => row),
        [second?.row],
      );
      assert.deepEqual(more, []);
    });

    test('64 copies at once of each of 1,000 answers are stored once, and each copy is told so (mode 51)', async (t) => {
      const store = await opened(t);
      const counts = {stored: 0, duplicate: 0};
      for (let round = 0; round < 20; round += 1) {
        const batch = Array.from({length: 50}, () => answer());
        const copies = Array.from({length: 64}, (_, turn) => store.keep([...batch.slice(turn % 50), ...batch.slice(0, turn % 50)]));
        for (const outcome of (await Promise.all(copies)).flat()) {
          assert.ok(outcome === 'stored' || outcome === 'duplicate', outcome);
          counts[outcome] += 1;
        }
      }
      assert.deepEqual(counts, {stored: 1000, duplicate: 63_000});
      assert.equal((await store.answers(campaign.id, 0, 2000)).length, 1000);
    });

    test('the same id with another content is a conflict, and the first content stays (mode 60)', async (t) => {
      const store = await opened(t);
      const first = answer();
      const forged = answer({id: first.id});
      assert.deepEqual(await store.keep([first, forged, first]), ['stored', 'conflict', 'duplicate']);
      assert.deepEqual(await store.keep([forged]), ['conflict']);
      assert.deepEqual((await payloadsOf(store)).map(hashOf), [first.hash]);
    });

    test('a replay 400 days later is still a duplicate (mode 61)', async (t) => {
      const store = await opened(t);
      const one = answer();
      assert.deepEqual(await store.keep([one]), ['stored']);
      await store.keep(Array.from({length: 500}, () => answer()));
      assert.deepEqual(await store.keep([{...one, received: '2027-12-26'}]), ['duplicate']);
      assert.equal((await store.answers(campaign.id, 0, 1000)).length, 501);
    });

    test('a known id under another campaign is another answer', async (t) => {
      const store = await opened(t);
      await register(store, {...campaign, id: 'autre'});
      const one = answer();
      assert.deepEqual(await store.keep([one, {...one, campaign: 'autre'}, {...one, campaign: 'aucune'}]), [
        'stored',
        'stored',
        'unknown-campaign',
      ]);
    });

    test('each batch of those that arrive together has its own outcomes, in its order', async (t) => {
      const store = await opened(t);
      const [one, two, three] = [answer(), answer({campaign: 'inconnue'}), answer()];
      const outcomes = await Promise.all([store.keep([one]), store.keep([two, three]), store.keep([one]), store.keep([])]);
      assert.deepEqual(outcomes, [['stored'], ['unknown-campaign', 'stored'], ['duplicate'], []]);
    });

    test('an answer that cannot be written does not take its batch of 50 along, wherever it stands (mode 58)', async (t) => {
      const store = await opened(t);
      for (let bad = 0; bad < 50; bad += 1) {
        const batch = Array.from({length: 50}, () => answer());
        const unwritable = batch.map((one, index) => (index === bad ? {...one, kind: 'torn' as 'plain'} : one));
        assert.deepEqual(
          await store.keep(unwritable),
          batch.map((_, index) => (index === bad ? 'failed' : 'stored')),
        );
        assert.deepEqual(
          await store.keep(batch),
          batch.map((_, index) => (index === bad ? 'stored' : 'duplicate')),
        );
      }
    });

    test('every code point, NUL and halves of pairs among them, is kept byte for byte (mode 57)', async (t) => {
      const store = await opened(t);
      const step = 0x1000;
      const texts = Array.from({length: 0x110000 / step}, (_, page) =>
        Array.from({length: step}, (_, index) => String.fromCodePoint(page * step + index)).join(''),
      );
      // As the wire has them: a half of a pair has no bytes of its own, but may be written as an escape.
      texts.push('{"mot":"\\u0000 \\ud800 \\udfff"}');
      const items = texts.map((payload) => ({
        ok: true as const,
        item: {id: randomUUID(), campaign: campaign.id, version: '1', day: TODAY, kind: 'plain' as const, payload, hash: hashOf(payload)},
      }));
      const results = await takeIn(store, items, TODAY);
      assert.deepEqual(
        results,
        items.map(({item: {id, hash}}) => ({id, status: 'stored', hash})),
      );
      // Bytes that are no text at all.
      const torn = Buffer.from([0, 0xff, 0xed, 0xa0, 0x80, 0]);
      assert.deepEqual(await store.keep([answer({payload: torn})]), ['stored']);
      const kept = await payloadsOf(store);
      assert.deepEqual(kept.slice(0, -1).map(hashOf), texts.map(hashOf));
      assert.deepEqual(kept.at(-1), torn);
    });

    test('closing commits what is under way', async (t) => {
      const here = await place(t);
      const store = await here.open();
      await register(store);
      const kept = store.keep([answer()]);
      await store.close();
      assert.deepEqual(await kept, ['stored']);
      const again = await here.open();
      t.after(() => again.close());
      assert.equal((await again.answers(campaign.id, 0, 10)).length, 1);
    });

    test('answers are read page by page, oldest first, each campaign its own', async (t) => {
      const store = await opened(t);
      await register(store, {...campaign, id: 'autre'});
      const ids = Array.from({length: 5}, () => answer());
      await store.keep(ids.flatMap((one) => [one, {...one, campaign: 'autre'}]));
      const first = await store.answers(campaign.id, 0, 3);
      const rest = await store.answers(campaign.id, first.at(-1)?.row ?? 0, 3);
      assert.deepEqual(
        [...first, ...rest].map(({payload}) => hashOf(payload)),
        ids.map(({hash}) => hash),
      );
    });

    test('whoever reads on while others write misses none and reads none twice', async (t) => {
      const store = await opened(t);
      const written = Array.from({length: 40}, () => Array.from({length: 25}, () => answer()));
      let writing = true;
      const writers = Promise.all(written.map((batch) => store.keep(batch))).finally(() => (writing = false));
      const read: string[] = [];
      let last = 0;
      for (let wasWriting = true; wasWriting;) {
        wasWriting = writing;
        for (let page = await store.answers(campaign.id, last, 7); page.length > 0; page = await store.answers(campaign.id, last, 7)) {
          read.push(...page.map(({payload}) => hashOf(payload)));
          last = page.at(-1)?.row ?? last;
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
      await writers;
      assert.deepEqual(
        read.sort(),
        written
          .flat()
          .map(({hash}) => hash)
          .sort(),
      );
    });

    test('a registered version never changes, whatever the order of its members; settings may', async (t) => {
      const here = await place(t);
      const store = await here.open();
      t.after(() => store.close());
      const [one, two] = [versioned('1'), versioned('2')];
      const shuffled = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
      assert.equal(await store.register(campaign, one, TODAY), 'created');
      assert.equal(await store.register({...campaign, closes: '2026-12-31'}, shuffled, TODAY), 'replaced');
      assert.equal(await store.register(campaign, {...one, title: 'Autre'}, TODAY), 'version-changed');
      assert.equal((await store.campaign(campaign.id))?.campaign.closes, '2026-12-31');
      assert.equal(await store.register(campaign, two, TODAY), 'replaced');
      assert.deepEqual(await store.definitions(campaign.id), [one, two]);
      assert.equal((await store.campaign(campaign.id))?.revision, 3);
      assert.deepEqual(
        (await store.campaigns()).map(({campaign: {id}}) => id),
        [campaign.id],
      );
    });

    test('registrations at the same moment take turns: one creates, and one version wins', async (t) => {
      const store = await (await place(t)).open();
      t.after(() => store.close());
      const titles = ['Un', 'Deux', 'Trois', 'Quatre'];
      const said = await Promise.all(titles.map((title) => store.register(campaign, {...versioned('1'), title}, TODAY)));
      assert.deepEqual(said.toSorted(), ['created', 'version-changed', 'version-changed', 'version-changed']);
      const [definition, ...more] = await store.definitions(campaign.id);
      assert.equal(definition?.title, titles[said.indexOf('created')]);
      assert.deepEqual(more, []);
    });

    test('a token is known by its hash until it is taken away, with those of the same label', async (t) => {
      const store = await opened(t);
      const grant = {campaign: campaign.id, role: 'results', label: 'équipe', day: TODAY} as const;
      await store.addToken('one', grant);
      await store.addToken('two', grant);
      await store.addToken('three', {...grant, label: 'autre'});
      await store.addToken('four', {...grant, label: 'invité', expires: '2026-12-31'});
      assert.deepEqual(await store.grantOf('one'), {campaign: campaign.id, role: 'results', label: 'équipe'});
      assert.equal((await store.grantOf('four'))?.expires, '2026-12-31');
      assert.equal(await store.removeTokens('inconnue', 'équipe'), 0);
      assert.equal(await store.removeTokens(campaign.id, 'équipe'), 2);
      assert.equal(await store.grantOf('one'), undefined);
      assert.equal((await store.grantOf('three'))?.role, 'results');
    });

    test('a note is changed only by who knows what it said', async (t) => {
      const store = await opened(t);
      assert.equal(await store.note(campaign.id, 'archived'), undefined);
      const said = await Promise.all(['a', 'b', 'c'].map((value) => store.setNote(campaign.id, 'archived', value, undefined)));
      assert.equal(said.filter(Boolean).length, 1);
      const winner = ['a', 'b', 'c'][said.indexOf(true)];
      assert.equal(await store.note(campaign.id, 'archived'), winner);
      assert.equal(await store.setNote(campaign.id, 'archived', 'd', 'z'), false);
      assert.equal(await store.setNote(campaign.id, 'archived', 'd', winner), true);
      assert.equal(await store.note(campaign.id, 'archived'), 'd');
      assert.equal(await store.note('autre', 'archived'), undefined);
    });

    test('who did what on which day is written once, the oldest first', async (t) => {
      const store = await opened(t);
      const entry = {campaign: campaign.id, day: '2026-11-21', role: 'results', label: 'équipe', action: 'results'} as const;
      const earlier = {...entry, day: '2026-11-20', role: 'admin', action: 'campaign'} as const;
      for (const one of [entry, earlier, entry, {...entry, campaign: 'autre'}]) await store.addAudit(one);
      assert.deepEqual(await store.audit(campaign.id), [earlier, entry]);
    });

    test('each store has a random name of its own', async (t) => {
      assert.notEqual((await opened(t)).epoch, (await opened(t)).epoch);
    });

    test('sound data have no faults; a changed byte is found, and then nothing more is kept', async (t) => {
      const here = await place(t);
      const store = await here.open();
      t.after(() => store.close());
      await register(store);
      const [good, bad] = [answer(), answer()];
      await store.keep([good, bad]);
      assert.deepEqual(await store.faults('quick'), []);
      assert.deepEqual(await store.faults('whole'), []);
      await here.sql(`UPDATE answers SET hash = '${good.hash}' WHERE id = '${bad.id}'`);
      assert.deepEqual(await store.faults('whole'), [`The answer ${bad.id} of "${campaign.id}" does not match its hash.`]);
      assert.deepEqual(await store.keep([answer()]), ['failed']);
      await assert.rejects(store.health(), (error) => error instanceof StoreError && error.code === 'broken');
    });
  });
}
