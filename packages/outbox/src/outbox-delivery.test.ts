import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Simulation, type Weather} from './simulation/simulation.kit.js';
import {SECOND, MINUTE, fine, noNetwork, says, records, told, waiting, arrives} from './simulation/waiting.kit.js';

describe('delivering', () => {
  it('sends what was just saved by itself, tells it, and leaves nothing on the device', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    const answer = simulation.answer();
    void tab.save(answer);
    await simulation.run();
    assert.deepEqual(simulation.events, [
      {type: 'saved', id: answer.id},
      {type: 'sent', id: answer.id, previousId: undefined},
    ]);
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

  it('says when all that was due was tried, also where another tab had sent it', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    void tab.outbox.flush();
    await simulation.run();
    assert.equal(simulation.idle, 1);
    assert.deepEqual(simulation.events, []);
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
        ['https://a.example/v1/answers', 2],
        [other.endpoint, 1],
      ]),
    );
  });

  it('sends fifty at a time, one request after the other (mode 20)', async () => {
    const {simulation, tab, answers} = await waiting(120);
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: 10 * SECOND});
    assert.deepEqual(
      simulation.collector.requests.map(({ids}) => ids.length),
      [50, 50, 20],
    );
    assert.equal(simulation.mostInFlight, 1);
    await arrives(simulation, answers);
  });

  it('goes on with the other endpoints when one is down (I8)', async () => {
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

  it('does not let an endpoint that hangs hold up the others, nor what is saved meanwhile (I8) (mode 30)', async () => {
    const {simulation, tab, answers} = await waiting(60, {endpoint: 'https://hangs.example/'});
    const early = simulation.answer({endpoint: 'https://up.example/'});
    void tab.save(early);
    await simulation.run({ms: MINUTE});
    simulation.weather = fine;
    const post = simulation.post.bind(simulation);
    const hanging: (() => void)[] = [];
    let most = 0;
    simulation.post = async (url, body, options) => {
      if (url.includes('hangs')) await new Promise<void>((resolve) => (most = Math.max(most, hanging.push(resolve))));
      return post(url, body, options);
    };
    tab.outbox.wake();
    await simulation.run({ms: 5 * SECOND});
    const late = simulation.answer({endpoint: 'https://other.example/'});
    void tab.save(late);
    await simulation.run({ms: 5 * SECOND});
    assert.deepEqual(
      told(simulation, 'sent').map(({id}) => id),
      [early.id, late.id],
    );
    // One request at a time to it, all the same.
    assert.equal(most, 1);
    simulation.post = post;
    hanging.pop()?.();
    await arrives(simulation, [...answers, early, late]);
  });

  it('hears a listener’s error without stopping', async () => {
    const simulation = new Simulation();
    const tab = simulation.open();
    const errors: unknown[] = [];
    // The test runner would fail the test for what a browser only reports.
    const strict = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', (error) => errors.push(error));
    tab.outbox.watch(({type}) => {
      if (type === 'sent') throw new Error('of the page');
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
    ['no network, or a reply that the browser hides (mode 26)', noNetwork],
    [
      'a request that takes too long (mode 29) (mode 30)',
      () => {
        throw new DOMException('too long', 'TimeoutError');
      },
    ],
    ['a network’s login page (mode 22)', says(200, '<!doctype html><title>Wi-Fi</title>')],
    ['another service (mode 22)', says(200, '{"ok":true}')],
    ...[201, 202, 204].map((status): [string, Weather] => [`an empty ${status} (mode 22)`, says(status)]),
    ...[301, 302, 307, 308].map((status): [string, Weather] => [`${status} (mode 33)`, says(status)]),
    ...[401, 403, 404, 405, 410].map((status): [string, Weather] => [`${status} (mode 25)`, says(status)]),
    ...[408, 409, 418, 423, 425, 429].map((status): [string, Weather] => [`${status} (mode 25)`, says(status)]),
    ...[500, 502, 503, 504, 507].map((status): [string, Weather] => [`${status} (mode 24)`, says(status)]),
    ['a reply lost after the collector stored it (mode 23)', (request, arrive) => (arrive(), noNetwork(request, arrive))],
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

  it('with every status from 400 to 451: all stay, parked or not (mode 25)', async () => {
    const {simulation, tab, answers} = await waiting(2);
    for (let status = 400; status <= 451; status++) {
      simulation.weather = says(status, '{"ok":true}');
      tab.outbox.sendNow();
      await simulation.run({ms: 2 * SECOND});
      assert.equal((await records(simulation)).length, 2, `${status}`);
    }
    assert.deepEqual(told(simulation, 'sent'), []);
    tab.outbox.sendNow();
    await arrives(simulation, answers);
  });

  it('with a body that was altered on the way, by a worker of the host say, or sent twice, or again a year later (mode 32) (mode 34)', async () => {
    const {simulation, tab, answers} = await waiting(3);
    const {collector} = simulation;
    simulation.weather = ({url, body}) => collector.receive(url, body.replace('answers', 'ANSWERS'));
    tab.outbox.wake();
    await simulation.run({ms: SECOND});
    assert.equal(told(simulation, 'sent').length, 2);
    assert.equal((await records(simulation)).length, 1);
    assert.deepEqual(collector.breaches.splice(0), [`hash of ${answers[0]?.id}`]);
    simulation.weather = (_request, arrive) => (arrive(), arrive());
    await simulation.run({ms: MINUTE});
    for (const {url, body} of [...collector.requests].slice(1)) collector.receive(url, body);
    assert.deepEqual(collector.breaches.splice(0), []);
    await arrives(simulation, answers);
  });

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

  it('sends an acknowledged answer whose reply was lost once more, and it counts once (mode 23) (mode 38)', async () => {
    const {simulation, tab, answers} = await waiting(3);
    simulation.weather = (request, arrive) => (request.number < 4 ? (arrive(), noNetwork(request, arrive)) : arrive());
    tab.outbox.wake();
    await arrives(simulation, answers);
    const bodies = simulation.collector.requests.map(({body}) => JSON.stringify((JSON.parse(body) as {items: unknown}).items));
    assert.equal(new Set(bodies).size, 1);
  });

  it('keeps an answer through ten thousand failures and four hundred days (mode 36)', async () => {
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
