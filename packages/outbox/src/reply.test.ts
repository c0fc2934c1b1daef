import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Item} from '@ppgp/protocol';
import {packed} from './parcel.js';
import {wireHash} from './simulation/fake-collector.kit.js';
import {judge, type Judgement, type Reply} from './reply.js';
import {newId} from './new-id.js';

const item = (previousId?: string): Item => {
  const {item} = packed(
    {id: newId(), endpoint: 'https://a.example/', campaign: 'c', version: '1', day: '2026-11-21', payload: '{}'},
    wireHash('{}'),
    0,
  );
  return {...item, ...(previousId ? {previousId} : {})};
};
const one = item();
const stored = (of: Item): object => ({id: of.id, status: 'stored', hash: of.hash});
const receipt = (results: unknown, members: object = {}): Reply => ({
  status: 200,
  body: JSON.stringify({protocol: 'reponses/1', storeEpoch: 'e', retryAfter: 0, results, ...members}),
});
const problem = (status: number, code?: string, members: object = {}): Reply => ({
  status,
  body: code ? JSON.stringify({type: `urn:ppgp:problem:${code}`, title: '', status, ...members}) : '<h1>Erreur</h1>',
});

/** What is said of one item that travels alone, in a word or two. */
function alone(reply: Reply | undefined, of = one): string {
  const judgement = judge(reply, [of]);
  const verdict = judgement.is === 'judged' ? judgement.verdicts.get(of.id) : judgement;
  if (!verdict) return 'nothing';
  if (verdict.is === 'refused') return `refused ${verdict.code}`;
  if (verdict.is !== 'waiting') return verdict.is;
  const seconds = verdict.atLeast === undefined ? '' : ` ${verdict.atLeast / 1000} s`;
  return `${judgement.is === 'judged' ? 'it' : 'all'} waits ${verdict.pace}: ${verdict.reason}${seconds}`;
}

describe('proof of delivery', () => {
  it('is a 200 of our protocol that names the item once, as stored or duplicate, and echoes its hash', () => {
    assert.equal(alone(receipt([stored(one)])), 'delivered');
    assert.equal(alone(receipt([{...stored(one), status: 'duplicate'}])), 'delivered');
    assert.equal(alone(receipt([stored(one), stored(item()), 'strange'], {unknown: 1})), 'delivered');
  });

  const nothing = 'all waits back-off: not-our-server';
  const unproven: [string, Reply][] = [
    ['an HTML page, as of a network that wants a login', {status: 200, body: '<!doctype html><title>Wi-Fi</title>'}],
    ['an empty body', {status: 200, body: ''}],
    ['JSON of another service', {status: 200, body: '{"ok":true}'}],
    ['JSON that is no object', {status: 200, body: 'null'}],
    ['a cut body', {status: 200, body: receipt([stored(one)]).body.slice(0, -2)}],
    ['another protocol', receipt([stored(one)], {protocol: 'reponses/2'})],
    ['results that are no list', receipt({[one.id]: 'stored'})],
    ['no result for the item', receipt([])],
    ['a result for another item', receipt([stored(item())])],
    ['two results for the item', receipt([stored(one), stored(one)])],
    ['contradicting results for the item', receipt([stored(one), {id: one.id, status: 'deferred'}])],
    ['another hash', receipt([{...stored(one), hash: 'sha256-47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'}])],
    ['no hash', receipt([{id: one.id, status: 'stored'}])],
    ['an unknown status', receipt([{...stored(one), status: 'received'}])],
    ['a good receipt under 201', {...receipt([stored(one)]), status: 201}],
    ['a good receipt under 202', {...receipt([stored(one)]), status: 202}],
    ['204', {status: 204, body: ''}],
    ['206', {status: 206, body: ''}],
  ];
  for (const [what, reply] of unproven) {
    it(`is not: ${what}`, () => assert.equal(alone(reply), nothing));
  }
});

