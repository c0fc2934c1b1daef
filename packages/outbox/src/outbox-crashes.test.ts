import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Simulation, type Fate, type Plan, type Weather} from './simulation/simulation.kit.js';
import {told} from './simulation/waiting.kit.js';

const MINUTE = 60_000;
const fine: Weather = (_request, arrive) => arrive();

interface Story {
  locks: boolean;
  /** What happens to the first page's calls. */
  plan: Plan;
  /** What happens to the second page's. */
  then?: Plan;
}

/** Stories in which every step is hit in turn; each gives the answers of one device to one collector. */
const stories: Record<string, (simulation: Simulation) => void> = {
  'two answers': () => undefined,
  'an answer whose id is taken': (simulation) => {
    const [first] = [...simulation.given.keys()];
    if (first) simulation.collector.takeFromElsewhere('c1', first);
  },
  'an answer that is refused alone and an answer that is not': (simulation) => {
    const [first] = [...simulation.given.keys()];
    simulation.weather = ({body, number}, arrive) => (first && body.includes(first) && number < 6 ? {status: 400, body: ''} : arrive());
  },
  'a reply that is lost after the answers were stored': (simulation) => {
    simulation.weather = ({number}, arrive) => {
      const reply = arrive();
      if (number === 1) throw new TypeError('Failed to fetch');
      return reply;
    };
  },
};

/** Plays a story, then lets a last page mend what is left. Gives how many calls the first page made. */
async function play(
  name: string,
  {locks, plan, then}: Story,
): Promise<{calls: number; faults: string[]; left: number; simulation: Simulation}> {
  const simulation = new Simulation({locks, seed: 11});
  const first = simulation.open(plan);
  const answers = [simulation.answer(), simulation.answer()];
  for (const answer of answers) first.give(answer);
  stories[name]?.(simulation);
  await simulation.run({ms: 20 * MINUTE});
  const {calls} = first;
  if (then) {
    first.die();
    const second = simulation.open(then);
    second.outbox.wake();
    await simulation.run({ms: 20 * MINUTE});
    second.die();
  }
  simulation.weather = fine;
  const last = simulation.open();
  last.outbox.wake();
  await simulation.run({ms: 20 * MINUTE});
  const left = (await simulation.disk.page('', {limit: 10})).length;
  const lost = [...simulation.saved].filter((id) => simulation.collector.find(id).length !== 1).map((id) => `${id} did not arrive once`);
  const alarms = told(simulation, 'missing').map(() => 'a false alarm');
  if (simulation.note !== undefined) alarms.push('a note stayed');
  return {calls, faults: [...(await simulation.faults()), ...lost, ...alarms], left, simulation};
}

const at =
  (step: number, fate: Fate): Plan =>
  (call) =>
    call === step ? fate : undefined;

describe('at every single step', () => {
  for (const name of Object.keys(stories)) {
    for (const locks of [true, false]) {
      for (const fate of ['dies-before', 'dies-after', 'fails-before', 'fails-after'] as const) {
        const [what, modes] = fate.startsWith('dies') ? ['the page dies', '(mode 37) (mode 38)'] : ['the call fails', '(mode 43)'];
        it(`${what} ${fate.split('-')[1]} it took effect: nothing is lost, doubled or altered (${name}, ${locks ? 'with' : 'without'} locks) ${modes}`, async () => {
          const {calls} = await play(name, {locks, plan: () => undefined});
          assert.ok(calls >= 8, `${calls} calls`);
          let delivered = 0;
          for (let step = 1; step <= calls + 2; step++) {
            const {faults, left, simulation} = await play(name, {locks, plan: at(step, fate)});
            assert.deepEqual(faults, [], `step ${step} of ${calls}`);
            assert.equal(left, 0, `step ${step} of ${calls}`);
            delivered += simulation.collector.answers.size;
          }
          assert.ok(delivered > calls);
        });
      }
    }
  }

  it('a page dies, and the next one dies too, at every pair of steps: nothing is lost, doubled or altered', async () => {
    for (const name of ['an answer whose id is taken', 'a reply that is lost after the answers were stored']) {
      const {calls} = await play(name, {locks: false, plan: () => undefined});
      for (let one = 2; one <= calls; one++) {
        for (let other = 1; other <= calls; other++) {
          const plan = at(one, other % 2 ? 'dies-after' : 'dies-before');
          const {faults, left} = await play(name, {locks: false, plan, then: at(other, 'dies-after')});
          assert.deepEqual(faults, [], `steps ${one} and ${other}`);
          assert.equal(left, 0, `steps ${one} and ${other}`);
        }
      }
    }
  });
});

describe('everything at once', () => {
  it('a hundred devices with three tabs each, deaths, faults, bad weather and clocks that jump: every promise is kept', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const simulation = new Simulation({seed, locks: seed % 2 === 0, slow: seed % 3 === 0});
      const {random} = simulation;
      const mishaps: Plan = (_call, name) => {
        const draw = random.below(60);
        if (name !== 'post' && draw === 0) return 'fails-before';
        if (draw === 1) return 'fails-after';
        return draw === 2 ? (random.below(2) ? 'dies-before' : 'dies-after') : undefined;
      };
      simulation.weather = (_request, arrive) => {
        const draw = random.below(12);
        if (draw === 0) throw new TypeError('Failed to fetch');
        if (draw === 1) return {status: 200, body: '<h1>Bienvenue</h1>'};
        if (draw === 2) return {status: [400, 404, 409, 413, 429, 500, 503][random.below(7)] ?? 500, body: '', retryAfter: '7'};
        const reply = arrive();
        if (draw === 3) throw new TypeError('Failed to fetch');
        return draw === 4 ? {...reply, body: reply.body.slice(0, random.below(reply.body.length))} : reply;
      };
      for (let visit = 0; visit < 6; visit++) {
        const tab = simulation.open(mishaps);
        tab.outbox.wake();
        for (let count = 0; count < 3; count++) {
          const answer = simulation.answer();
          if (random.below(6) === 0) simulation.collector.takeFromElsewhere(answer.campaign, answer.id);
          tab.give(answer);
        }
        await simulation.run({ms: random.below(3 * MINUTE)});
        simulation.clock.jump((random.fraction() - 0.5) * 100 * 365 * 86_400_000);
        if (random.below(2)) tab.die();
      }
      simulation.weather = fine;
      const last = simulation.open();
      last.outbox.wake();
      await simulation.run({ms: 60 * MINUTE});
      last.outbox.sendNow();
      await simulation.run({ms: 60 * MINUTE});
      assert.deepEqual(await simulation.faults(), [], `seed ${seed}`);
      assert.deepEqual(await simulation.disk.page('', {limit: 5}), [], `seed ${seed}`);
      assert.equal(simulation.note, undefined, `seed ${seed}`);
      assert.deepEqual(told(simulation, 'missing'), [], `seed ${seed}: nothing vanished`);
      for (const id of simulation.saved) assert.equal(simulation.collector.find(id).length, 1, `seed ${seed}`);
    }
  });
});
