import type {GridItem, Id, Mark} from '@ppgp/schema';
import {countedMarks} from '@ppgp/tally';
import {majority} from './agreement-of.js';
import type {RatedVersion} from './dossier.js';
import type {RatingRecord} from './rating-record.js';

/** Where the marks of a version come from. */
export type Basis = {kind: 'agreed'} | {kind: 'one'; rater: string} | {kind: 'majority'; count: number};

/**
 * The marks that stand for a version: what was settled together; else a single rater's; else, item by item, the mark that more raters gave
 * than any other (none where they are as many).
 */
export function settledMarks({own, agreed}: Pick<RatedVersion, 'own' | 'agreed'>): {marks: Record<Id, Mark>; basis: Basis} {
  if (agreed) return {marks: {...agreed.rated.marks}, basis: {kind: 'agreed'}};
  const [first] = own;
  if (own.length <= 1) return {marks: {...first?.rated.marks}, basis: {kind: 'one', rater: first?.raterLabel ?? ''}};
  const ids = new Set(own.flatMap(({rated}) => Object.keys(rated.marks)));
  const marks = [...ids].flatMap((id): [Id, Mark][] => {
    const mark = majority(own.map(({rated}) => rated.marks[id]));
    return mark ? [[id, mark]] : [];
  });
  return {marks: Object.fromEntries(marks), basis: {kind: 'majority', count: own.length}};
}

/** The ratings that leave one of these items without an answer: what the raters say may still change. */
export const unfinished = (own: readonly RatingRecord[], items: GridItem[]): RatingRecord[] =>
  own.filter(({rated}) => Object.keys(countedMarks({items}, rated.marks)).length < items.length);
