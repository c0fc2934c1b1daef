import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {bagsOf, bodyOf, type Letter} from './batches.js';
import {packed, type Parcel} from './parcel.js';
import {SeededRandom} from './simulation/seeded-random.kit.js';
import {newId} from './new-id.js';
import {wireHash} from './simulation/fake-collector.kit.js';

const random = new SeededRandom(3);
const letter = ({
  endpoint = 'https://a.example/v1/answers',
  payload = '{}',
  ...rest
}: Partial<Parcel> & {payload?: string} = {}): Letter => {
  const parcel = packed({id: newId(random), endpoint, campaign: 'c', version: '1', day: '2026-11-21', payload}, wireHash(payload), 0);
  return {parcel: {...parcel, ...rest}};
};
const letters = (count: number, members?: Parameters<typeof letter>[0]): Letter[] => Array.from({length: count}, () => letter(members));
const sizes = (...all: Letter[][]): number[] => bagsOf(all.flat()).map((bag) => bag.length);

describe('sorting letters into requests', () => {
  it('makes none of nothing', () => {
    assert.deepEqual(bagsOf([]), []);
  });

  it('puts at most fifty in one, the oldest first', () => {
    const all = letters(120);
    assert.deepEqual(sizes(all), [50, 50, 20]);
    assert.deepEqual(bagsOf(all).flat(), all);
  });

  it('lets what was refused before travel apart', () => {
    assert.deepEqual(sizes(letters(2), letters(2, {state: 'parked'}), letters(1)), [3, 2]);
  });

  it('stays within 256 KiB, as sent', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30_000), fc.constantFrom('a', 'é', '"', '\u0000', '👶')), {maxLength: 30}), (items) => {
        const all = items.map(([length, unit]) => letter({payload: unit.repeat(length)}));
        const bags = bagsOf(all);
        assert.deepEqual(bags.flat(), all);
        return bags.every((bag) => bag.length === 1 || Buffer.byteLength(bodyOf(bag, 0, '1.0.0')) <= 256 * 1024);
      }),
      {numRuns: 40},
    );
  });

  it('sends an item that is too big for a request alone', () => {
    assert.deepEqual(sizes(letters(1), letters(1, {payload: '"'.repeat(200_000)}), letters(1)), [1, 1, 1]);
  });

  it('never puts one id twice into a request', () => {
    const one = letter();
    assert.deepEqual(sizes([one, one, letter()]), [1, 2]);
  });
});

describe('the body of a request', () => {
  it('is the protocol’s', () => {
    const one = letter({payload: '{"answers":{}}'});
    const [bag] = bagsOf([one]);
    assert.ok(bag);
    assert.deepEqual(JSON.parse(bodyOf(bag, Date.UTC(2026, 10, 21, 10, 2, 3), '1.4.0')), {
      protocol: 'reponses/1',
      sentAt: '2026-11-21T10:02:03.000Z',
      client: {lib: '1.4.0'},
      items: [one.parcel.item],
    });
  });

  it('carries every payload byte for byte', () => {
    const anyText = fc.oneof(fc.string({unit: 'binary', maxLength: 200}), fc.json());
    fc.assert(
      fc.property(anyText, (payload) => {
        const [bag] = bagsOf([letter({payload})]);
        const body = Buffer.from(bag ? bodyOf(bag, 0, '1') : '', 'utf8').toString('utf8');
        return (JSON.parse(body) as {items: {payload: string}[]}).items[0]?.payload === payload;
      }),
    );
  });

  it('can be written whatever the clock believes', () => {
    const [bag] = bagsOf([letter()]);
    assert.ok(bag);
    for (const year of [1970, 1976, 2076]) assert.match(bodyOf(bag, Date.UTC(year, 0), '1'), new RegExp(`"sentAt":"${year}-`));
  });
});
