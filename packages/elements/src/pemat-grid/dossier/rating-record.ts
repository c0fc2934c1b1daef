import {isId, type Grid, type Id, type Mark} from '@ppgp/schema';
import {NOTE_MAX, type Note, type Rated} from '@ppgp/session';
import type {Edits} from './edits.js';

/** Which rating of a dossier: one document, one version of it, one rater. */
export interface RatingKey {
  document: Id;
  documentVersion: Id;
  /** A code that chance made; `agreed` for what the raters settled together. */
  rater: Id;
}

/** One rating as it is kept on the device and travels in a file. Version 1 must be readable for ever. */
export interface RatingRecord extends RatingKey {
  v: 1;
  /** Of the grid it was rated with. */
  grid: {id: Id; version: string};
  /** The rater's own words: the document, its version, and a label for the rater that names nobody. */
  title: string;
  version: string;
  raterLabel: string;
  /** Day of the last change, YYYY-MM-DD. */
  day: string;
  /** Of two copies of a rating, tells whether one knows all of the other. */
  edits: Edits;
  rated: Rated;
  /** Id of the answer it was last sent as: sent again, it takes its place. */
  sent?: string | undefined;
}

/** The rater of what was settled together. */
export const AGREED = 'agreed';

export const sameKey = (one: RatingKey, other: RatingKey): boolean =>
  one.document === other.document && one.documentVersion === other.documentVersion && one.rater === other.rater;

/** What was settled together, or another copy of that: not a rater's own. */
export const isAgreed = ({rater}: RatingKey): boolean => rater === AGREED || /^agreed-\d+$/.test(rater);

/** A rater code that nobody has in this version of the document. */
export function freeRater(ratings: readonly RatingRecord[], key: RatingKey): Id {
  for (let copy = 2; ; copy++) {
    const rater = `${key.rater}-${copy}`.slice(-64);
    if (!ratings.some((rating) => sameKey(rating, {...key, rater}))) return rater;
  }
}

const isText = (value: unknown, max: number): value is string => typeof value === 'string' && value.length <= max;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** An id of an answer. */
const isSent = (value: unknown): value is string => typeof value === 'string' && /^[\da-f-]{36}$/.test(value);
const isMark = (value: unknown): value is Mark => value === 'yes' || value === 'no' || value === 'na';

function readNote(value: unknown): Note | undefined {
  const {text, at} = Object(value) as {text?: unknown; at?: unknown};
  if (!isText(text, NOTE_MAX * 2)) return undefined;
  const {page, x, y} = Object(at) as Record<string, unknown>;
  const isSpot = [page, x, y].every((number) => typeof number === 'number' && Number.isFinite(number) && number >= 0);
  return isSpot ? {text, at: {page: Number(page), x: Number(x), y: Number(y)}} : {text};
}

function entries<T>(value: unknown, read: (value: unknown) => T | undefined): Record<Id, T> {
  if (!isRecord(value)) return {};
  const kept = Object.entries(value).flatMap(([id, each]): [Id, T][] => {
    const read_ = isId(id) ? read(each) : undefined;
    return read_ === undefined ? [] : [[id, read_]];
  });
  return Object.fromEntries(kept);
}

/** A rating from a file or a store; undefined for what is none. Marks and remarks it cannot read are left out. */
export function readRating(value: unknown): RatingRecord | undefined {
  if (!isRecord(value) || value['v'] !== 1) return undefined;
  const {document, documentVersion, rater, title, version, raterLabel, day, edits, rated, grid, sent} = value;
  if (![document, documentVersion, rater].every(isId) || !isRecord(rated) || !isRecord(grid) || !isId(grid['id'])) return undefined;
  const {marks, facts, notes, before} = rated;
  return {
    v: 1,
    document: String(document),
    documentVersion: String(documentVersion),
    rater: String(rater),
    grid: {id: grid['id'], version: String(grid['version'] ?? '')},
    title: isText(title, 200) ? title : '',
    version: isText(version, 200) ? version : '',
    raterLabel: isText(raterLabel, 200) ? raterLabel : '',
    day: typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '',
    edits: entries(edits, (count) => (typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : undefined)),
    rated: {
      marks: entries(marks, (mark) => (isMark(mark) ? mark : undefined)),
      facts: Array.isArray(facts) ? facts.filter(isId) : [],
      notes: entries(notes, readNote),
      before: entries(before, (mark) => (isMark(mark) ? mark : null)),
    },
    ...(isSent(sent) && {sent}),
  };
}

/** Whether a rating was made with this grid, in any of its versions. */
export const isOfGrid = ({grid}: RatingRecord, {id}: Pick<Grid, 'id'>): boolean => grid.id === id;
