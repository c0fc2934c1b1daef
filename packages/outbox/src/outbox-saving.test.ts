import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {OutboxError} from './outbox-error.js';
import type {Parcel} from './parcel.js';
import {wireHash} from './simulation/fake-collector.kit.js';
import {Simulation, type Plan} from './simulation/simulation.kit.js';

const noNetwork = (): never => {
  throw new TypeError('Failed to fetch');
};

/** A device without a network, so that what is saved stays to be looked at. */
function offline(options?: ConstructorParameters<typeof Simulation>[0]): Simulation {
  const simulation = new Simulation(options);
  simulation.weather = noNetwork;
  return simulation;
}

const records = async ({disk}: Simulation): Promise<[string, Parcel][]> =>
  (await disk.page('parcel/', {limit: 1_000})) as [string, Parcel][];

/** Lets the simulation run until the promise settles. */
async function outcome(simulation: Simulation, promise: Promise<unknown>): Promise<unknown> {
  let settled: unknown = 'nothing yet';
  promise.then(
    () => (settled = 'saved'),
    (error: unknown) => (settled = error),
  );
  await simulation.run({ms: 60_000, until: () => settled !== 'nothing yet'});
  return settled;
}

const failing =
  (what: string, fate: 'fails-before' | 'fails-after' = 'fails-before', times = 1): Plan =>
  (_call, name) =>
    name === what && times-- > 0 ? fate : undefined;

describe('saving an answer', () => {
  it('puts one record on the device, with the exact bytes', async () => {
    const simulation = offline();
    const answer = simulation.answer({payload: '{"q1":"é\\ud800\u0000"}'});
    assert.equal(await outcome(simulation, simulation.open().save(answer)), 'saved');
    const [[key, parcel], ...others] = (await records(simulation)) as [[string, Parcel]];
    assert.equal(others.length, 0);
    assert.equal(key, `parcel/000000000000001/${answer.id}`);
    assert.equal(parcel.endpoint, answer.endpoint);
    assert.equal(parcel.item.payload, answer.payload);
    assert.equal(parcel.item.hash, wireHash(answer.payload));
  });

  it('keeps and sends any text there is byte for byte (mode 68)', async () => {
    const texts = fc.sample(fc.oneof(fc.string({unit: 'binary', maxLength: 80}), fc.json()), {numRuns: 120, seed: 5});
    const simulation = new Simulation();
    const tab = simulation.open();
    await Promise.all(texts.map((payload) => outcome(simulation, tab.save(simulation.answer({payload})))));
    await simulation.run();
    const arrived = [...simulation.collector.answers.values()].map(({payload}) => payload);
    assert.deepEqual(arrived.sort(), [...texts].sort());
    assert.deepEqual(await simulation.faults(), []);
  });

  it('is not done before the record was committed and read back', async () => {
    const simulation = offline();
    const names: string[] = [];
    const tab = simulation.open((_call, name) => void names.push(name));
    assert.equal(await outcome(simulation, tab.save(simulation.answer())), 'saved');
    assert.deepEqual(names, ['last', 'commit', 'get']);
  });

  for (const what of ['last', 'commit', 'get']) {
    for (const fate of ['fails-before', 'fails-after'] as const) {
      it(`is refused when "${what}" ${fate.replace('-', ' ')} it was done, and can be tried again without a second record`, async () => {
        const simulation = offline();
        const tab = simulation.open(failing(what, fate));
        const answer = simulation.answer();
        const refusal = await outcome(simulation, tab.save(answer));
        assert.ok(refusal instanceof OutboxError);
        assert.equal(refusal.name, 'OutboxError');
        assert.ok(refusal.cause instanceof Error);
        assert.equal(await outcome(simulation, tab.save(answer)), 'saved');
        assert.equal((await records(simulation)).length, 1);
      });
    }
  }

  it('is refused when what is read back is not what was given', async () => {
    const damages: ((parcel: Parcel) => unknown)[] = [
      () => undefined,
      (parcel) => ({...parcel, item: {...parcel.item, payload: parcel.item.payload.slice(1)}}),
      (parcel) => ({...parcel, endpoint: 'https://elsewhere.example/'}),
      (parcel) => ({...parcel, v: 2}),
    ];
    for (const damage of damages) {
      const simulation = offline();
      const {get} = simulation.disk;
      simulation.disk.get = async (key) => damage((await get(key)) as Parcel);
      const refusal = await outcome(simulation, simulation.open().save(simulation.answer()));
      assert.ok(refusal instanceof OutboxError);
    }
  });

  it('is never refused because this tab was sending at that moment', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const simulation = new Simulation({seed, slow: true});
      const tab = simulation.open();
      const savings = Array.from({length: 4}, () => {
        void tab.outbox.flush();
        return tab.save(simulation.answer());
      });
      await Promise.all([...savings, simulation.run()]);
      assert.equal(simulation.saved.size, 4);
      assert.deepEqual(await simulation.faults(), [], `seed ${seed}`);
    }
  });

  it('is one answer however often it is pressed (mode 42)', async () => {
    const simulation = offline();
    const tab = simulation.open();
    const answer = simulation.answer();
    const presses = await Promise.all(Array.from({length: 20}, () => outcome(simulation, tab.save(answer))));
    assert.deepEqual(new Set(presses), new Set(['saved']));
    assert.equal(await outcome(simulation, tab.save(answer)), 'saved');
    assert.equal((await records(simulation)).length, 1);
    simulation.weather = (_request, arrive) => arrive();
    await simulation.run();
    assert.deepEqual(await simulation.faults(), []);
  });

  it('refuses another answer under the id of one that is saved or being saved', async () => {
    const simulation = offline();
    const tab = simulation.open();
    const answer = simulation.answer();
    const saving = tab.save(answer);
    const other = {...answer, payload: '{"other":1}'};
    await assert.rejects(tab.outbox.save(other), OutboxError);
    assert.equal(await outcome(simulation, saving), 'saved');
    await assert.rejects(tab.outbox.save(other), OutboxError);
    assert.equal((await records(simulation))[0]?.[1].item.payload, answer.payload);
  });

  it('takes the corrected answer when the first one could not be saved', async () => {
    const simulation = offline();
    const tab = simulation.open(failing('commit', 'fails-after'));
    const answer = simulation.answer();
    assert.ok((await outcome(simulation, tab.save(answer))) instanceof OutboxError);
    assert.equal(await outcome(simulation, tab.save({...answer, payload: '{"corrected":1}'})), 'saved');
    assert.deepEqual(
      (await records(simulation)).map(([, {item}]) => item.payload),
      ['{"corrected":1}'],
    );
  });

  it('refuses an id or an endpoint with which it could never be delivered, and keeps nothing', async () => {
    const simulation = offline();
    const tab = simulation.open();
    for (const wrong of [{id: 'x'}, {endpoint: '/v1/answers'}]) {
      await assert.rejects(tab.outbox.save(simulation.answer(wrong)), OutboxError);
      await assert.rejects(tab.outbox.sendUnsaved(simulation.answer(wrong)), OutboxError);
    }
    assert.equal((await records(simulation)).length, 0);
  });

  it('is refused when no hash can be made, and can be tried again', async () => {
    const simulation = offline();
    const {hash} = simulation;
    simulation.hash = () => Promise.reject(new TypeError('Failed to fetch'));
    const tab = simulation.open();
    const answer = simulation.answer();
    const refusal = await outcome(simulation, tab.save(answer));
    assert.ok(refusal instanceof OutboxError);
    assert.ok(refusal.cause instanceof TypeError);
    simulation.hash = hash;
    assert.equal(await outcome(simulation, tab.save(answer)), 'saved');
  });

  it('keeps answers in the order they were given, whatever the clock does', async () => {
    const simulation = offline();
    const tab = simulation.open();
    const answers = Array.from({length: 12}, () => simulation.answer());
    for (const answer of answers) {
      simulation.clock.jump((simulation.random.fraction() - 0.5) * 100 * 365 * 86_400_000);
      assert.equal(await outcome(simulation, tab.save(answer)), 'saved');
    }
    assert.deepEqual(
      (await records(simulation)).map(([, {item}]) => item.id),
      answers.map(({id}) => id),
    );
  });
});

