import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {OutboxEvent} from './outbox-event.js';
import type {Parcel} from './parcel.js';
import {Simulation, type Tab, type Weather} from './simulation/simulation.kit.js';
import type {NewParcel} from './parcel.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const YEARS = 50 * 365 * 24 * 60 * MINUTE;
const fine: Weather = (_request, arrive) => arrive();
const noNetwork: Weather = () => {
  throw new TypeError('Failed to fetch');
};
const says =
  (status: number, body = '', retryAfter?: string): Weather =>
  () => ({status, body, retryAfter});

const records = async ({disk}: Simulation): Promise<Parcel[]> =>
  (await disk.page('parcel/', {limit: 10_000})).map(([, value]) => value as Parcel);
const told = <T extends OutboxEvent['type']>({events}: Simulation, type: T): Extract<OutboxEvent, {type: T}>[] =>
  events.filter((event): event is Extract<OutboxEvent, {type: T}> => event.type === type);

/** A page on which these answers were saved without a network; what comes next is up to the weather. */
async function waiting(count: number, members: Partial<NewParcel> = {}): Promise<{simulation: Simulation; tab: Tab; answers: NewParcel[]}> {
  const simulation = new Simulation();
  simulation.weather = noNetwork;
  const tab = simulation.open();
  const answers = Array.from({length: count}, () => simulation.answer(members));
  for (const answer of answers) {
    void tab.save(answer);
    await simulation.run({ms: 100, until: () => simulation.saved.has(answer.id)});
  }
  assert.equal(simulation.saved.size, count);
  await simulation.run({ms: MINUTE});
  simulation.events.length = 0;
  simulation.requests = 0;
  return {simulation, tab, answers};
}

/** Once the fault is mended, everything arrives once, and the device is empty. */
async function arrives(simulation: Simulation, answers: readonly NewParcel[], ms = 16 * MINUTE): Promise<void> {
  simulation.weather = fine;
  await simulation.run({ms});
  for (const {id} of answers) assert.equal(simulation.collector.find(id).length, 1, `${id} arrived`);
  assert.deepEqual(await records(simulation), []);
  assert.deepEqual(await simulation.faults(), []);
}

describe('delivering', () => {
  it('sends what was just saved by itself, tells it, and leaves nothing on the device', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    const answer = simulation.answer();
    void tab.save(answer);
    await simulation.run();
    assert.deepEqual(simulation.events, [{type: 'sent', id: answer.id, previousId: undefined}]);
    assert.deepEqual(await records(simulation), []);
    assert.deepEqual(await simulation.faults(), []);
  });

  it('does nothing at all while nothing waits', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    void tab.outbox.flush();
    await simulation.run();
    void tab.save(simulation.answer());
    await simulation.run();
    assert.equal(simulation.clock.waiting, 0);
    assert.equal(simulation.requests, 1);
  });

  it('sends all that an earlier visit left', async () => {
    const {simulation, tab, answers} = await waiting(120);
    tab.die();
    simulation.weather = fine;
    void simulation.open().outbox.flush();
    await arrives(simulation, answers);
    assert.equal(told(simulation, 'sent').length, 120);
    assert.equal(simulation.requests, 3);
  });

  it('removes later what could not be removed at once, though it was delivered', async () => {
    const {simulation, tab, answers} = await waiting(2);
    tab.die();
    simulation.weather = fine;
    let failures = 2;
    const next = simulation.open((_call, name) => (name === 'commit' && failures-- > 0 ? 'fails-before' : undefined));
    void next.outbox.flush();
    await arrives(simulation, answers);
    assert.ok(failures < 0);
  });

  it('sends an answer only where it was saved for', async () => {
    const {simulation, tab, answers} = await waiting(2, {endpoint: 'https://a.example/v1/answers'});
    const other = simulation.answer({endpoint: 'https://b.example/v1/answers'});
    void tab.save(other);
    await arrives(simulation, [...answers, other]);
    const {requests} = simulation.collector;
    assert.deepEqual(
      new Map(requests.map(({url, ids}) => [url, ids.length])),
      new Map([
        [requests[0]?.url, 2],
        [other.endpoint, 1],
      ]),
    );
  });

  it('sends fifty at a time, the oldest first, one request after the other', async () => {
    const {simulation, tab, answers} = await waiting(120);
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: 10 * SECOND});
    assert.deepEqual(
      simulation.collector.requests.map(({ids}) => ids.length),
      [50, 50, 20],
    );
    assert.deepEqual(
      simulation.collector.requests.flatMap(({ids}) => ids),
      answers.map(({id}) => id),
    );
    assert.equal(simulation.mostInFlight, 1);
    await arrives(simulation, answers);
  });

  it('goes on with the other endpoints when one is down', async () => {
    const {simulation, tab, answers} = await waiting(60, {endpoint: 'https://down.example/'});
    const other = simulation.answer({endpoint: 'https://up.example/'});
    simulation.weather = (request, arrive) => (request.url.includes('down') ? noNetwork(request, arrive) : arrive());
    void tab.save(other);
    await simulation.run({ms: 5 * SECOND});
    assert.deepEqual(
      told(simulation, 'sent').map(({id}) => id),
      [other.id],
    );
    await arrives(simulation, [...answers, other]);
  });

  it('hears a listener’s error without stopping', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    const errors: unknown[] = [];
    // The test runner would fail the test for what a browser only reports.
    const strict = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', (error) => errors.push(error));
    tab.outbox.watch(() => {
      throw new Error('of the page');
    });
    const unwatch = tab.outbox.watch(() => assert.fail('it no longer watches'));
    unwatch();
    const answer = simulation.answer();
    void tab.save(answer);
    await arrives(simulation, [answer]);
    process.removeAllListeners('unhandledRejection');
    for (const listener of strict) process.on('unhandledRejection', listener);
    assert.equal(errors.length, 1);
    assert.equal(told(simulation, 'sent').length, 1);
  });
});

