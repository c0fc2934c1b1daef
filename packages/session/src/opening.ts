import type {Day, Settings} from '@ppgp/schema';

/** Whether a questionnaire is open on a day. */
export type Opening = 'before' | 'open' | 'after';

/** `day` two years later, by the calendar. */
const twoYearsAfter = (day: Day): Day => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;

/**
 * Opening and closing days hold, the closing day included, but only by a clock that can be right: one that is before the day
 * this build was made, or over two years after it, closes nothing.
 */
export function openingOn(today: Day, {opens, closes}: Pick<Settings, 'opens' | 'closes'>, buildDay: Day): Opening {
  if (today < buildDay || today > twoYearsAfter(buildDay)) return 'open';
  if (opens !== undefined && today < opens) return 'before';
  if (closes !== undefined && today > closes) return 'after';
  return 'open';
}

/** The day in metropolitan France at an instant (ms since 1970). */
export function dayInParis(now: number): Day {
  // By its parts: no locale writes YYYY-MM-DD in every browser's version of the locale data.
  const parts = new Intl.DateTimeFormat('fr', {timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit'}).formatToParts(
    now,
  );
  return ['year', 'month', 'day'].map((wanted) => parts.find(({type}) => type === wanted)?.value).join('-');
}