describe('counting what is on the device', () => {
  it('tells what is pending, parked, and written by a newer build', async () => {
    const simulation = offline();
    const tab = simulation.open();
    assert.deepEqual(await counts(simulation, tab.outbox), {pending: 0, parked: 0, unreadable: 0, missing: 0, partial: false});
    for (let times = 0; times < 60; times++) await outcome(simulation, tab.save(simulation.answer()));
    const [first, second] = await records(simulation);
    assert.ok(first && second);
    await simulation.disk.commit([
      {put: first[0], value: {...first[1], state: 'parked', code: 'malformed'}},
      {put: 'parcel/000000000000009/x', value: {v: 2}},
    ]);
    assert.deepEqual(await counts(simulation, tab.outbox), {pending: 59, parked: 1, unreadable: 1, missing: 0, partial: false});
    assert.deepEqual(await counts(simulation, simulation.open().outbox), {
      pending: 59,
      parked: 1,
      unreadable: 1,
      missing: 0,
      partial: false,
    });
  });

  it('counts what could not be saved and is still to be sent', async () => {
    const simulation = offline();
    const tab = simulation.open();
    await tab.sendUnsaved(simulation.answer());
    assert.deepEqual(await counts(simulation, tab.outbox), {pending: 1, parked: 0, unreadable: 0, missing: 0, partial: false});
  });

  it('refuses to count what cannot be read, rather than say that nothing is there', async () => {
    const simulation = offline();
    const tab = simulation.open(failing('page'));
    let error: unknown;
    tab.outbox.counts().catch((cause: unknown) => (error = cause));
    await simulation.run({ms: 0});
    assert.ok(error instanceof Error);
  });

  async function counts(simulation: Simulation, outbox: {counts(): Promise<unknown>}): Promise<unknown> {
    let result: unknown;
    void outbox.counts().then((found) => (result = found));
    await simulation.run({ms: 0, until: () => result !== undefined});
    return result;
  }
});