describe('nothing is removed without proof', () => {
  const faults: [string, Weather][] = [
    ['no network', noNetwork],
    [
      'a request that takes too long',
      () => {
        throw new DOMException('too long', 'TimeoutError');
      },
    ],
    ['a network’s login page', says(200, '<!doctype html><title>Wi-Fi</title>')],
    ['another service', says(200, '{"ok":true}')],
    ...[201, 202, 204].map((status): [string, Weather] => [`an empty ${status}`, says(status)]),
    ...[301, 302, 307, 308, 401, 403, 404, 405, 410].map((status): [string, Weather] => [`${status}`, says(status)]),
    ...[408, 409, 423, 425, 429, 500, 502, 503, 504, 507, 418].map((status): [string, Weather] => [`${status}`, says(status)]),
    ['a reply lost after the collector stored it', (request, arrive) => (arrive(), noNetwork(request, arrive))],
    ['a reply cut in the middle', (_request, arrive) => ({status: 200, body: arrive().body.slice(0, 60)})],
    ['a good receipt under 201', (_request, arrive) => ({...arrive(), status: 201})],
    ['a wrong hash', says200((result) => ({...result, hash: `sha256-${'A'.repeat(43)}`}))],
    ['no hash', says200(({hash: _hash, ...result}) => result)],
    ['a missing result', says200(() => undefined)],
    ['results for others', says200((result) => ({...result, id: '00000000-0000-4000-8000-000000000000'}))],
    ['each result twice', (_request, arrive) => twice(arrive())],
    ['an unknown status', says200((result) => ({...result, status: 'received'}))],
    ['another protocol', (_request, arrive) => ({status: 200, body: arrive().body.replace('reponses/1', 'reponses/9')})],
    ['everything deferred', says200(({id}) => ({id, status: 'deferred', retryAfter: 30}))],
  ];
  type Result = {id: string} & Record<string, unknown>;
  function says200(change: (result: Result) => object | undefined): Weather {
    return (_request, arrive) => {
      const reply = arrive();
      const receipt = JSON.parse(reply.body) as {results: Result[]};
      return {...reply, body: JSON.stringify({...receipt, results: receipt.results.flatMap((result) => change(result) ?? [])})};
    };
  }
  function twice(reply: {status: number; body: string}): {status: number; body: string} {
    const receipt = JSON.parse(reply.body) as {results: Result[]};
    return {...reply, body: JSON.stringify({...receipt, results: [...receipt.results, ...receipt.results]})};
  }

  for (const [what, weather] of faults) {
    it(`with ${what}: all stay, nothing is called sent, and all arrive once it is mended`, async () => {
      const {simulation, tab, answers} = await waiting(4);
      simulation.weather = weather;
      tab.outbox.wake();
      await simulation.run({ms: 40 * MINUTE});
      assert.equal((await records(simulation)).length, 4);
      assert.deepEqual(told(simulation, 'sent'), []);
      assert.ok(told(simulation, 'retry').length > 0);
      await arrives(simulation, answers);
    });
  }

  it('takes what is proven out of a receipt in which all else is wrong', async () => {
    const {simulation, tab, answers} = await waiting(6);
    const [a, b, c, d, e] = answers.map(({id}) => id);
    simulation.collector.say = (item, said) => {
      if (item.id === a) return {...said, hash: 'sha256-wrong'};
      if (item.id === b) return undefined;
      if (item.id === c) return {id: c, status: 'deferred', retryAfter: 60};
      if (item.id === d) return {id: d, status: 'rejected', code: 'malformed'};
      return item.id === e ? {id: e, status: 'rejected', code: 'unknown-campaign'} : said;
    };
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: SECOND, until: () => told(simulation, 'sent').length > 0});
    assert.deepEqual(
      (await records(simulation)).map(({item, state}) => [item.id, state]),
      [a, b, c, d, e].map((id) => [id, id === d ? 'parked' : 'pending']),
    );
    simulation.collector.say = (_item, said) => said;
    tab.outbox.sendNow();
    await arrives(simulation, answers);
  });

  it('sends an acknowledged answer whose reply was lost once more, and it counts once', async () => {
    const {simulation, tab, answers} = await waiting(3);
    simulation.weather = (request, arrive) => (request.number < 4 ? (arrive(), noNetwork(request, arrive)) : arrive());
    tab.outbox.wake();
    await arrives(simulation, answers);
    const bodies = simulation.collector.requests.map(({body}) => JSON.stringify((JSON.parse(body) as {items: unknown}).items));
    assert.equal(new Set(bodies).size, 1);
  });

  it('keeps an answer through ten thousand failures and four hundred days', async () => {
    const {simulation, tab, answers} = await waiting(1);
    const kinds = faults.filter(([what]) => what !== 'everything deferred').map(([, weather]) => weather);
    simulation.weather = (request, arrive) => (kinds[request.number % kinds.length] ?? noNetwork)(request, arrive);
    const wake = (): void => {
      tab.outbox.sendNow();
      simulation.clock.after(MINUTE, wake);
    };
    wake();
    await simulation.run({until: () => simulation.requests > 10_000});
    simulation.clock.jump(400 * 24 * 60 * MINUTE);
    assert.equal((await records(simulation)).length, 1);
    assert.deepEqual(told(simulation, 'sent'), []);
    await arrives(simulation, answers, 60 * MINUTE);
  });
});

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
    simulation.weather = says(503, '', '120');
    tab.outbox.wake();
    await simulation.run({ms: SECOND});
    const [retry] = told(simulation, 'retry');
    assert.deepEqual([retry?.reason, retry && retry.at - simulation.clock.now()], ['server', 119 * SECOND]);
    simulation.weather = fine;
    simulation.requests = 0;
    tab.outbox.wake();
    await simulation.run({ms: 118 * SECOND});
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

  it('rests when a receipt asks for it', async () => {
    const {simulation, tab, answers} = await waiting(60);
    simulation.collector.retryAfter = 30;
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: 29 * SECOND});
    assert.equal(told(simulation, 'sent').length, 50);
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

  it('goes on trying when the clock is set fifty years back or forth, and with it the day changes only for display', async () => {
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

  it('is not the answers’ fault when the server does not speak our protocol', async () => {
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
  it('is found by halving, parked alone, kept, and does not hold up the others', async () => {
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

  it('goes once more under another id when its own is another answer’s, and then counts once', async () => {
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
  it('are left as they are, and do not hold up ours', async () => {
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
      await simulation.disk.page('', {limit: 10}),
      [strange[3], strange[0], strange[1], strange[2]].map((record) => [record?.put, record?.value]),
    );
    assert.equal(simulation.collector.find(answers[0]?.id ?? '').length, 1);
  });
});

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
      /did not keep/,
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

  it('is put on the device when that becomes possible, without being called saved', async () => {
    const simulation = new Simulation();
    simulation.weather = noNetwork;
    let full = true;
    const tab = simulation.open((_call, name) => (name === 'commit' && full ? 'fails-before' : undefined));
    const answer = simulation.answer();
    tab.give(answer);
    await simulation.run({ms: MINUTE});
    assert.deepEqual(await records(simulation), []);
    full = false;
    await simulation.run({ms: 6 * MINUTE});
    assert.equal((await records(simulation)).length, 1);
    assert.equal(simulation.saved.size, 0);
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
