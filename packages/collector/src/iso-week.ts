import type {Day} from '@ppgp/schema';

const MS_PER_DAY = 86_400_000;

/** Answers come by the thousand on one day. */
let known = {day: '', week: ''};

/** The ISO 8601 week of a day, such as `2026-W47`: weeks begin on Monday, the first holds the year's first Thursday. */
export function isoWeek(day: Day): string {
  if (day !== known.day) known = {day, week: weekOf(day)};
  return known.week;
}

function weekOf(day: Day): string {
  const date = Date.parse(`${day}T00:00:00Z`);
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  const thursday = new Date(date + (3 - weekday) * MS_PER_DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * MS_PER_DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
