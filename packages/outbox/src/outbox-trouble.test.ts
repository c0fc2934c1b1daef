import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SECOND, MINUTE, fine, noNetwork, says, records, told, waiting, arrives} from './simulation/waiting.kit.js';

describe('what somebody has to put right', () => {
  it('is told when an endpoint is wrong, closed or asks for a login; it is tried every quarter of an hour', async () => {
    for (const status of [302, 401, 403, 404, 405, 410]) {
      const {simulation, tab, answers} = await waiting(2);
      const ids = answers.map(({id}) => id);
      simulation.weather = says(status);
      tab.outbox.wake();
      await simulation.run({ms: 14 * MINUTE});
      assert.deepEqual(told(simulation, 'trouble'), [{type: 'trouble', code: 'endpoint-misconfigured', ids}]);
      tab.outbox.wake();
      await simulation.run({ms: 5 * SECOND});
      assert.equal(simulation.requests, 1);
      await arrives(simulation, answers, 2 * MINUTE);
    }
  });

  it('is told when a campaign is unknown; the others go on, and it drains once the campaign is registered', async () => {
    const {simulation, tab, answers} = await waiting(2, {campaign: 'not-yet'});
    const other = simulation.answer();
    simulation.collector.campaigns = new Set(['c1']);
    simulation.weather = fine;
    void tab.save(other);
    await simulation.run({ms: 10 * MINUTE});
    const ids = told(simulation, 'trouble').flatMap((event) => event.ids);
    assert.deepEqual(new Set(told(simulation, 'trouble').map(({code}) => code)), new Set(['unknown-campaign']));
    assert.deepEqual(ids.sort(), answers.map(({id}) => id).sort());
    assert.equal(told(simulation, 'sent').length, 1);
    assert.equal((await records(simulation)).filter(({state}) => state === 'pending').length, 2);
    simulation.collector.campaigns.add('not-yet');
    await arrives(simulation, [...answers, other]);
  });

  it('is told when five replies in a row are not our server’s, not before', async () => {
    const {simulation, tab, answers} = await waiting(1);
    simulation.weather = ({number}) => {
      if (number === 3) throw new TypeError('Failed to fetch');
      return {status: 200, body: '<h1>Bienvenue</h1>'};
    };
    tab.outbox.wake();
    await simulation.run({ms: 60 * MINUTE, until: () => simulation.requests === 5});
    assert.deepEqual(told(simulation, 'trouble'), []);
    await simulation.run({ms: 60 * MINUTE, until: () => told(simulation, 'trouble').length > 0});
    assert.equal(simulation.requests, 6);
    assert.deepEqual(told(simulation, 'trouble'), [{type: 'trouble', code: 'not-our-server', ids: [answers[0]?.id]}]);
    await arrives(simulation, answers);
  });

  it('is told after ten requests without any reply, though the device has a network: blocked, perhaps, or misconfigured (mode 26) (mode 28)', async () => {
    const {simulation, tab, answers} = await waiting(1);
    tab.die();
    simulation.weather = noNetwork;
    const next = simulation.open();
    let isOffline = true;
    next.outbox.ports.offline = () => isOffline;
    const tries = async (count: number): Promise<void> => {
      const end = simulation.requests + count;
      next.outbox.wake();
      await simulation.run({until: () => simulation.requests >= end});
      await simulation.run({ms: SECOND});
    };
    await tries(20);
    assert.deepEqual(told(simulation, 'trouble'), []);
    isOffline = false;
    await tries(9);
    assert.deepEqual(told(simulation, 'trouble'), []);
    await tries(20);
    assert.deepEqual(told(simulation, 'trouble'), [{type: 'trouble', code: 'endpoint-misconfigured', ids: [answers[0]?.id]}]);
    await arrives(simulation, answers);
  });

  it('is not the answers’ fault when the server does not speak our protocol (mode 84)', async () => {
    const {simulation, tab, answers} = await waiting(3);
    simulation.weather = says(422, '{"type":"urn:ppgp:problem:unsupported-protocol","status":422}');
    tab.outbox.wake();
    await simulation.run({ms: SECOND});
    assert.deepEqual(
      (await records(simulation)).map(({state}) => state),
      ['pending', 'pending', 'pending'],
    );
    await arrives(simulation, answers);
  });
});

