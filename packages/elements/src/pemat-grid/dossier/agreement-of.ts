import type {Grid, GridItem, Id, Mark} from '@ppgp/schema';
import {
  ac1,
  bootstrap,
  cohen,
  countedMarks,
  fleiss,
  krippendorff,
  pairsOf,
  percentAgreement,
  type Coefficient,
  type Interval,
  type Pairs,
  type Units,
} from '@ppgp/tally';
import type {RatingRecord} from './rating-record.js';

/** One coefficient with its name and 95 % interval. */
export interface NamedCoefficient {
  name: 'percent' | 'cohen' | 'fleiss' | 'ac1' | 'krippendorff';
  coefficient: Coefficient;
  interval: Interval | undefined;
}

/** How the raters marked one item, in their order. */
export interface ItemAgreement {
  item: GridItem;
  marks: readonly (Mark | undefined)[];
  /** The raters two by two. */
  agreement: Pairs;
  /** Two raters marked it differently. */
  isDisputed: boolean;
}

export interface Agreement {
  /** Disputed items first, then in the grid's order. */
  items: ItemAgreement[];
  disputed: number;
  coefficients: NamedCoefficient[];
}

const CODES = ['yes', 'no', 'na'];

const valueOf = (coefficient: Coefficient): number | undefined => ('value' in coefficient ? coefficient.value : undefined);

/** How far raters agree on the scored items. « Sans objet » is a mark like the others; an item not answered yet is missing. */
export function agreementOf(grid: Grid, ratings: readonly RatingRecord[]): Agreement {
  const marks = ratings.map(({rated}) => countedMarks(grid, rated.marks));
  const rows = grid.items
    .filter(({domain}) => domain !== null)
    .map((item): ItemAgreement => {
      const own = marks.map((each): Mark | undefined => each[item.id]);
      const agreement = pairsOf(own);
      return {item, marks: own, agreement, isDisputed: agreement.equal < agreement.pairs};
    });
  const units: Units = rows.map(({marks: own}) => own);
  const percent = (drawn: Units): Coefficient => {
    const value = percentAgreement(drawn);
    return value === undefined ? {undefined: 'too-few'} : {value};
  };
  const measures: [NamedCoefficient['name'], (drawn: Units) => Coefficient][] = [
    ['percent', percent],
    ratings.length === 2 ? ['cohen', cohen] : ['fleiss', fleiss],
    ['ac1', (drawn) => ac1(drawn, CODES)],
    ['krippendorff', krippendorff],
  ];
  return {
    items: [...rows.filter(({isDisputed}) => isDisputed), ...rows.filter(({isDisputed}) => !isDisputed)],
    disputed: rows.filter(({isDisputed}) => isDisputed).length,
    coefficients: measures.map(([name, of]) => ({
      name,
      coefficient: of(units),
      interval: bootstrap(units, (drawn) => valueOf(of(drawn))),
    })),
  };
}

/** The mark most raters gave; undefined where none has more than the others. */
export function majority(marks: readonly (Mark | undefined)[]): Mark | undefined {
  const counts = new Map<Mark, number>();
  for (const mark of marks) if (mark) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first && (!second || first[1] > second[1]) ? first[0] : undefined;
}

/** What changed between two versions, item by item: agreed now and not before, or the reverse. */
export function gainsAndLosses(
  grid: Grid,
  before: Readonly<Record<Id, Mark>>,
  after: Readonly<Record<Id, Mark>>,
): {gained: GridItem[]; lost: GridItem[]} {
  const scored = grid.items.filter(({domain}) => domain !== null);
  return {
    gained: scored.filter(({id}) => after[id] === 'yes' && before[id] === 'no'),
    lost: scored.filter(({id}) => after[id] === 'no' && before[id] === 'yes'),
  };
}
