import type {Id, Mark} from '@ppgp/schema';
import {majority} from './agreement-of.js';
import type {RatedVersion} from './dossier.js';

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
