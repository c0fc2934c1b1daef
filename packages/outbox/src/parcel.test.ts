import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {OutboxError} from './outbox-error.js';
import {packed as pack, parcelKey, readParcel, rekeyed, type NewParcel, type Parcel} from './parcel.js';
import {wireHash} from './simulation/fake-collector.kit.js';

const id = '6f1c0e5e-0000-4000-8000-00000000000a';
const answer = {id, endpoint: 'https://collector.example/v1/answers', campaign: 'pmi', version: '3', day: '2026-11-20', payload: '{"é":1}'};
const now = Date.UTC(2026, 10, 21, 23, 59);
const packed = (given: NewParcel): Parcel => pack(given, wireHash(given.payload), now);

describe('a parcel', () => {
  it('has this form, version 1, for ever', () => {
    assert.deepEqual(packed(answer), {
      v: 1,
      endpoint: 'https://collector.example/v1/answers',
      item: {
        id,
        campaign: 'pmi',
        version: '3',
        day: '2026-11-20',
        hash: 'sha256-3c_PR2XaFjlplyuyBmAJLKJ4d4LZNS0dijjpP3Cs878',
        kind: 'plain',
        payload: '{"é":1}',
      },
      state: 'pending',
      tries: 0,
      savedDay: '2026-11-21',
    });
  });

  it('is not made of what could never be delivered', () => {
    for (const wrong of [{id: ''}, {id: id.toUpperCase()}, {id: '1'}, {endpoint: ''}, {endpoint: '/v1/answers'}, {endpoint: 'data:,'}]) {
      assert.throws(() => packed({...answer, ...wrong}), OutboxError);
    }
  });
});

describe('the key of a parcel', () => {
  it('follows the last one, whatever the clock says', () => {
    assert.equal(parcelKey(undefined, id), `parcel/000000000000001/${id}`);
    assert.equal(parcelKey(`parcel/000000000000009/${id}`, id), `parcel/000000000000010/${id}`);
  });

  it('puts the oldest first in the order of keys', () => {
    const keys: string[] = [];
    for (let count = 0; count < 1_100; count++) keys.push(parcelKey(keys.at(-1), id));
    assert.deepEqual([...keys].sort(), keys);
  });

  it('is still a key when the last one is not ours', () => {
    for (const strange of ['parcel/', 'parcel/zzz', 'parcel/next-format/1']) {
      assert.equal(parcelKey(strange, id), `parcel/000000000000001/${id}`);
    }
  });
});

describe('reading a stored value', () => {
  it('finds what was stored', () => {
    const parcel = packed(answer);
    assert.equal(readParcel(parcel), parcel);
    assert.ok(readParcel({...parcel, state: 'parked', code: 'malformed', somethingNew: true}));
    assert.ok(readParcel({...parcel, item: {...parcel.item, kind: 'sealed', keyId: 'k', enc: 'e'}}));
  });

  it('leaves alone what another build wrote in another form', () => {
    const parcel = packed(answer);
    const others: unknown[] = [
      undefined,
      null,
      1,
      'text',
      [],
      {},
      {...parcel, v: 2},
      {...parcel, state: 'sealed'},
      {...parcel, endpoint: 1},
    ];
    const items: unknown[] = [undefined, null, 'text', {...parcel.item, id: 'x'}, {...parcel.item, hash: 1}, {...parcel.item, payload: {}}];
    for (const other of [...others, ...items.map((item) => ({...parcel, item}))]) assert.equal(readParcel(other), undefined);
  });
});

describe('a parcel whose id turned out to be another answer’s', () => {
  const parcel = packed(answer);
  const key = parcelKey(undefined, id);

  it('gets another id and the same bytes, and keeps its place', () => {
    const next = rekeyed(parcel, key);
    assert.notEqual(next.parcel.item.id, id);
    assert.ok(readParcel(next.parcel));
    assert.deepEqual(next.parcel, {...parcel, item: {...parcel.item, id: next.parcel.item.id, previousId: id}});
    assert.equal(next.key, `parcel/000000000000001/${next.parcel.item.id}`);
  });

  it('gets the same id wherever and whenever that happens', () => {
    assert.deepEqual(rekeyed(parcel, key), rekeyed(structuredClone(parcel), key));
  });

  it('gets another id than another answer of the same id', () => {
    const other = rekeyed(packed({...answer, payload: '{}'}), key);
    assert.notEqual(other.parcel.item.id, rekeyed(parcel, key).parcel.item.id);
  });
});
