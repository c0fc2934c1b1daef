import type {Results} from '@ppgp/schema';
import {responseRate, sayable, share} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {FEW, conclusion} from '../drawing.js';
import type {Part, ToldBar} from './told.js';

export const soft = (text: string): Part => ({kind: 'line', text, look: 'soft'});

/** A sentence about what is drawn. */
export const ofDrawing = (text: string): Part => ({kind: 'line', text, look: 'soft', isOfDrawing: true});

/** A bar with its margin: of people who were asked, not of a hand count of everyone. */
export const barOf = (k: number, n: number): ToldBar => ({k, n, margin: n > 0 && k <= n ? sayable(k, n) : undefined});

/** The big number, then what it lets one conclude, unless it is of everyone. */
export function headline(k: number, n: number, say: string, isWhole = false): Part[] {
  const {margin} = barOf(k, n);
  const whole = n === 0 || isWhole;
  return [
    {kind: 'headline', figure: frResults.share(share(k, n)), say, k, n, margin: whole ? undefined : margin},
    ...(whole ? [] : [...(n < FEW ? [ofDrawing(words.oneDot)] : []), soft(conclusion(k, n))]),
  ];
}

/** Answers of those expected. */
export function rateParts({received, expected, k}: Pick<Results, 'received' | 'expected' | 'k'>): Part[] {
  if (received === null) return [soft(frResults.hiddenBase({k}))];
  if (expected === undefined) return [{kind: 'line', text: `${frResults.answers({count: received})}. ${words.rateUnknown}`}];
  return responseRate({received, expected})?.percent === undefined
    ? [{kind: 'line', text: words.rateOver({k: received, n: expected})}]
    : headline(received, expected, words.rateSay, true);
}
