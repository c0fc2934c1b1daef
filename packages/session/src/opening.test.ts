import assert from 'node:assert/strict';
import test from 'node:test';
import {dayInParis, openingOn} from './index.js';

const season = {opens: '2026-12-01', closes: '2026-12-31'};
const built = '2026-11-21';

test('opening and closing days hold, the closing day included', () => {
  assert.equal(openingOn('2026-11-30', season, built), 'before');
  assert.equal(openingOn('2026-12-01', season, built), 'open');
  assert.equal(openingOn('2026-12-31', season, built), 'open');
  assert.equal(openingOn('2027-01-01', season, built), 'after');
});

test('a clock that cannot be right closes nothing', () => {
  assert.equal(openingOn('1970-01-01', season, built), 'open');
  assert.equal(openingOn('2026-11-20', season, built), 'open');
  assert.equal(openingOn('2028-11-21', season, built), 'after');
  assert.equal(openingOn('2028-11-22', season, built), 'open');
});

test('a day is the day in Paris', () => {
  assert.equal(dayInParis(Date.UTC(2026, 6, 14, 22, 30)), '2026-07-15');
  assert.equal(dayInParis(Date.UTC(2026, 0, 1, 22, 30)), '2026-01-01');
});
