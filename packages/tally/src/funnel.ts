import {share, type Share} from './share.js';

/** One step that people pass: how many, and whether that number is exact. */
export interface Step {
  count: number;
  /** `about`: ≈, announced as approximate. `over`: >, at least that many. */
  qualifier?: 'about' | 'over';
}

/** What of an earlier step a step is. No per cent where more came out than went in: one of the two numbers is then of other people. */
export interface Passed extends Share {
  isExact: boolean;
}

/** A step with its two rates, each with its own base: of the step before, and of the first. */
export interface FunnelStep extends Step {
  ofBefore?: Passed;
  /** From the third step on. */
  ofFirst?: Passed;
}

/**
 * The rates of a funnel.
 * @throws RangeError when a count is not a whole number from 0
 */
export function funnel(steps: readonly Step[]): FunnelStep[] {
  return steps.map((step, at) => {
    share(0, step.count);
    const [first, before] = [steps[0], steps[at - 1]];
    return {
      ...step,
      ...(before && {ofBefore: passed(step, before)}),
      ...(first && at > 1 && {ofFirst: passed(step, first)}),
    };
  });
}

function passed({count: k, qualifier}: Step, {count: n, qualifier: other}: Step): Passed {
  const isExact = qualifier === undefined && other === undefined;
  return k > n ? {k, n, percent: undefined, isExact} : {...share(k, n), isExact};
}

/** Which of a list of days (YYYY-MM-DD, YYYY-MM or YYYY) come before one that stands above them, by place. */
export function outOfOrder(days: readonly string[]): number[] {
  let latest = '';
  return days.flatMap((day, at) => {
    const [one, other] = [day, latest].map((each) => each.slice(0, Math.min(day.length, latest.length)));
    if ((one ?? '') < (other ?? '')) return [at];
    if (day > latest) latest = day;
    return [];
  });
}