describe('what a collector refuses', () => {
  it('is found by halving, parked alone, kept, and does not hold up the others (mode 25) (mode 58)', async () => {
    for (const status of [400, 411, 413, 415, 422]) {
      for (const position of [0, 24, 49]) {
        const {simulation, tab, answers} = await waiting(50);
        const bad = answers[position]?.id ?? '';
        simulation.weather = ({body}, arrive) => (body.includes(bad) ? {status, body: ''} : arrive());
        tab.outbox.wake();
        await simulation.run({ms: SECOND});
        assert.equal(told(simulation, 'sent').length, 49);
        assert.deepEqual(told(simulation, 'parked'), [{type: 'parked', id: bad, code: `http-${status}`}]);
        const [left, ...others] = await records(simulation);
        assert.deepEqual([left?.item.id, left?.state, left?.code, left?.tries, others], [bad, 'parked', `http-${status}`, 1, []]);
        assert.ok(simulation.requests <= 14, `${simulation.requests} requests`);
        assert.equal(simulation.clock.waiting, 0);
        tab.outbox.sendNow();
        await arrives(simulation, answers);
      }
    }
  });

  it('is parked with its reason when its envelope can never be read', async () => {
    const {simulation, tab, answers} = await waiting(2);
    const [bad] = answers;
    simulation.collector.say = ({id}, said) => (id === bad?.id ? {id, status: 'rejected', code: 'too-long'} : said);
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: SECOND});
    assert.deepEqual(told(simulation, 'parked'), [{type: 'parked', id: bad?.id, code: 'too-long'}]);
  });

  it('is tried again once per page, and by hand', async () => {
    const {simulation, tab, answers} = await waiting(1);
    simulation.weather = says(400);
    tab.outbox.wake();
    await simulation.run({ms: 24 * 60 * MINUTE});
    assert.equal(simulation.requests, 1);
    tab.outbox.wake();
    await simulation.run({ms: 24 * 60 * MINUTE});
    assert.equal(simulation.requests, 1);
    tab.outbox.sendNow();
    await simulation.run({ms: 24 * 60 * MINUTE});
    assert.equal(simulation.requests, 2);
    tab.die();
    const next = simulation.open();
    void next.outbox.flush();
    await simulation.run({ms: 24 * 60 * MINUTE});
    assert.equal(simulation.requests, 3);
    assert.equal((await records(simulation))[0]?.tries, 3);
    next.outbox.sendNow();
    await arrives(simulation, answers);
  });

  it('goes once more under another id when its own is another answer’s, and then counts once (mode 60) (mode 67)', async () => {
    const {simulation, tab, answers} = await waiting(3);
    const taken = answers[1]?.id ?? '';
    simulation.collector.takeFromElsewhere('c1', taken);
    tab.outbox.wake();
    await arrives(simulation, answers);
    const sent = told(simulation, 'sent').find(({previousId}) => previousId === taken);
    assert.ok(sent && sent.id !== taken);
    assert.equal(simulation.requests, 2);
  });

  it('is parked when its second id is taken too', async () => {
    const {simulation, tab} = await waiting(1);
    simulation.collector.say = ({id}) => ({id, status: 'conflict'});
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: 60 * MINUTE});
    assert.equal(simulation.requests, 2);
    assert.equal(told(simulation, 'parked').length, 1);
    const [left] = await records(simulation);
    assert.deepEqual([left?.state, left?.code], ['parked', 'conflict']);
  });
});

describe('records of another build', () => {
  it('are left as they are, byte for byte, and do not hold up ours (mode 64) (mode 65)', async () => {
    const {simulation, tab, answers} = await waiting(2);
    const strange = [
      {put: 'parcel/000000000000000/0', value: {v: 2, sealed: 'x'}},
      {put: 'parcel/000000000000001/a', value: 'text'},
      {put: 'parcel/999999999999999/z', value: {v: 1, endpoint: 'https://a.example/', item: {}, state: 'pending'}},
      {put: 'draft/1', value: {v: 1}},
    ];
    await simulation.disk.commit(strange);
    simulation.weather = fine;
    tab.outbox.wake();
    const later = simulation.answer();
    void tab.save(later);
    await simulation.run({ms: 20 * MINUTE});
    assert.equal(told(simulation, 'sent').length, 3);
    assert.deepEqual(
      (await simulation.disk.page('', {limit: 10})).filter(([key]) => key !== 'canary'),
      [strange[3], strange[0], strange[1], strange[2]].map((record) => [record?.put, record?.value]),
    );
    assert.equal(simulation.collector.find(answers[0]?.id ?? '').length, 1);
  });
});
