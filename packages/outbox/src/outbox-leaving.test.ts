import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Simulation} from './simulation/simulation.kit.js';
import {MINUTE, SECOND, arrives, fine, noNetwork, records, told, waiting} from './simulation/waiting.kit.js';

describe('a page that is going', () => {
  it('sends the last answer at once in a request that may outlive it, and the next page sends it again (mode 31)', async () => {
    const {simulation, tab, answers} = await waiting(2);
    await simulation.run({ms: 10 * MINUTE});
    const seen: (boolean | undefined)[] = [];
    simulation.requests = 0;
    simulation.weather = (request, arrive) => (seen.push(request.keepalive), request.keepalive ? arrive() : noNetwork(request, arrive));
    tab.outbox.sendNow();
    await simulation.run({ms: 0, until: () => simulation.inFlight > 0});
    tab.outbox.part();
    await simulation.run({ms: 0, until: () => seen.includes(true)});
    tab.die();
    assert.equal((await records(simulation)).length, 2);
    simulation.open().outbox.wake();
    await arrives(simulation, answers);
  });

  it('asks for that for every small request while it is hidden, never for one over 48 KiB, and never in sight', async () => {
    const simulation = new Simulation();
    const seen: [boolean | undefined, number][] = [];
    simulation.weather = ({keepalive, body}, arrive) => (seen.push([keepalive, Buffer.byteLength(body)]), arrive());
    const tab = simulation.open();
    for (const [hidden, length] of [
      [false, 10],
      [true, 10],
      [true, 15_000],
      [true, 26_000],
    ] as const) {
      tab.hidden = hidden;
      void tab.save(simulation.answer({payload: 'é'.repeat(length)}));
      await simulation.run({ms: 5 * SECOND});
    }
    for (const [keepalive, bytes] of seen.slice(1)) assert.equal(keepalive, bytes <= 48 * 1024, `${bytes} bytes`);
    assert.deepEqual(
      seen.map(([keepalive]) => Boolean(keepalive)),
      [false, true, true, false],
    );
    assert.deepEqual(await simulation.faults(), []);
  });

  it('lets go of the answer only where its proof was read', async () => {
    const {simulation, tab} = await waiting(1);
    simulation.clock.jump(10 * MINUTE);
    simulation.weather = noNetwork;
    tab.outbox.part();
    await simulation.run({ms: SECOND});
    assert.equal((await records(simulation)).length, 1);
    assert.deepEqual(told(simulation, 'sent'), []);
    simulation.clock.jump(10 * MINUTE);
    simulation.weather = fine;
    tab.outbox.part();
    await simulation.run({ms: SECOND});
    assert.equal(told(simulation, 'sent').length, 1);
    assert.deepEqual(await records(simulation), []);
  });

  it('does nothing where nothing waits', async () => {
    const simulation = new Simulation();
    simulation.open().outbox.part();
    await simulation.run();
    assert.equal(simulation.requests, 0);
  });
});

describe('storage that forgets when the window closes', () => {
  it('never makes an answer saved: it is said, and the answer is sent all the same (mode 13)', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    tab.outbox.ports.isEphemeral = async () => true;
    const answer = simulation.answer();
    let refusal: unknown;
    tab.save(answer).catch((error: unknown) => {
      refusal = error;
      void tab.sendUnsaved(answer);
    });
    simulation.weather = noNetwork;
    await simulation.run({ms: 10 * MINUTE});
    assert.deepEqual({...(refusal as object)}, {name: 'OutboxError', reason: 'ephemeral'});
    assert.deepEqual(told(simulation, 'saved'), []);
    await arrives(simulation, [answer]);
    assert.equal(simulation.saved.size, 0);
  });
});
