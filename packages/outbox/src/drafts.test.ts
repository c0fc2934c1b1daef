import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {memoryStore, type KeyValueStore} from '@ppgp/browser-store';
import {Drafts, sweepDrafts} from './drafts.js';
import {DRAFTS} from './parcel.js';
import {Simulation} from './simulation/simulation.kit.js';
import {SimulatedClock} from './simulation/simulated-clock.kit.js';

const HOUR = 3_600_000;
/** Half past ten, so that 24 hours later is not the edge of an hour. */
const START = Date.UTC(2026, 10, 21, 10, 30);

function aDevice(): {drafts: Drafts; store: KeyValueStore; clock: SimulatedClock} {
  const store = memoryStore();
  const clock = new SimulatedClock(START);
  return {store, clock, drafts: new Drafts(store, () => clock.now())};
}

const names = async (store: KeyValueStore): Promise<string[]> => (await store.page('', {limit: 1_000})).map(([key]) => key);

describe('drafts on a device', () => {
  it('are kept under their name, the last one in the place of the others', async () => {
    const {drafts} = aDevice();
    assert.equal(await drafts.read('a'), undefined);
    await drafts.keep('a', 'un');
    await drafts.keep('b', 'deux');
    await drafts.keep('a', 'trois');
    assert.equal(await drafts.read('a'), 'trois');
    assert.equal(await drafts.read('b'), 'deux');
  });

  it('say of the time only the hour', async () => {
    const {drafts, store} = aDevice();
    await drafts.keep('a', 'un');
    assert.deepEqual(await store.get(`${DRAFTS}a`), {v: 1, hour: Math.floor(START / HOUR), text: 'un'});
  });

  it('are erased one by one', async () => {
    const {drafts, store} = aDevice();
    await drafts.keep('a', 'un');
    await drafts.keep('b', 'deux');
    await drafts.erase('a');
    assert.equal(await drafts.read('a'), undefined);
    assert.deepEqual(await names(store), [`${DRAFTS}b`]);
  });

  it('are there for 23 hours, and over after 24', async () => {
    const {drafts, clock} = aDevice();
    await drafts.keep('a', 'un');
    clock.jump(23 * HOUR);
    assert.equal(await drafts.read('a'), 'un');
    clock.jump(HOUR);
    assert.equal(await drafts.read('a'), undefined);
  });

  it('begin their 24 hours anew each time they are kept', async () => {
    const {drafts, clock} = aDevice();
    await drafts.keep('a', 'un');
    clock.jump(20 * HOUR);
    await drafts.keep('a', 'deux');
    clock.jump(20 * HOUR);
    assert.equal(await drafts.read('a'), 'deux');
  });

  it('are over where the clock was set back behind them: nobody knows how old they are', async () => {
    const {drafts, clock} = aDevice();
    await drafts.keep('a', 'un');
    clock.jump(-2 * HOUR);
    assert.equal(await drafts.read('a'), undefined);
  });

  it('that are over are erased in a sweep; what is not, and what is no draft, stays', async () => {
    const {drafts, store, clock} = aDevice();
    await drafts.keep('old', 'un');
    clock.jump(24 * HOUR);
    await drafts.keep('new', 'deux');
    await store.commit([{put: 'parcel/1', value: {v: 1}}]);
    await sweepDrafts(store, clock.now());
    assert.deepEqual(await names(store), [`${DRAFTS}new`, 'parcel/1']);
  });

  it('are swept many at once', async () => {
    const {drafts, store, clock} = aDevice();
    for (let count = 0; count < 40; count += 1) await drafts.keep(`${count}`, 'un');
    clock.jump(25 * HOUR);
    await sweepDrafts(store, clock.now());
    assert.deepEqual(await names(store), []);
  });

  it('write nothing where there is nothing to sweep', async () => {
    const store = memoryStore();
    const commit = async (changes: readonly unknown[]): Promise<void> => assert.deepEqual(changes, []);
    await sweepDrafts({...store, commit}, START);
  });

  for (const value of [null, 'a text', 7, [], {v: 2, hour: START / HOUR, text: 'un'}, {v: 1, text: 'un'}, {v: 1, hour: '7', text: 'un'}]) {
    it(`that cannot be read are none, and are swept: ${JSON.stringify(value)}`, async () => {
      const {drafts, store, clock} = aDevice();
      await store.commit([{put: `${DRAFTS}a`, value}]);
      assert.equal(await drafts.read('a'), undefined);
      await sweepDrafts(store, clock.now());
      assert.deepEqual(await names(store), []);
    });
  }
});

describe('a draft and the answer it becomes', () => {
  /** A device without a network, with a draft on it, and an answer to save. */
  async function midway(): Promise<{simulation: Simulation; drafts: Drafts}> {
    const simulation = new Simulation();
    simulation.weather = () => {
      throw new TypeError('Failed to fetch');
    };
    const drafts = new Drafts(simulation.disk, () => simulation.clock.now());
    await drafts.keep('a', 'un');
    return {simulation, drafts};
  }

  it('are exchanged in one commit: there is never both, and never neither (mode 37) (mode 42)', async () => {
    const {simulation, drafts} = await midway();
    const {outbox} = simulation.open();
    const saving = outbox.save(simulation.answer(), 'a');
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      seen.add(
        (await names(simulation.disk))
          .map((key) => key.split('/')[0])
          .filter((kind) => kind !== 'canary')
          .join(),
      );
    };
    let isOver = false;
    void saving.finally(() => (isOver = true));
    while (!isOver) {
      await look();
      await simulation.run({ms: 1});
    }
    await look();
    await saving;
    assert.deepEqual([...seen], ['draft', 'parcel']);
    assert.equal(await drafts.read('a'), undefined);
  });

  it('goes also where the answer was saved before, or is being saved: nothing of a given answer stays a draft', async () => {
    const {simulation, drafts} = await midway();
    const {outbox} = simulation.open();
    const answer = simulation.answer();
    const savings = [outbox.save(answer), outbox.save(answer, 'a')];
    await simulation.run({ms: 1_000});
    await Promise.all(savings);
    assert.equal(await drafts.read('a'), undefined);
    await drafts.keep('a', 'deux');
    const again = outbox.save(answer, 'a');
    await simulation.run({ms: 1_000});
    await again;
    assert.equal(await drafts.read('a'), undefined);
  });

  it('goes with an answer that could not be saved, once it is saved after all', async () => {
    const {simulation} = await midway();
    let refusals = 1;
    const {outbox} = simulation.open((_call, name) => (name === 'commit' && refusals-- > 0 ? 'fails-before' : undefined));
    const answer = simulation.answer();
    outbox.save(answer, 'a').catch(() => void outbox.sendUnsaved(answer));
    await simulation.run({ms: 10 * 60_000});
    assert.deepEqual(await names(simulation.disk), ['canary', `parcel/000000000000001/${answer.id}`]);
  });

  it('stays where the answer could not be kept', async () => {
    const {simulation, drafts} = await midway();
    const {outbox} = simulation.open((_call, name) => (name === 'commit' ? 'fails-before' : undefined));
    const saving = outbox.save(simulation.answer(), 'a').then(
      () => 'saved',
      () => 'not saved',
    );
    await simulation.run({ms: 1_000});
    assert.equal(await saving, 'not saved');
    assert.equal(await drafts.read('a'), 'un');
  });
});
