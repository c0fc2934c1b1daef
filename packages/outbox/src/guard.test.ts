import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CANARY} from './guard.js';
import {Simulation, type Tab} from './simulation/simulation.kit.js';
import {MINUTE, arrives, fine, noNetwork, told, waiting} from './simulation/waiting.kit.js';

/** Everything in the device's database is gone. */
async function wipe({disk}: Simulation): Promise<void> {
  const all = await disk.page('', {limit: 1_000});
  await disk.commit(all.map(([remove]) => ({remove})));
}

/** The next visit. */
async function visit(simulation: Simulation): Promise<Tab> {
  const tab = simulation.open();
  tab.outbox.wake();
  await simulation.run({ms: MINUTE});
  return tab;
}

describe('a store that vanished', () => {
  it('is noticed at the next visit, with how many answers went with it, and told once (mode 10) (mode 12) (mode 15)', async () => {
    const {simulation, tab} = await waiting(3);
    tab.die();
    await wipe(simulation);
    const next = await visit(simulation);
    assert.deepEqual(told(simulation, 'missing'), [{type: 'missing', count: 3}]);
    const counts = next.outbox.counts();
    await simulation.run({ms: 0});
    assert.deepEqual(await counts, {pending: 0, parked: 0, unreadable: 0, missing: 3, partial: false});
    assert.equal(simulation.note, undefined);
    next.die();
    await visit(simulation);
    assert.equal(told(simulation, 'missing').length, 1);
  });

  it('is noticed also where the first thing that happens is another answer (mode 11)', async () => {
    const {simulation, tab} = await waiting(3);
    tab.die();
    await wipe(simulation);
    const next = simulation.open();
    const answer = simulation.answer();
    void next.save(answer);
    await simulation.run({ms: MINUTE});
    assert.deepEqual(told(simulation, 'missing'), [{type: 'missing', count: 3}]);
    simulation.saved.clear();
    await arrives(simulation, [answer]);
    assert.equal(simulation.note, undefined);
  });

  for (const isDone of [true, false])
    it(`is told though the device fails while the new store is marked${isDone ? ', and it was marked all the same' : ''}`, async () => {
      const {simulation, tab} = await waiting(3);
      tab.die();
      await wipe(simulation);
      const next = simulation.open();
      const {disk} = simulation;
      const commit = disk.commit.bind(disk);
      let fails = true;
      disk.commit = async (changes) => {
        const marks = changes.length === 1 && changes.some((change) => 'put' in change && change.put === CANARY);
        if (!marks || !fails || isDone) await commit(changes);
        if (!marks || !fails) return;
        fails = false;
        throw new DOMException('Too slow.', 'TimeoutError');
      };
      const answer = simulation.answer();
      void next.save(answer);
      await simulation.run({ms: MINUTE});
      assert.equal(fails, false);
      assert.deepEqual(told(simulation, 'missing'), [{type: 'missing', count: 3}]);
      simulation.saved.clear();
      await arrives(simulation, [answer]);
      assert.equal(told(simulation, 'missing').length, 1);
      assert.equal(simulation.note, undefined);
    });

  it('is noticed while the page is open: what it still has in memory is put back, what earlier visits left is missed', async () => {
    const {simulation, tab, answers} = await waiting(3);
    tab.die();
    const next = simulation.open();
    const mine = simulation.answer();
    void next.save(mine);
    await simulation.run({ms: MINUTE});
    await wipe(simulation);
    next.outbox.wake();
    await simulation.run({ms: MINUTE});
    assert.deepEqual(told(simulation, 'missing'), [{type: 'missing', count: 3}]);
    for (const {id} of answers) simulation.saved.delete(id);
    await arrives(simulation, [mine]);
  });

  it('is noticed at whatever moment of an open page it vanishes, with how many went', async () => {
    let moments = 1;
    for (let moment = 1; moment <= moments; moment++) {
      const {simulation, tab} = await waiting(3);
      tab.die();
      let isGone = false;
      const next = simulation.open((call) => {
        isGone ||= call === moment;
        if (call === moment) void wipe(simulation);
        return undefined;
      });
      next.give(simulation.answer());
      next.outbox.wake();
      await simulation.run({ms: MINUTE});
      moments = Math.max(moments, next.calls);
      await simulation.run({ms: 20 * MINUTE});
      assert.deepEqual(isGone && told(simulation, 'missing'), [{type: 'missing', count: 3}], `call ${moment} of ${moments}`);
    }
    assert.ok(moments > 10);
  });

  it('is left for a page that is watched', async () => {
    const {simulation, tab} = await waiting(2);
    tab.die();
    await wipe(simulation);
    const bare = simulation.open();
    bare.unwatch();
    bare.outbox.wake();
    await simulation.run({ms: MINUTE});
    bare.die();
    assert.equal(simulation.note, 2);
    await visit(simulation);
    assert.deepEqual(told(simulation, 'missing'), [{type: 'missing', count: 2}]);
  });

  it('is no alarm when everything was delivered, and nothing stays on a family’s device', async () => {
    const {simulation, answers} = await waiting(2);
    assert.equal(simulation.note, 2);
    await arrives(simulation, answers);
    assert.equal(simulation.note, undefined);
    assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
    await wipe(simulation);
    await visit(simulation);
    assert.deepEqual(told(simulation, 'missing'), []);
  });

  it('is noticed on a managed tablet also while nothing waits (mode 81)', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    tab.outbox.managed = true;
    tab.outbox.wake();
    await simulation.run({ms: MINUTE});
    assert.equal(simulation.note, 0);
    tab.die();
    await wipe(simulation);
    const next = simulation.open();
    next.outbox.managed = true;
    next.outbox.wake();
    await simulation.run({ms: MINUTE});
    assert.deepEqual(told(simulation, 'missing'), [{type: 'missing', count: 0}]);
  });

  it('cannot be noticed where the note is refused, and nothing else suffers', async () => {
    const simulation = new Simulation();
    Object.defineProperty(simulation, 'note', {get: () => undefined, set: () => undefined});
    simulation.weather = noNetwork;
    const tab = simulation.open();
    const answer = simulation.answer();
    void tab.save(answer);
    await simulation.run({ms: MINUTE});
    simulation.weather = fine;
    await arrives(simulation, [answer]);
    assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
    assert.deepEqual(told(simulation, 'missing'), []);
  });

  it('is never reported because several tabs come and go', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const simulation = new Simulation({seed, locks: seed % 2 === 0, slow: true});
      for (let tab = 0; tab < 4; tab++) {
        const page = simulation.open((_call, name) => (name !== 'post' && simulation.random.below(80) === 0 ? 'dies-after' : undefined));
        page.outbox.wake();
        for (let count = 0; count < 3; count++) page.give(simulation.answer());
        await simulation.run({ms: simulation.random.below(200)});
      }
      await simulation.run();
      await visit(simulation);
      assert.deepEqual(told(simulation, 'missing'), [], `seed ${seed}`);
      assert.equal(simulation.note, undefined, `seed ${seed}`);
      assert.deepEqual(await simulation.faults(), [], `seed ${seed}`);
    }
  });
});
