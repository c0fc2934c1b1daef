import {judgeStated} from '@ppgp/tally';
import {frRestitution as words} from '@ppgp/words';
import {Unreadable} from '../block-view.js';

/**
 * What is said of a percentage that was published, beside its count; nothing where it is the one we print.
 * @throws Unreadable where it cannot be, or has no count: it is then not shown
 */
export function stated(percent: number, n: number, k?: number): string {
  const judged = judgeStated(percent, n, k);
  if (judged.kind === 'impossible') {
    const refusal = k === undefined ? words.statedImpossible({stated: percent, n}) : words.statedNot({stated: percent, k, n});
    const nearest = judged.nearest.map(({k: count, percent: whole}) => words.statedNearest({k: count, n, percent: whole ?? 0}));
    throw new Unreadable([refusal, ...nearest].join(' '));
  }
  if (k === undefined) throw new Unreadable(words.statedUncounted({stated: percent, n}));
  if (judged.kind === 'true') return '';
  return words.statedCut({stated: percent, k, n, percent: judged.share.percent ?? 0});
}
