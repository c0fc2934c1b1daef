import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {exportWaiting, forget, redirect, take, waiting as listed, type OutboxExport} from './manage.js';
import {Simulation} from './simulation/simulation.kit.js';
import {MINUTE, SECOND, arrives, fine, noNetwork, records, says, told, waiting} from './simulation/waiting.kit.js';

/** Lets the simulation go on until the work is done. */
async function done<T>(simulation: Simulation, work: Promise<T>): Promise<T> {
  let isDone = false;
  const watched = work.finally(() => (isDone = true));
  watched.catch(() => undefined);
  await simulation.run({ms: MINUTE, until: () => isDone});
  return watched;
}

const elsewhere = 'https://elsewhere.example/v1/answers';

describe('what waits, for a person to see', () => {
  it('is all of it, the oldest first, in this page’s memory only too, and never what was answered', async () => {
    const {simulation, tab, answers} = await waiting(60, {payload: 'secret'});
    const memory = simulation.answer({payload: 'secret'});
    await tab.sendUnsaved(memory);
    const list = await done(simulation, listed(tab.outbox));
    assert.deepEqual(
      list.map(({id, stored}) => [id, stored]),
      [...answers.map(({id}) => [id, true]), [memory.id, false]],
    );
    assert.ok(!JSON.stringify(list).includes('secret'));
    const {id, campaign, endpoint} = answers[0] ?? memory;
    assert.deepEqual(list[0], {id, campaign, endpoint, savedDay: '2026-11-21', state: 'pending', code: undefined, stored: true});
  });

  it('says why an answer is parked', async () => {
    const {simulation, tab} = await waiting(1);
    simulation.weather = says(413);
    tab.outbox.wake();
    await simulation.run({ms: SECOND});
    const [parked] = await done(simulation, listed(tab.outbox));
    assert.deepEqual([parked?.state, parked?.code], ['parked', 'http-413']);
  });

  it('is refused rather than shown as nothing when the store cannot be read', async () => {
    const {simulation} = await waiting(1);
    const {outbox} = simulation.open((_call, name) => (name === 'page' ? 'fails-before' : undefined));
    await assert.rejects(done(simulation, listed(outbox)), /page failed/);
  });
});

/** A device with answers, one in memory, and records of other builds. */
async function full() {
  const {simulation, tab, answers} = await waiting(3);
  const strange: [string, unknown][] = [
    ['parcel/000000000000007/x', {v: 9, sealed: ['é', null, 1.5, true]}],
    ['parcel/000000000000008/y', 'text'],
  ];
  await simulation.disk.commit(strange.map(([put, value]) => ({put, value})));
  const memory = simulation.answer();
  await tab.sendUnsaved(memory);
  return {simulation, tab, answers, memory, strange};
}

