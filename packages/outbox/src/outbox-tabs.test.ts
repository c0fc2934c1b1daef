import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Simulation} from './simulation/simulation.kit.js';

const MINUTE = 60_000;

/** Several tabs save and send at once, in an order drawn from the seed. */
async function crowd(seed: number, {locks, tabs, each}: {locks: boolean; tabs: number; each: number}): Promise<Simulation> {
  const simulation = new Simulation({seed, locks, slow: true});
  for (let tab = 0; tab < tabs; tab++) {
    const page = simulation.open();
    page.outbox.wake();
    for (let count = 0; count < each; count++) page.give(simulation.answer());
  }
  await simulation.run();
  return simulation;
}

describe('several tabs', () => {
  it('deliver each answer with exactly one effect, with locks', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const simulation = await crowd(seed, {locks: true, tabs: 4, each: 5});
      assert.deepEqual(await simulation.faults(), [], `seed ${seed}`);
      assert.equal(simulation.collector.answers.size, 20);
      assert.equal(simulation.mostInFlight, 1);
      assert.equal(simulation.clock.waiting, 0);
    }
  });

  it('deliver each answer with exactly one effect, without locks (mode 45)', async () => {
    let most = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const simulation = await crowd(seed, {locks: false, tabs: 4, each: 5});
      assert.deepEqual(await simulation.faults(), [], `seed ${seed}`);
      assert.equal(simulation.collector.answers.size, 20);
      assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
      most = Math.max(most, simulation.mostInFlight);
      assert.ok(simulation.mostInFlight <= 4);
    }
    // Otherwise this test would show nothing.
    assert.ok(most > 1);
  });

  it('give an answer whose id is taken the same next id, without locks', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const simulation = new Simulation({seed, locks: false, slow: true});
      const answers = Array.from({length: 3}, () => simulation.answer());
      for (const {campaign, id} of answers) simulation.collector.takeFromElsewhere(campaign, id);
      const [one, other] = [simulation.open(), simulation.open()];
      for (const answer of answers) one.give(answer);
      other.outbox.wake();
      simulation.clock.after(10, () => other.outbox.wake());
      await simulation.run();
      assert.deepEqual(await simulation.faults(), [], `seed ${seed}`);
      for (const {id} of answers) assert.equal(simulation.collector.find(id).length, 1);
      assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
    }
  });

  it('do not bring back as parked what another tab delivered meanwhile, without locks', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const simulation = new Simulation({seed, locks: false, slow: true});
      const answer = simulation.answer();
      const [one, other] = [simulation.open(), simulation.open()];
      simulation.weather = ({number}, arrive) => (number === 1 ? {status: 400, body: ''} : arrive());
      void one.save(answer);
      await simulation.run({ms: 0, until: () => simulation.saved.size > 0});
      one.outbox.wake();
      other.outbox.wake();
      await simulation.run({ms: 60 * MINUTE});
      const left = (await simulation.disk.page('', {limit: 1})).length;
      if (simulation.collector.find(answer.id).length > 0) assert.equal(left, 0, `seed ${seed}`);
      assert.deepEqual(await simulation.faults(), [], `seed ${seed}`);
    }
  });

  it('are not held up by one that was frozen while it sent (mode 46)', async () => {
    const simulation = new Simulation({locks: false});
    const frozen = simulation.open((_call, name) => (name === 'post' ? 'dies-before' : undefined));
    const answer = simulation.answer();
    void frozen.save(answer);
    await simulation.run();
    simulation.open().outbox.wake();
    await simulation.run();
    assert.equal(simulation.collector.find(answer.id).length, 1);
    assert.deepEqual(await simulation.faults(), []);
  });
});

describe('an answer that this tab saved and that is no longer in the store', () => {
  it('is sent from memory: "duplicate" proves that another tab delivered it', async () => {
    const simulation = new Simulation();
    simulation.weather = () => {
      throw new TypeError('Failed to fetch');
    };
    const [one, other] = [simulation.open(), simulation.open()];
    const answer = simulation.answer();
    void one.save(answer);
    await simulation.run({ms: 2 * MINUTE});
    simulation.weather = (_request, arrive) => arrive();
    void other.outbox.flush();
    await simulation.run({ms: 0});
    assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
    simulation.events.length = 0;
    await simulation.run();
    assert.deepEqual(simulation.events, [{type: 'sent', id: answer.id, previousId: undefined}]);
    assert.equal(simulation.collector.find(answer.id)[0]?.deliveries, 2);
    assert.deepEqual(await simulation.faults(), []);
  });

  it('is not lost when the store was wiped: it is put back, and sent (mode 10) (mode 15)', async () => {
    const simulation = new Simulation();
    simulation.weather = () => {
      throw new TypeError('Failed to fetch');
    };
    const tab = simulation.open();
    const answers = [simulation.answer(), simulation.answer()];
    for (const answer of answers) void tab.save(answer);
    await simulation.run({ms: MINUTE});
    const kept = await simulation.disk.page('parcel/', {limit: 5});
    const all = await simulation.disk.page('', {limit: 5});
    await simulation.disk.commit(all.map(([remove]) => ({remove})));
    await simulation.run({ms: 10 * MINUTE});
    assert.deepEqual(await simulation.disk.page('parcel/', {limit: 5}), kept);
    tab.die();
    simulation.weather = (_request, arrive) => arrive();
    simulation.open().outbox.wake();
    await simulation.run();
    for (const {id} of answers) assert.equal(simulation.collector.find(id).length, 1);
    assert.deepEqual(await simulation.faults(), []);
  });
});
