import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Simulation} from './simulation/simulation.kit.js';
import {MINUTE, noNetwork, says, records, told, arrives} from './simulation/waiting.kit.js';

describe('an answer that could not be saved', () => {
  it('is sent from memory until it is proven, and never called saved', async () => {
    const simulation = new Simulation();
    const tab = simulation.open((_call, name) => (name === 'post' ? undefined : 'fails-before'));
    const answer = simulation.answer();
    await assert.rejects(
      (async () => {
        const saving = tab.save(answer);
        await Promise.all([saving.catch(() => undefined), simulation.run({ms: 100})]);
        await saving;
      })(),
      /Not kept/,
    );
    simulation.weather = (request, arrive) => (request.number < 5 ? noNetwork(request, arrive) : arrive());
    await tab.sendUnsaved(answer);
    await tab.sendUnsaved(answer);
    await simulation.run({ms: 10 * MINUTE});
    assert.deepEqual(
      told(simulation, 'sent').map(({id}) => id),
      [answer.id],
    );
    assert.equal(simulation.saved.size, 0);
    assert.deepEqual(await simulation.faults(), []);
  });

  it('is put on the device when that becomes possible, and called saved from then on (mode 5) (mode 7)', async () => {
    const simulation = new Simulation();
    simulation.weather = noNetwork;
    let full = true;
    const tab = simulation.open((_call, name) => (name === 'commit' && full ? 'fails-before' : undefined));
    const answer = simulation.answer();
    tab.give(answer);
    await simulation.run({ms: MINUTE});
    assert.deepEqual(await records(simulation), []);
    assert.deepEqual(told(simulation, 'saved'), []);
    full = false;
    await simulation.run({ms: 6 * MINUTE});
    assert.equal((await records(simulation)).length, 1);
    assert.deepEqual(told(simulation, 'saved'), [{type: 'saved', id: answer.id}]);
    await arrives(simulation, [answer]);
  });

  it('is parked in memory, and goes by hand, when a collector refuses it', async () => {
    const simulation = new Simulation();
    simulation.weather = says(400);
    const tab = simulation.open();
    const answer = simulation.answer();
    await tab.sendUnsaved(answer);
    await simulation.run({ms: 60 * MINUTE});
    assert.deepEqual(told(simulation, 'parked'), [{type: 'parked', id: answer.id, code: 'http-400'}]);
    assert.equal(simulation.requests, 1);
    tab.outbox.sendNow();
    await arrives(simulation, [answer]);
  });

  it('gets another id too when its own is taken', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    const answer = simulation.answer();
    simulation.collector.takeFromElsewhere('c1', answer.id);
    await tab.sendUnsaved(answer);
    await arrives(simulation, [answer]);
  });
});
