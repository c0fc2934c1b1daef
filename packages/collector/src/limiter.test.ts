import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {test} from 'node:test';
import {isLoopback, prefixOf} from './address-prefix.js';
import {ANSWERS_RATE, Limiter} from './limiter.js';

function setUp() {
  const time = {ms: 0, day: '2026-11-21'};
  const salts: Uint8Array[] = [];
  const random = (bytes: number): Uint8Array => {
    const salt = randomBytes(bytes);
    salts.push(salt);
    return salt;
  };
  const limiter = new Limiter(ANSWERS_RATE, {random, clock: {today: () => time.day}, now: () => time.ms});
  const lets = (address: string): boolean => limiter.take(address);
  return {time, salts, limiter, lets, letsOf: (count: number, address: string) => Array.from({length: count}, () => lets(address))};
}

test('300 requests at once, then 5 a second', () => {
  const {time, letsOf} = setUp();
  assert.equal(letsOf(400, '192.0.2.7').filter(Boolean).length, 300);
  time.ms += 1000;
  assert.equal(letsOf(100, '192.0.2.7').filter(Boolean).length, 5);
  time.ms += 3_600_000;
  assert.equal(letsOf(400, '192.0.2.7').filter(Boolean).length, 300);
});

test('neighbours share a bucket, other networks have their own', () => {
  const {lets, letsOf} = setUp();
  letsOf(300, '192.0.2.7');
  assert.equal(lets('192.0.2.8'), false);
  assert.equal(lets('::ffff:192.0.2.9'), false);
  assert.equal(lets('192.0.3.7'), true);
  letsOf(300, '2001:db8:1:2::1');
  assert.equal(lets('2001:0db8:0001:0002:ffff::2'), false);
  assert.equal(lets('2001:db8:1:3::1'), true);
});

test('what is no address is let in and remembered nowhere', () => {
  const {limiter, letsOf} = setUp();
  for (const address of ['', 'unknown', '999.1.1.1', '1.2.3', '__proto__', 'fe80::1%%', '::ffff:x']) {
    assert.ok(letsOf(400, address).every(Boolean) || prefixOf(address) !== undefined, address);
  }
  assert.ok(limiter.hasRoom(undefined));
});

test('every day has another salt, and the buckets of yesterday are gone (mode 79)', () => {
  const {time, salts, limiter, lets, letsOf} = setUp();
  letsOf(301, '192.0.2.7');
  time.day = '2026-11-22';
  assert.ok(lets('192.0.2.7'));
  assert.equal(limiter.size, 1);
  assert.equal(salts.length, 2);
  assert.notDeepEqual(salts[0], salts[1]);
});

test('a clock set back ten years gives a new day and blocks nobody', () => {
  const {time, lets, letsOf} = setUp();
  letsOf(301, '192.0.2.7');
  time.day = '2016-11-21';
  assert.ok(lets('192.0.2.7'));
});

test('an army of networks does not fill the memory', () => {
  const {limiter, lets} = setUp();
  for (let i = 0; i < 60_000; i += 1) lets(`11.${i >> 8}.${i & 255}.1`);
  assert.ok(limiter.size <= 50_000);
});

test('networks as they are written', () => {
  assert.equal(prefixOf('203.0.113.77'), '203.0.113.0/24');
  assert.equal(prefixOf('::1'), '0:0:0:0::/64');
  assert.equal(prefixOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(prefixOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
  assert.deepEqual(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(isLoopback), [true, true, true, true]);
  assert.deepEqual(['192.168.0.1', '::2', '127.example.org'].map(isLoopback), [false, false, false]);
});
