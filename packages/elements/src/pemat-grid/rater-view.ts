import type {Grid, GridItem, Id} from '@ppgp/schema';
import type {Rating} from '@ppgp/session';
import type {TemplateResult} from 'lit';
import type {Reader} from '../internal/reader.js';
import type {DossierController} from './dossier/dossier-controller.js';
import type {Collected} from './dossier/others.js';
import type {RatingKey, RatingRecord} from './dossier/rating-record.js';

/** What is looked at: all documents, one document and what is true of it, one item, all of them with the result, ratings side by side. */
export type GridPlace =
  | {kind: 'dossier'}
  | {kind: 'document'}
  | {kind: 'item'; id: Id}
  | {kind: 'result'}
  /** The ratings of one version, side by side. */
  | {kind: 'agreement'; document: Id; documentVersion: Id}
  /** Two versions of one document. */
  | {kind: 'compare'; document: Id; before: Id; after: Id}
  /** The grid without answers, to print. */
  | {kind: 'paper'};

/** What is rated: the names are the rater's own words, and leave the device only as the codes made of them. */
export interface Subject {
  title: string;
  version: string;
  /** A label the rater chose; never a name that is asked for. */
  rater: string;
}

/** What the document beside the grid adds to its screens. */
export interface Beside {
  /** Puts a screen beside the document, where one is open. */
  desk: ((screen: TemplateResult) => TemplateResult) | undefined;
  /** What is open, or why it is not. */
  opened(): TemplateResult | undefined;
  /** Where the remark of an item points at. */
  pin(item: GridItem): TemplateResult | undefined;
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
  /** Where the ratings of others are read, once the own one was sent there; undefined: nowhere. */
  readonly collected: Collected | undefined;
  /** All ratings on this device. */
  readonly dossier: DossierController;
  /** A person marks, ticks, remarks, undoes: about an item, where it is about one. */
  change(how: (rating: Rating) => void, item?: Id): void;
  rename(subject: Partial<Subject>): void;
  /** Keeps the names as they are now. */
  keep(): void;
  /** Opens a rating that is kept. */
  open(key: RatingKey): void;
  /** Takes a rating away that a person no longer wants. */
  remove(key: RatingKey): void;
  /** Begins another: of this document, perhaps this version of it. */
  start(subject?: Partial<Subject>): void;
  go(place: GridPlace): void;
  /** Sends the open rating, or what the raters settled together. */
  send(together?: RatingRecord): void;
  /** Shows and speaks a sentence about what was just done. */
  say(sentence: string): void;
  /** Where the focus goes with the next update: an id. */
  focus(id: string): void;
  /** Shows a document of the device, or at an address of this site, beside the items. */
  show(from: File | string): void;
  /** The first page of a version's document, if it was opened in this visit. */
  thumbnail(of: Omit<RatingKey, 'rater'>, version: string): TemplateResult | undefined;
  /** There once a document was opened. */
  readonly beside?: Beside | undefined;
  /** What shows documents could not be fetched. */
  readonly besideFailed?: boolean;
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
