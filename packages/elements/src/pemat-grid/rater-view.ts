import type {Grid, GridItem, Id} from '@ppgp/schema';
import type {Rating} from '@ppgp/session';
import type {Reader} from '../internal/reader.js';

/** What a rater looks at: the document and what is true of it, one item, or all of them with the result. */
export type GridPlace = {kind: 'document'} | {kind: 'item'; id: Id} | {kind: 'result'};

/** What is rated: the names are the rater's own words, and leave the device only as the codes made of them. */
export interface Subject {
  title: string;
  version: string;
  /** A label the rater chose; never a name that is asked for. */
  rater: string;
}

/** What the screens of a rater need of the element. */
export interface RaterView {
  readonly grid: Grid;
  readonly rating: Rating;
  readonly reader: Reader;
  readonly level: number;
  readonly subject: Subject;
  /** Per cent. */
  readonly threshold: number | undefined;
  /** Whether what is given is kept or handed on: without an endpoint it is only handed to the page. */
  readonly sends: boolean;
  /** A person marks, ticks, remarks, undoes: about an item, where it is about one. */
  change(how: (rating: Rating) => void, item?: Id): void;
  rename(subject: Partial<Subject>): void;
  go(place: GridPlace): void;
  send(): void;
}

/** The items that are scored, in order. */
export const scoredItems = ({items}: Grid): GridItem[] => items.filter(({domain}) => domain !== null);

/** Those shown apart. */
export const landmarks = ({items}: Grid): GridItem[] => items.filter(({domain}) => domain === null);

/** The order in which items are gone through: the landmarks last. */
export const inOrder = (grid: Grid): GridItem[] => [...scoredItems(grid), ...landmarks(grid)];

/** « Item 5 sur 24 » or « Repère 2 sur 8 ». */
export function placeOf(grid: Grid, item: GridItem): {isScored: boolean; index: number; count: number} {
  const isScored = item.domain !== null;
  const among = isScored ? scoredItems(grid) : landmarks(grid);
  return {isScored, index: among.findIndex(({id}) => id === item.id) + 1, count: among.length};
}
