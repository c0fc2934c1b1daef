import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SECOND, MINUTE, YEARS, fine, noNetwork, says, told, waiting, arrives} from './simulation/waiting.kit.js';

describe('trying again', () => {
  it('sends no second request to an endpoint where the first one just failed', async () => {
    const {simulation, tab, answers} = await waiting(6, {payload: 'x'.repeat(60_000)});
    tab.outbox.wake();
    await simulation.run({ms: 0});
    assert.equal(simulation.requests, 1);
    await arrives(simulation, answers);
    assert.deepEqual(
      simulation.collector.requests.map(({ids}) => ids.length),
      [4, 2],
    );
  });

  it('spreads the tries by full jitter, and never pauses longer than 5 minutes in sight', async () => {
    const {simulation, tab} = await waiting(1);
    const times: number[] = [];
    simulation.weather = (request, arrive) => (times.push(simulation.clock.passed), noNetwork(request, arrive));
    tab.outbox.wake();
    await simulation.run({ms: 240 * MINUTE});
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    assert.ok(pauses.length > 60);
    assert.ok(Math.max(...pauses) <= 5 * MINUTE);
    assert.ok(new Set(pauses).size > pauses.length / 2);
  });

  it('never pauses longer than 30 minutes out of sight', async () => {
    const {simulation, tab} = await waiting(1);
    tab.hidden = true;
    const times: number[] = [];
    simulation.weather = (request, arrive) => (times.push(simulation.clock.passed), noNetwork(request, arrive));
    await simulation.run({ms: 24 * 60 * MINUTE});
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    assert.ok(Math.max(...pauses) > 5 * MINUTE && Math.max(...pauses) <= 30 * MINUTE);
  });

  it('tries at a sign of life, but not twice within a second', async () => {
    const {simulation, tab} = await waiting(1);
    await simulation.run({ms: 30 * MINUTE});
    const times: number[] = [];
    simulation.weather = (request, arrive) => (times.push(simulation.clock.passed), noNetwork(request, arrive));
    const start = simulation.clock.passed;
    for (let times = 0; times < 5; times++) tab.outbox.wake();
    await simulation.run({ms: 100});
    for (let times = 0; times < 5; times++) tab.outbox.wake();
    await simulation.run({ms: 1_500});
    assert.deepEqual([times[0], times[1]], [start, start + 1_000]);
  });

  it('does not come back before the server said, even at a sign of life, and comes back then', async () => {
    const {simulation, tab, answers} = await waiting(1);
    // Longer than any pause of its own.
    simulation.weather = says(503, '', '600');
    tab.outbox.wake();
    await simulation.run({ms: 5 * SECOND, until: () => told(simulation, 'retry').length > 0});
    assert.equal(told(simulation, 'retry')[0]?.reason, 'server');
    simulation.weather = fine;
    simulation.requests = 0;
    tab.outbox.wake();
    await simulation.run({ms: 599 * SECOND});
    assert.equal(simulation.requests, 0);
    await arrives(simulation, answers, 2 * SECOND);
  });

  it('comes back at once when a person insists', async () => {
    const {simulation, tab, answers} = await waiting(1);
    for (const weather of [says(503, '', '86400'), says(404)]) {
      simulation.weather = weather;
      tab.outbox.sendNow();
      await simulation.run({ms: 2 * SECOND});
    }
    tab.outbox.sendNow();
    await arrives(simulation, answers, 2 * SECOND);
  });

  for (const [what, refusal] of [
    ['asks for a day', says(503, '', '86400')],
    ['does not know the way', says(404)],
  ] as const)
    it(`comes back at once when a person insists while a reply is under way that ${what}`, async () => {
      const {simulation, tab, answers} = await waiting(1);
      simulation.weather = (request, arrive) => {
        tab.outbox.sendNow();
        simulation.weather = fine;
        return refusal(request, arrive);
      };
      tab.outbox.sendNow();
      await simulation.run({ms: 3 * SECOND});
      assert.equal(simulation.requests, 2);
      await arrives(simulation, answers, 0);
    });

  it('rests when a receipt asks for it', async () => {
    const {simulation, tab, answers} = await waiting(60);
    simulation.collector.retryAfter = 30;
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: 29 * SECOND});
    assert.equal(told(simulation, 'sent').length, 50);
    await arrives(simulation, answers);
  });

  it('lets a deferred item wait though the store has lost it', async () => {
    const {simulation, tab, answers} = await waiting(1);
    simulation.collector.say = ({id}) => ({id, status: 'deferred', retryAfter: 60});
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: 2 * SECOND});
    simulation.collector.say = (_item, said) => said;
    await simulation.disk.commit((await simulation.disk.page('', {limit: 100})).map(([remove]) => ({remove})));
    simulation.requests = 0;
    tab.outbox.wake();
    await simulation.run({ms: 50 * SECOND});
    assert.equal(simulation.requests, 0);
    await arrives(simulation, answers);
  });

  it('lets a deferred item wait without the others', async () => {
    const {simulation, tab, answers} = await waiting(3);
    const [late] = answers;
    simulation.collector.say = ({id}, said) => (id === late?.id ? {id, status: 'deferred', retryAfter: 60} : said);
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: 2 * SECOND});
    assert.equal(told(simulation, 'sent').length, 2);
    simulation.collector.say = (_item, said) => said;
    await simulation.run({ms: 57 * SECOND});
    assert.equal(told(simulation, 'sent').length, 2);
    await arrives(simulation, answers, 3 * SECOND);
  });

  it('goes on trying when the clock is set fifty years back or forth (mode 66), and with it the day changes only for display', async () => {
    for (const jump of [-YEARS, YEARS]) {
      const {simulation, tab, answers} = await waiting(2);
      simulation.weather = says(500);
      tab.outbox.wake();
      await simulation.run({ms: 20 * MINUTE});
      simulation.clock.jump(jump);
      await simulation.run({ms: 6 * MINUTE});
      await arrives(simulation, answers, 6 * MINUTE);
    }
  });

  it('tries again when the store could not be read', async () => {
    const {simulation, tab, answers} = await waiting(2);
    tab.die();
    simulation.weather = fine;
    let failures = 3;
    void simulation.open((_call, name) => (name === 'page' && failures-- > 0 ? 'fails-before' : undefined)).outbox.flush();
    await arrives(simulation, answers);
  });
});
