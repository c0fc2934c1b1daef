import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PARCELS} from './parcel.js';
import {Simulation, type Tab} from './simulation/simulation.kit.js';
import {HOUR, MINUTE, SECOND, fine, noNetwork, says, told, waiting} from './simulation/waiting.kit.js';

/** A device on which so many answers wait from earlier visits, put there as this build would. */
async function backlog(count: number): Promise<{simulation: Simulation; ids: string[]; visit: () => Tab}> {
  const {simulation, tab} = await waiting(1);
  tab.die();
  const [record] = await simulation.disk.page(PARCELS, {limit: 1});
  assert.ok(record);
  const [, parcel] = record as [string, {item: object}];
  await simulation.disk.commit([{remove: record[0]}]);
  simulation.given.clear();
  simulation.saved.clear();
  const ids: string[] = [];
  for (let place = 1; place <= count; place++) {
    const answer = simulation.answer();
    const {id, payload} = answer;
    const item = {...parcel.item, id, payload, hash: await simulation.hash(payload)};
    await simulation.disk.commit([{put: `${PARCELS}${String(place).padStart(15, '0')}/${id}`, value: {...parcel, item}}]);
    simulation.given.set(id, answer);
    ids.push(id);
  }
  const visit = (): Tab => {
    const next = simulation.open();
    next.outbox.wake();
    return next;
  };
  return {simulation, ids, visit};
}

describe('after weeks without a network', () => {
  it('sends the oldest and the newest in turns, so that today’s do not wait for all others (mode 83)', async () => {
    const {simulation, ids, visit} = await backlog(1_000);
    simulation.weather = fine;
    visit();
    await simulation.run({ms: HOUR});
    const places = simulation.collector.requests.map((request) => request.ids.map((id) => ids.indexOf(id)));
    assert.deepEqual(places[0]?.[0], 0);
    assert.deepEqual(places[1]?.at(-1), 999);
    const [early, late] = [
      places
        .slice(0, 10)
        .flat()
        .filter((place) => place < 500),
      places
        .slice(0, 10)
        .flat()
        .filter((place) => place >= 500),
    ];
    assert.ok(early.length >= 200 && late.length >= 200, `${early.length} old and ${late.length} new in the first ten requests`);
    assert.equal(simulation.collector.answers.size, 1_000);
    assert.ok(simulation.requests <= 24, `${simulation.requests} requests`);
    assert.equal(simulation.mostInFlight, 1);
    assert.deepEqual(await simulation.faults(), []);
    assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
  });

  it('sends an answer given meanwhile with the next request but one', async () => {
    const {simulation, visit} = await backlog(1_000);
    const today = simulation.answer();
    const tabs: Tab[] = [];
    simulation.weather = ({number}, arrive) => {
      if (number === 4) tabs[0]?.give(today);
      return arrive();
    };
    tabs.push(visit());
    await simulation.run({ms: HOUR});
    const at = simulation.collector.requests.findIndex(({ids}) => ids.includes(today.id));
    assert.ok(at >= 4 && at < 9, `it went with request ${at + 1}`);
    assert.deepEqual(await simulation.faults(), []);
  });

  it('lets no answer hold up the others, and sends nearly all within half a minute of the first success (I8)', async () => {
    const {simulation, ids, visit} = await backlog(50);
    simulation.collector.say = ({id}, said) => (id === ids[7] ? {id, status: 'deferred', retryAfter: 3_600} : said);
    simulation.weather = noNetwork;
    const tab = visit();
    await simulation.run({ms: 10 * MINUTE});
    simulation.weather = fine;
    tab.outbox.wake();
    await simulation.run({ms: 30 * SECOND});
    assert.equal(told(simulation, 'sent').length, 49);
  });

  it('does not send everything twice where its numbers have gaps, or are none', async () => {
    const {simulation, ids, visit} = await backlog(120);
    const [record] = await simulation.disk.page(PARCELS, {limit: 1});
    assert.ok(record);
    const [key, value] = record;
    await simulation.disk.commit([{remove: key}, {put: `${PARCELS}not-a-number/${ids[0]}`, value}]);
    simulation.weather = fine;
    visit();
    await simulation.run({ms: HOUR});
    assert.equal(simulation.collector.requests.flatMap((request) => request.ids).length, 120);
    assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
  });
});

describe('after an outage', () => {
  it('the devices of a whole département do not come back together (mode 35)', async () => {
    const back: number[] = [];
    for (let seed = 1; seed <= 500; seed++) {
      const simulation = new Simulation({seed});
      simulation.weather = says(503);
      const tab = simulation.open();
      void tab.save(simulation.answer());
      const end = 20 * MINUTE;
      await simulation.run({ms: end});
      simulation.weather = (_request, arrive) => (back.push(simulation.clock.passed - end), arrive());
      await simulation.run({ms: 6 * MINUTE});
    }
    assert.equal(back.length, 500);
    const bins = Array.from({length: 15}, (_, bin) => back.filter((ms) => Math.floor(ms / (20 * SECOND)) === bin).length);
    const mean = bins.reduce((sum, each) => sum + each, 0) / bins.length;
    assert.ok(Math.max(...bins) / mean <= 3, `peak over mean: ${bins.join()}`);
  });
});

describe('after a wake-up', () => {
  it('everything that waits is attempted within five seconds, however long the page slept (I8) (mode 39)', async () => {
    for (const asleep of [SECOND, HOUR, 400 * 24 * HOUR]) {
      const {simulation, tab} = await waiting(60);
      await simulation.run({ms: HOUR});
      // A frozen page's timers do not ring; the clock goes on.
      simulation.clock.jump(asleep);
      simulation.requests = 0;
      simulation.weather = fine;
      tab.outbox.wake();
      await simulation.run({ms: 5 * SECOND});
      assert.equal(told(simulation, 'sent').length, 60);
    }
  });

  it('a reply that came while the page was frozen counts, and what was sent beside it counts once', async () => {
    const {simulation, tab, answers} = await waiting(2);
    let thaw: () => void = () => undefined;
    const frozen = new Promise<void>((resolve) => (thaw = resolve));
    const post = simulation.post.bind(simulation);
    simulation.weather = fine;
    simulation.post = async (url, body) => {
      simulation.post = post;
      const reply = await post(url, body);
      await frozen;
      return reply;
    };
    tab.outbox.wake();
    await simulation.run({ms: MINUTE});
    simulation.letGo(tab);
    simulation.open().outbox.wake();
    await simulation.run({ms: HOUR});
    thaw();
    await simulation.run({ms: MINUTE});
    for (const {id} of answers) assert.equal(simulation.collector.find(id).length, 1);
    assert.deepEqual(await simulation.faults(), []);
    assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
  });
});
