import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {isAnswerId, readBatch, readItem, type ReadItem} from './batch.js';
import {LIMITS, PROTOCOL} from './limits.js';

const ID = '6f1c0e5e-3d2a-4b1c-9e8f-0a1b2c3d4e5f';
const HASH = `sha256-${'A'.repeat(43)}`;

const plain = (members: object = {}): object => ({
  id: ID,
  campaign: 'pmi-accueil',
  version: '3',
  day: '2026-11-21',
  hash: HASH,
  kind: 'plain',
  payload: '{"answers":{}}',
  ...members,
});
const sealed = (members: object = {}): object => plain({kind: 'sealed', keyId: '2026-10', enc: 'BAb_-9', payload: 'q-_0', ...members});
const numbered = (index: number): object => plain({id: `6f1c0e5e-3d2a-4b1c-9e8f-${index.toString(16).padStart(12, '0')}`});
const batch = (items: unknown, members: object = {}): object => ({protocol: PROTOCOL, items, ...members});

const codeOf = (read: ReadItem): string => (read.ok ? 'ok' : read.code);

test('a plain and a sealed item are read, and unknown members are left out', () => {
  const read = readItem(plain({previousId: ID, device: {id: 'x', seq: 1}, extra: true}));
  assert.deepEqual(read, {ok: true, item: plain({previousId: ID})});
  assert.deepEqual(readItem(sealed()), {ok: true, item: sealed()});
});

test('the payload is taken as it is: never parsed, never changed', () => {
  for (const payload of ['', 'not json', '\u0000', '{"__proto__":1}', '\ud800', 'é']) {
    const read = readItem(plain({payload}));
    assert.equal(read.ok && read.item.payload, payload);
  }
});

test('an item without a readable id is told apart from one whose envelope is wrong', () => {
  for (const value of [null, 1, 'text', [], {}, plain({id: 7}), plain({id: ''}), plain({id: ID.toUpperCase()}), plain({id: `${ID}\n`})]) {
    assert.deepEqual(readItem(value), {ok: false, id: undefined, code: 'no-id'});
  }
});

const malformed: Record<string, object> = {
  'a campaign that is no id': plain({campaign: 'PMI accueil'}),
  'a campaign named like a prototype': plain({campaign: '__proto__'}),
  'no version': plain({version: undefined}),
  'an empty version': plain({version: ''}),
  'a version of 65 characters': plain({version: 'v'.repeat(65)}),
  'a version with a NUL, which a store may cut': plain({version: '3\u0000'}),
  'a version with half a surrogate pair': plain({version: '3\ud800'}),
  'an instant for a day': plain({day: '2026-11-21T10:00:00Z'}),
  'a hash with padding': plain({hash: `${HASH}=`}),
  'a hash of another kind': plain({hash: `md5-${'A'.repeat(43)}`}),
  'a payload that is an object': plain({payload: {}}),
  'an unknown kind': plain({kind: 'clear'}),
  'a kind named like a method': plain({kind: 'toString'}),
  'a previous id that is none': plain({previousId: 'x'}),
  'sealed without a key': sealed({keyId: undefined}),
  'sealed without an encapsulated key': sealed({enc: ''}),
  'sealed in plain base64': sealed({payload: 'a+b/'}),
};
for (const [what, value] of Object.entries(malformed)) {
  test(`malformed, with its id known: ${what}`, () => {
    assert.deepEqual(readItem(value), {ok: false, id: ID, code: 'malformed'});
  });
}

test('names of the prototype are ordinary ids', () => {
  const read = readItem(plain({campaign: 'constructor', version: '__proto__'}));
  assert.ok(read.ok);
  assert.equal(read.item.campaign, 'constructor');
  assert.equal(read.item.version, '__proto__');
});

test('the limit of a payload counts UTF-8 bytes', () => {
  assert.equal(codeOf(readItem(plain({payload: 'a'.repeat(LIMITS.itemBytes)}))), 'ok');
  assert.equal(codeOf(readItem(plain({payload: 'a'.repeat(LIMITS.itemBytes + 1)}))), 'too-long');
  assert.equal(codeOf(readItem(plain({payload: 'é'.repeat(LIMITS.itemBytes / 2)}))), 'ok');
  assert.equal(codeOf(readItem(plain({payload: `é${'é'.repeat(LIMITS.itemBytes / 2)}`}))), 'too-long');
  assert.equal(codeOf(readItem(sealed({payload: 'a'.repeat(LIMITS.itemBytes + 1)}))), 'too-long');
});

test('a batch keeps the order of its items, good and bad', () => {
  const read = readBatch(batch([numbered(1), {...numbered(2), day: ''}, numbered(3)], {sentAt: 'x', client: 7}));
  assert.ok(read.ok);
  assert.deepEqual(read.items.map(codeOf), ['ok', 'malformed', 'ok']);
});

test('a batch without items is a batch', () => {
  assert.deepEqual(readBatch(batch([])), {ok: true, items: []});
});

test('a body of another form is malformed', () => {
  for (const body of [null, [], 'text', {}, {items: []}, {protocol: 1, items: []}, batch(undefined), batch({length: 0})]) {
    const read = readBatch(body);
    assert.equal(read.ok ? 'ok' : read.code, 'malformed');
  }
});

test('another major of the protocol is named as such, whatever its items', () => {
  const read = readBatch({protocol: 'reponses/2', answers: {}});
  assert.equal(read.ok ? 'ok' : read.code, 'unsupported-protocol');
});

test('200 items are read, 201 are not', () => {
  const items = Array.from({length: LIMITS.serverItems + 1}, (_, index) => numbered(index));
  assert.ok(readBatch(batch(items.slice(1))).ok);
  const read = readBatch(batch(items));
  assert.equal(read.ok ? 'ok' : read.code, 'too-many-items');
});

test('a repeated id refuses the whole batch, malformed copies included', () => {
  for (const copy of [numbered(1), {...numbered(1), payload: 'other'}, {...numbered(1), day: ''}]) {
    const read = readBatch(batch([numbered(1), numbered(2), copy]));
    assert.equal(read.ok ? 'ok' : read.code, 'repeated-id');
    assert.match(read.ok ? '' : read.detail, /items\[2\]/);
  }
});

test('one item that cannot be named refuses the whole batch and is pointed at', () => {
  const read = readBatch(batch([numbered(1), {...numbered(2), id: 'x'}]));
  assert.equal(read.ok ? 'ok' : read.code, 'no-id');
  assert.match(read.ok ? '' : read.detail, /items\[1\]/);
});

test('ids that differ only in their case are not ours', () => {
  assert.ok(isAnswerId(ID));
  assert.ok(!isAnswerId(ID.toUpperCase()));
  assert.ok(!isAnswerId(`{${ID}}`));
});

test('whatever JSON comes is judged without an error, and every item read has an id of ours', () => {
  const item = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...Object.keys(sealed())), fc.jsonValue()));
  const body = fc.oneof(
    fc.jsonValue(),
    fc.array(item, {maxLength: 5}).map((items) => batch(items)),
  );
  fc.assert(
    fc.property(body, (value) => {
      const read = readBatch(JSON.parse(JSON.stringify(value)));
      if (read.ok) for (const one of read.items) assert.ok(isAnswerId((one.ok ? one.item.id : one.id) ?? ''));
      else assert.ok(read.detail.length > 0);
    }),
  );
});