describe('what a reply means (protocol.md § 4.4)', () => {
  const table: [string, Reply | undefined, string][] = [
    ['no reply', undefined, 'all waits back-off: network'],
    ['deferred', receipt([{id: one.id, status: 'deferred', retryAfter: 60}]), 'it waits back-off: deferred 60 s'],
    ['deferred without a delay', receipt([{id: one.id, status: 'deferred'}]), 'it waits back-off: deferred'],
    ['deferred as damaged', receipt([{id: one.id, status: 'deferred', code: 'damaged', retryAfter: 5}]), 'it waits back-off: deferred 5 s'],
    [
      'rejected, unknown campaign',
      receipt([{id: one.id, status: 'rejected', code: 'unknown-campaign'}]),
      'it waits slow: unknown-campaign',
    ],
    ['rejected, malformed', receipt([{id: one.id, status: 'rejected', code: 'malformed'}]), 'refused malformed'],
    ['rejected, too long', receipt([{id: one.id, status: 'rejected', code: 'too-long'}]), 'refused too-long'],
    ['rejected, without a reason', receipt([{id: one.id, status: 'rejected'}]), 'refused rejected'],
    ['conflict', receipt([{id: one.id, status: 'conflict'}]), 'conflict'],
    ...[300, 301, 302, 303, 304, 307, 308].map(misconfigured),
    ...[401, 403, 404, 405, 410].map(misconfigured),
    ...[400, 415, 422, 411, 413].map((status): [string, Reply, string] => [String(status), problem(status), `refused http-${status}`]),
    ['400 with a reason', problem(400, 'not-json'), 'refused not-json'],
    ...[409, 423].map((status): [string, Reply, string] => [String(status), problem(status), 'all waits soon: server']),
    ...[408, 425, 429, 500, 502, 503, 504, 507].map(busy),
    // Everything that the table does not name.
    ...[402, 406, 407, 412, 414, 416, 417, 418, 421, 424, 426, 428, 431, 451, 501, 505, 511, 520, 599, 0, 100].map(busy),
    ['400, unsupported protocol', problem(400, 'unsupported-protocol'), 'all waits slow: endpoint-misconfigured'],
    ['422, unsupported protocol', problem(422, 'unsupported-protocol'), 'all waits slow: endpoint-misconfigured'],
  ];
  function misconfigured(status: number): [string, Reply, string] {
    return [String(status), problem(status), 'all waits slow: endpoint-misconfigured'];
  }
  function busy(status: number): [string, Reply, string] {
    return [String(status), problem(status), 'all waits back-off: server'];
  }
  for (const [what, reply, meaning] of table) it(`${what}: ${meaning}`, () => assert.equal(alone(reply), meaning));

  it('a second conflict is refused: an item gets another id once', () => {
    const again = item(one.id);
    assert.equal(alone(receipt([{id: again.id, status: 'conflict'}]), again), 'refused conflict');
  });

  it('a batch that cannot be read is halved, down to one item', () => {
    for (const status of [400, 411, 413, 415, 422]) assert.deepEqual(judge(problem(status), [one, item()]), {is: 'halved'});
  });

  it('a status alone never delivers anything', () => {
    for (let status = 100; status < 600; status++) {
      const judgement = judge(problem(status), [one]);
      const verdict = judgement.is === 'judged' ? judgement.verdicts.get(one.id)?.is : judgement.is;
      assert.notEqual(verdict, 'delivered');
    }
  });
});

describe('a receipt for many items', () => {
  const items = [item(), item(), item(), item()] as const;
  const [a, b, c, d] = items;

  it('is judged item by item: none spoils it for another', () => {
    const judgement = judge(receipt([stored(a), {id: b.id, status: 'rejected', code: 'malformed'}, {...stored(c), hash: 'x'}]), items);
    assert.equal(judgement.is, 'judged');
    assert.deepEqual(judgement.is === 'judged' && items.map(({id}) => judgement.verdicts.get(id)?.is), [
      'delivered',
      'refused',
      'waiting',
      'waiting',
    ]);
    assert.ok(d);
  });

  it('may ask for a rest before the next request', () => {
    const rest = (retryAfter: unknown): number | undefined => {
      const judgement: Judgement = judge(receipt([stored(one)], {retryAfter}), [one]);
      return judgement.is === 'judged' ? judgement.rest : undefined;
    };
    assert.deepEqual([0, undefined, null, 30, 1e9].map(rest), [undefined, undefined, undefined, 30_000, 86_400_000]);
  });
});

describe('a waiting time the server asks for', () => {
  const asked = (header: string | undefined, body: unknown): string =>
    alone({status: 503, body: JSON.stringify({retryAfter: body}), retryAfter: header})
      .replace('all waits back-off: server', '')
      .trim();

  it('is read from the header or, where that cannot be read, from the body', () => {
    assert.equal(asked('120', undefined), '120 s');
    assert.equal(asked(undefined, 120), '120 s');
    assert.equal(asked(undefined, undefined), '');
  });

  it('stays between a second and a day (mode 27)', () => {
    assert.deepEqual(
      ['0', '-5', '0.2', '1e9', '86401', 'Infinity'].map((header) => asked(header, undefined)),
      ['1 s', '1 s', '1 s', '86400 s', '86400 s', '86400 s'],
    );
  });

  it('is ignored when it is a date: the clock here may be years off (mode 27)', () => {
    assert.equal(asked('Thu, 01 Jan 1970 00:00:00 GMT', undefined), '');
    assert.equal(asked('soon', 'later'), '');
    assert.equal(asked('', null), '');
  });

  it('is read from an item’s result too', () => {
    const deferred = (retryAfter: unknown): string => alone(receipt([{id: one.id, status: 'deferred', retryAfter}]));
    assert.equal(deferred(-3), 'it waits back-off: deferred 1 s');
    assert.equal(deferred(1e12), 'it waits back-off: deferred 86400 s');
    assert.equal(deferred('soon'), 'it waits back-off: deferred');
  });
});
