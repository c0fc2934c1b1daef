import type {Step} from '@ppgp/tally';
import {frRestitution as words} from '@ppgp/words';
import {Unreadable, type BlockView} from '../block-view.js';
import type {Approximate, BlockOf} from '../page.js';

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
/** Whole cents. */
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && Math.abs(Math.round(100 * value) - 100 * value) < 1e-6;

/** @throws Unreadable where it is no count, or no amount of money */
export function stepOf(given: Approximate, isMoney = false): Step {
  const step: Step =
    typeof given === 'number'
      ? {count: given}
      : 'about' in given
        ? {count: given.about, qualifier: 'about'}
        : {count: given.over, qualifier: 'over'};
  if (!(isMoney ? isAmount : isCount)(step.count)) throw new Unreadable(JSON.stringify(given));
  return step;
}

/** The parts together: unknown as soon as one of them is, and no more exact than the least exact. In cents, as money adds up badly in halves. */
function sumOf(parts: readonly (Step | undefined)[]): Step | undefined {
  const known = parts.flatMap((part) => part ?? []);
  if (known.length < parts.length || parts.length === 0) return undefined;
  const count = known.reduce((sum, part) => sum + Math.round(100 * part.count), 0) / 100;
  const qualifier = (['about', 'over'] as const).find((one) => known.some((part) => part.qualifier === one));
  return qualifier === undefined ? {count} : {count, qualifier};
}

/** A line of a table of indicators, in words; undefined where nothing was given, which is not zero. */
export interface IndicatorLine {
  label: string;
  look: '' | 'within' | 'total';
  cells: (string | undefined)[];
}

/**
 * A « dont » line may not be more than the line it is part of; a total is that of the lines above it, since the total before, and is said only
 * where every one of them is known.
 * @throws Unreadable where a number is none, or two contradict each other
 */
export function indicatorLines({columns, rows}: BlockOf<'indicators'>, {reader}: Pick<BlockView, 'reader'>): IndicatorLine[] {
  const steps: (Step | undefined)[][] = [];
  rows.forEach(({label, within, total, unit, values = []}, at) => {
    const whole = rows.slice(0, at).findLastIndex((row) => row.within !== true);
    const since = 1 + rows.slice(0, at).findLastIndex((row) => row.total === true);
    const parts = rows.slice(0, at).flatMap((row, place) => (place >= since && row.within !== true ? [place] : []));
    if (total === true && parts.some((place) => rows[place]?.unit !== unit)) throw new Unreadable(words.mixedTotal);
    const line = columns.map((column, year): Step | undefined => {
      const given = values[year];
      const step = given === null || given === undefined ? undefined : stepOf(given, unit === 'euros');
      const say = unit === 'euros' ? words.euros : words.qualified;
      const named = (low: Step, high: Step): string =>
        words.moreThanTotal({label: reader.plain(label), column: reader.plain(column), part: say(low), whole: say(high)});
      if (total === true) {
        const sum = sumOf(parts.map((place) => steps[place]?.[year]));
        if (step && sum && step.count !== sum.count)
          throw new Unreadable(
            words.notTheSum({label: reader.plain(label), column: reader.plain(column), stated: say(step), sum: say(sum)}),
          );
        return sum;
      }
      const of = within === true && whole >= 0 ? steps[whole]?.[year] : undefined;
      if (step && of && of.qualifier !== 'over' && step.count > of.count) throw new Unreadable(named(step, of));
      return step;
    });
    steps.push(line);
  });
  return rows.map(({label, within, total, unit}, at) => ({
    label: within === true ? words.ofWhich({label: reader.plain(label)}) : reader.plain(label),
    look: within === true ? 'within' : total === true ? 'total' : '',
    cells: (steps[at] ?? []).map((step) => (step ? (unit === 'euros' ? words.euros : words.qualified)(step) : undefined)),
  }));
}
