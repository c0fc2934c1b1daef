import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isoWeek} from './iso-week.js';

// The calendar of ISO 8601: the year of a week is that of its Thursday.
const WEEKS = {
  '2026-11-21': '2026-W47',
  '2026-11-22': '2026-W47',
  '2026-11-23': '2026-W48',
  '2024-12-30': '2025-W01',
  '2021-01-03': '2020-W53',
  '2021-01-04': '2021-W01',
  '2026-12-31': '2026-W53',
  '2027-01-03': '2026-W53',
  '2023-01-01': '2022-W52',
};
for (const [day, week] of Object.entries(WEEKS)) {
  test(`${day} is in ${week}`, () => {
    assert.equal(isoWeek(day), week);
  });
}
