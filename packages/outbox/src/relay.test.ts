import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {wireHash} from './simulation/fake-collector.kit.js';
import {Simulation, type Weather} from './simulation/simulation.kit.js';
import {HOUR, MINUTE, SECOND, noNetwork, records, says, told, waiting} from './simulation/waiting.kit.js';

const endpoint = 'https://relais.example/reponses';

/** A relay that keeps each key once, and answers what it is told to. */
function relay(says: (body: Record<string, unknown>) => string = () => '', status = 201) {
  const kept = new Map<string, string>();
  const requests: {url: string; key: string | undefined; body: string}[] = [];
  const weather: Weather = ({url, key, body}) => {
    requests.push({url, key, body});
    if (key) kept.set(key, body);
    return {status, body: says(JSON.parse(body) as Record<string, unknown>)};
  };
  return {kept, requests, weather};
}

describe('an answer that goes to a relay of the département', () => {
  it('is one plain JSON object a request, under its id as the key, with its payload in exactly the bytes that were saved', async () => {
    const payload = '{"answers":{"q1":1e21,"q2":-0,"q3":"\\ud800 é"},  "lang":"fr"}';
    const {simulation, tab, answers} = await waiting(3, {endpoint, payload, wire: 'json-status'});
    const {kept, requests, weather} = relay();
    simulation.weather = weather;
    tab.outbox.wake();
    await simulation.run({ms: SECOND});
    assert.deepEqual(
      requests.map(({url, key}) => [url, key]),
      answers.map(({id}) => [endpoint, id]),
    );
    for (const {id, campaign, version, day} of answers) {
      const hash = wireHash(payload);
      const envelope = JSON.stringify({id, campaign, version, day, hash, kind: 'plain'});
      assert.equal(kept.get(id), `${envelope.slice(0, -1)},"payload":${payload}}`);
      assert.deepEqual((JSON.parse(kept.get(id) ?? '') as {payload: unknown}).payload, JSON.parse(payload));
    }
    assert.deepEqual(await simulation.disk.page('', {limit: 1}), []);
    assert.equal(told(simulation, 'sent').length, 3);
  });

  it('is sent as a text where the payload is no JSON', async () => {
    const {simulation, tab} = await waiting(1, {endpoint, payload: 'é{', wire: 'json-status'});
    const {requests, weather} = relay();
    simulation.weather = weather;
    tab.outbox.wake();
    await simulation.run({ms: SECOND});
    assert.equal((JSON.parse(requests[0]?.body ?? '') as {payload: unknown}).payload, 'é{');
  });

  it('stays, whatever the status, unless the integrator said that a status is proof, or our receipt proves it', async () => {
    const {simulation, tab, answers} = await waiting(2, {endpoint, wire: 'json'});
    for (const status of [200, 201, 202, 204]) {
      simulation.weather = says(status, '{"ok":true}');
      tab.outbox.sendNow();
      await simulation.run({ms: 5 * SECOND});
    }
    assert.equal((await records(simulation)).length, 2);
    assert.deepEqual(told(simulation, 'sent'), []);
    const {weather} = relay(({id, hash}) => JSON.stringify({protocol: 'reponses/1', results: [{id, status: 'stored', hash}]}), 200);
    simulation.weather = weather;
    tab.outbox.sendNow();
    await simulation.run({ms: 5 * SECOND});
    assert.deepEqual(
      told(simulation, 'sent').map(({id}) => id),
      answers.map(({id}) => id),
    );
  });

  it('stays where a web page answers, though every status were proof: a public Wi-Fi’s, say (mode 22)', async () => {
    const {simulation, tab} = await waiting(1, {endpoint, wire: 'json-status'});
    for (const body of ['<!DOCTYPE html><title>Wi-Fi</title>', '\n <html lang="fr">']) {
      simulation.weather = says(200, body);
      tab.outbox.sendNow();
      await simulation.run({ms: 5 * SECOND});
    }
    assert.equal((await records(simulation)).length, 1);
    assert.deepEqual(told(simulation, 'sent'), []);
  });

  it('stays and is tried again with any other status or none, alone, and is refused alone', async () => {
    const {simulation, tab, answers} = await waiting(3, {endpoint, wire: 'json-status'});
    const bad = answers[1]?.id;
    for (const weather of [noNetwork, says(503), says(409), says(302)]) {
      simulation.weather = weather;
      tab.outbox.sendNow();
      await simulation.run({ms: 5 * SECOND});
      assert.equal((await records(simulation)).filter(({state}) => state === 'pending').length, 3);
    }
    simulation.weather = ({key}) => ({status: key === bad ? 422 : 204, body: ''});
    tab.outbox.sendNow();
    await simulation.run({ms: MINUTE});
    assert.deepEqual(
      (await records(simulation)).map(({item, state, code}) => [item.id, state, code]),
      [[bad, 'parked', 'http-422']],
    );
  });

  it('is left alone by a build that knows only our own protocol: its form has a number of its own', async () => {
    const {simulation} = await waiting(1, {endpoint, wire: 'json'});
    const [parcel] = await records(simulation);
    assert.deepEqual([parcel?.v, parcel?.wire], [2, 'json']);
    const {simulation: ours} = await waiting(1);
    const [plain] = await records(ours);
    assert.equal(plain?.v, 1);
    assert.ok(plain && !('wire' in plain));
  });

  it('goes beside what goes to a collector', async () => {
    const simulation = new Simulation();
    const {kept, weather} = relay();
    simulation.weather = (request, arrive) => (request.url === endpoint ? weather(request, arrive) : arrive());
    const tab = simulation.open();
    const [one, other] = [simulation.answer({endpoint, wire: 'json-status'}), simulation.answer()];
    for (const answer of [one, other]) void tab.save(answer);
    await simulation.run({ms: HOUR});
    assert.deepEqual([...kept.keys()], [one.id]);
    assert.deepEqual(
      [...simulation.collector.answers.values()].map(({id}) => id),
      [other.id],
    );
  });
});