describe('an export', () => {
  it('holds everything, byte for byte as it would be sent, also what cannot be read; and changes nothing', async () => {
    const {simulation, tab, answers, memory, strange} = await full();
    const before = await simulation.disk.page('', {limit: 100});
    const exported = await done(simulation, exportWaiting(tab.outbox));
    assert.deepEqual(JSON.parse(JSON.stringify(exported)), exported);
    const {format, exportedOn, lib, items, unreadable} = exported;
    assert.deepEqual([format, exportedOn, lib], ['ppgp-outbox/1', '2026-11-21', '0.0.0-simulated']);
    assert.deepEqual(
      items.map(({endpoint, item}) => [endpoint, item.id, item.payload]),
      [...answers, memory].map(({endpoint, id, payload}) => [endpoint, id, payload]),
    );
    assert.deepEqual(
      unreadable,
      strange.map(([key, value]) => ({key, value})),
    );
    assert.deepEqual(await simulation.disk.page('', {limit: 100}), before);
  });

  it('once forgotten, is gone from the device, and nothing that it does not hold is (I4)', async () => {
    const {simulation, tab} = await full();
    const exported = await done(simulation, exportWaiting(tab.outbox));
    const later = simulation.answer();
    await done(simulation, tab.save(later));
    simulation.saved.clear();
    assert.equal(await done(simulation, forget(tab.outbox, exported)), 6);
    await simulation.run({ms: MINUTE});
    assert.deepEqual(
      (await records(simulation)).map(({item}) => item.id),
      [later.id],
    );
    assert.equal(simulation.note, 1);
    await arrives(simulation, [later]);
  });

  it('leaves what is not in it byte for byte, and what was sent meanwhile', async () => {
    const {simulation, tab, answers} = await waiting(2);
    const exported = await done(simulation, exportWaiting(tab.outbox));
    const [first] = exported.items;
    assert.ok(first);
    first.item.payload += ' ';
    assert.equal(await done(simulation, forget(tab.outbox, exported)), 1);
    assert.deepEqual(
      (await records(simulation)).map(({item}) => item.id),
      [answers[0]?.id],
    );
    simulation.saved.clear();
    await arrives(simulation, answers.slice(0, 1));
    assert.equal(await done(simulation, forget(tab.outbox, exported)), 0);
  });

  it('does not claim to hold what a text cannot carry', async () => {
    const {simulation, tab} = await waiting(0);
    await simulation.disk.commit([{put: 'parcel/000000000000007/x', value: {v: 9, when: new Date(0), of: new Map([[1, 2]])}}]);
    const exported = await done(simulation, exportWaiting(tab.outbox));
    assert.equal(exported.unreadable.length, 1);
    assert.equal(await done(simulation, forget(tab.outbox, exported)), 0);
    assert.equal((await simulation.disk.page('parcel/', {limit: 9})).length, 1);
  });

  it('of one device, taken in by another, gives each answer one effect, though both send it (mode 88)', async () => {
    const {simulation: old, tab, answers} = await waiting(120);
    const exported = JSON.parse(JSON.stringify(await done(old, exportWaiting(tab.outbox)))) as OutboxExport;
    const simulation = new Simulation();
    for (const answer of answers) simulation.given.set(answer.id, answer);
    simulation.weather = noNetwork;
    const next = simulation.open();
    assert.equal(await done(simulation, take(next.outbox, exported)), 120);
    assert.equal(await done(simulation, take(next.outbox, exported)), 120);
    assert.equal((await records(simulation)).length, 120);
    for (const {payload, endpoint} of answers) simulation.collector.receive(endpoint, bodyOf(exported, payload));
    await arrives(simulation, answers);
  });

  it('that is damaged is taken in as far as it is whole, and the number says so', async () => {
    const {simulation: old, tab} = await full();
    const exported = await done(old, exportWaiting(tab.outbox));
    const [one, two, three] = exported.items;
    assert.ok(one && two && three);
    one.item.payload = 'altered';
    two.endpoint = 'javascript:alert(1)';
    three.item.id = 'no-id';
    const simulation = new Simulation();
    simulation.weather = noNetwork;
    const next = simulation.open();
    assert.equal(await done(simulation, take(next.outbox, exported)), 3);
    assert.equal((await simulation.disk.page('parcel/', {limit: 9})).length, 3);
    const counts = await done(simulation, next.outbox.counts());
    assert.deepEqual([counts.pending, counts.unreadable], [1, 2]);
    for (const wrong of [null, {}, {format: 'ppgp-outbox/2', items: []}, 'text']) {
      await assert.rejects(done(simulation, take(next.outbox, wrong as unknown as OutboxExport)), {name: 'OutboxError', reason: 'invalid'});
    }
  });
});

function bodyOf({items}: OutboxExport, payload: string): string {
  const item = items.find((each) => each.item.payload === payload)?.item;
  return JSON.stringify({protocol: 'reponses/1', sentAt: '2026-11-21T10:00:00Z', client: {lib: '0'}, items: [item]});
}

describe('redirecting by hand', () => {
  it('sends these answers elsewhere from now on, parked or not, with the bytes they have, and no others', async () => {
    const {simulation, tab, answers} = await waiting(3);
    simulation.weather = says(400);
    tab.outbox.wake();
    await simulation.run({ms: SECOND});
    assert.equal(told(simulation, 'parked').length, 3);
    simulation.weather = ({url}, arrive) => (url === elsewhere ? arrive() : {status: 404, body: ''});
    const ids = answers.slice(0, 2).map(({id}) => id);
    assert.equal(await done(simulation, redirect(tab.outbox, ids, elsewhere)), 2);
    await simulation.run({ms: MINUTE});
    assert.deepEqual(
      [...simulation.collector.answers.values()].map(({id}) => id),
      ids,
    );
    assert.deepEqual(
      (await records(simulation)).map(({item, endpoint}) => [item.id, endpoint]),
      [[answers[2]?.id, answers[2]?.endpoint]],
    );
    await arrives(simulation, answers);
  });

  it('goes for what only this page’s memory has, and refuses what is no address', async () => {
    const simulation = new Simulation();
    simulation.weather = noNetwork;
    const tab = simulation.open();
    const answer = simulation.answer();
    await tab.sendUnsaved(answer);
    await simulation.run({ms: MINUTE});
    await assert.rejects(done(simulation, redirect(tab.outbox, [answer.id], 'mailto:a@b.example')), {
      name: 'OutboxError',
      reason: 'invalid',
    });
    assert.equal(await done(simulation, redirect(tab.outbox, [answer.id], elsewhere)), 1);
    simulation.weather = fine;
    await simulation.run({ms: MINUTE});
    assert.deepEqual(
      simulation.collector.requests.map(({url}) => url),
      [elsewhere],
    );
  });
});
