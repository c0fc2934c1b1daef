import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {PROTOCOL} from './limits.js';
import {proves, readReceipt, type Result} from './receipt.js';

const item = {id: 'a', hash: 'sha256-a'};
const other = {id: 'b', hash: 'sha256-b'};
const receipt = (results: unknown, members: object = {}): object => ({
  protocol: PROTOCOL,
  storeEpoch: 'e',
  retryAfter: 0,
  results,
  ...members,
});
const proved = (reply: unknown): boolean => proves(readReceipt(reply)?.get(item.id), item);

test('stored and duplicate with the hash of the item prove its delivery', () => {
  for (const status of ['stored', 'duplicate']) assert.ok(proved(receipt([{...item, status}])));
});

const noProof: Record<string, unknown> = {
  nothing: undefined,
  'another JSON': {ok: true},
  'a list': [],
  'another protocol': receipt([{...item, status: 'stored'}], {protocol: 'reponses/2'}),
  'no protocol': {results: [{...item, status: 'stored'}]},
  'results that are no list': receipt({a: {...item, status: 'stored'}}),
  'another id': receipt([{...other, status: 'stored'}]),
  'another hash': receipt([{...item, hash: 'sha256-x', status: 'stored'}]),
  'no hash': receipt([{id: item.id, status: 'stored'}]),
  'a hash that is no text': receipt([{id: item.id, hash: [item.hash], status: 'stored'}]),
  'a deferral': receipt([{...item, status: 'deferred'}]),
  'a rejection': receipt([{...item, status: 'rejected'}]),
  'a conflict': receipt([{...item, status: 'conflict'}]),
  'an unknown status': receipt([{...item, status: 'received'}]),
  'a status named like a method': receipt([{...item, status: 'toString'}]),
  'two results': receipt([
    {...item, status: 'stored'},
    {...item, status: 'stored'},
  ]),
  'three results': receipt([1, 2, 3].map(() => ({...item, status: 'stored'}))),
  'a second result of an unknown form': receipt([{...item, status: 'stored'}, {id: item.id}]),
  'a first result of an unknown form': receipt([
    {id: item.id, status: 'lost'},
    {...item, status: 'stored'},
  ]),
};
for (const [what, reply] of Object.entries(noProof)) {
  test(`no proof: ${what}`, () => {
    assert.equal(proved(reply), false);
  });
}

test('what is unreadable beside it takes nothing from a proof', () => {
  assert.ok(proved(receipt([null, 7, {id: 7}, {...other, status: 'lost'}, {...item, status: 'stored', extra: {}}])));
});

test('ids named like members of a prototype are ordinary ids', () => {
  for (const id of ['__proto__', 'constructor', 'toString']) {
    assert.equal(readReceipt(receipt([]))?.get(id), undefined);
    assert.ok(proves(readReceipt(receipt([{id, hash: 'h', status: 'stored'}]))?.get(id), {id, hash: 'h'}));
  }
});

test('codes and waiting times are kept where they have the right form', () => {
  const results = readReceipt(
    receipt([
      {id: 'a', status: 'deferred', code: 'damaged', retryAfter: 5},
      {id: 'b', status: 'rejected', code: 1, retryAfter: '5'},
    ]),
  );
  assert.deepEqual(results?.get('a'), {id: 'a', status: 'deferred', code: 'damaged', retryAfter: 5});
  assert.deepEqual(results?.get('b'), {id: 'b', status: 'rejected'});
});

test('without its own id, hash and a single keeping status, no reply ever proves an item', () => {
  const status = fc.constantFrom<Result['status']>('stored', 'duplicate', 'conflict', 'deferred', 'rejected');
  const result = fc.record({id: fc.constantFrom('a', 'b'), hash: fc.constantFrom('sha256-a', 'sha256-b'), status});
  fc.assert(
    fc.property(fc.array(result, {maxLength: 4}), (results) => {
      const own = results.filter(({id}) => id === item.id);
      const [only] = own;
      const expected = own.length === 1 && only?.hash === item.hash && (only.status === 'stored' || only.status === 'duplicate');
      assert.equal(proved(receipt(results)), expected);
    }),
  );
});
