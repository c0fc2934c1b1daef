import type {Grid} from '@ppgp/schema';
import {knowsAll} from './edits.js';
import {AGREED, freeRater, isAgreed, isOfGrid, readRating, sameKey, type RatingRecord} from './rating-record.js';

/** A dossier as it travels from one device to another. */
export interface DossierFile {
  format: 'ppgp-dossier/1';
  /** YYYY-MM-DD */
  exportedOn: string;
  ratings: RatingRecord[];
}

/** One version of a document, with those who rated it, in the order of their labels. */
export interface RatedVersion {
  documentVersion: string;
  version: string;
  /** The last day on which one of them changed something. */
  day: string;
  own: RatingRecord[];
  agreed: RatingRecord | undefined;
  /** What others settled otherwise, and a file or another window brought. */
  alsoAgreed: RatingRecord[];
}

/** One document with its versions, in the order in which they were first rated. */
export interface RatedDocument {
  document: string;
  title: string;
  versions: RatedVersion[];
}

let collator: Intl.Collator | undefined;

/** Made once, and when it is wanted: a browser looks its rules up for milliseconds. */
const byText = (one: string, other: string): number => (collator ??= new Intl.Collator('fr', {numeric: true})).compare(one, other);

/** The documents that were rated with a grid: an inventory made from the ratings alone. Marks of another grid say nothing about this one's items. */
export function documentsOf(ratings: readonly RatingRecord[], grid: Pick<Grid, 'id'>): RatedDocument[] {
  const documents = new Map<string, RatedDocument>();
  for (const rating of ratings.filter((each) => isOfGrid(each, grid))) {
    const known = documents.get(rating.document) ?? {document: rating.document, title: rating.title, versions: []};
    documents.set(rating.document, known);
    let version = known.versions.find(({documentVersion}) => documentVersion === rating.documentVersion);
    if (!version) {
      version = {documentVersion: rating.documentVersion, version: rating.version, day: '', own: [], agreed: undefined, alsoAgreed: []};
      known.versions.push(version);
    }
    if (rating.rater === AGREED) version.agreed = rating;
    else if (isAgreed(rating)) version.alsoAgreed.push(rating);
    else version.own.push(rating);
    if (rating.day > version.day) version.day = rating.day;
  }
  const all = [...documents.values()];
  for (const {versions} of all) {
    versions.sort((one, other) => byText(one.version, other.version));
    for (const version of versions) {
      version.own.sort((one, other) => byText(one.raterLabel, other.raterLabel) || byText(one.rater, other.rater));
      // The first place may be taken by what was settled with another grid.
      version.agreed ??= version.alsoAgreed.shift();
    }
  }
  return all.sort((one, other) => byText(one.title, other.title));
}

/** What became of the ratings of a file. */
export interface Merged {
  /** All ratings after it, those of the device first. */
  ratings: RatingRecord[];
  added: number;
  /** Replaced by a copy that knows all that was here, and more. */
  updated: number;
  /** Both copies were changed, each in its own way: the other one is kept beside, as another rater. */
  apart: number;
  /** What could not be read. */
  unread: number;
  /** Known already, with all that the file knows. */
  same: number;
}

const sameContent = (one: RatingRecord, other: RatingRecord): boolean => JSON.stringify(one.rated) === JSON.stringify(other.rated);

/** Whether it is this rating, or a copy of it that was kept beside. */
const isCopy = (copy: RatingRecord, of: RatingRecord): boolean =>
  sameKey({...copy, rater: of.rater}, of) &&
  (copy.rater === of.rater || (/^-\d+$/.test(copy.rater.slice(of.rater.length)) && copy.rater.startsWith(of.rater)));

/**
 * Puts the ratings of another copy of a dossier beside those of this one. Nothing is lost: where both were changed, both stay.
 * @throws TypeError when it is no dossier at all
 */
export function merge(here: readonly RatingRecord[], file: unknown): Merged {
  const {format, ratings} = Object(file) as Partial<DossierFile>;
  if (format !== 'ppgp-dossier/1' || !Array.isArray(ratings)) throw new TypeError('This file is no dossier of ratings.');
  const merged: Merged = {ratings: [...here], added: 0, updated: 0, apart: 0, unread: 0, same: 0};
  for (const each of ratings) {
    const rating = readRating(each);
    if (!rating) {
      merged.unread++;
      continue;
    }
    const at = merged.ratings.findIndex((known) => sameKey(known, rating));
    const known = merged.ratings[at];
    if (!known) {
      merged.ratings.push(rating);
      merged.added++;
    } else if (knowsAll(known.edits, rating.edits) || merged.ratings.some((other) => isCopy(other, rating) && sameContent(other, rating)))
      merged.same++;
    else if (knowsAll(rating.edits, known.edits)) {
      merged.ratings[at] = rating;
      merged.updated++;
    } else {
      merged.ratings.push({...rating, rater: freeRater(merged.ratings, rating)});
      merged.apart++;
    }
  }
  return merged;
}

/** The file of a dossier. `day`: today, YYYY-MM-DD. */
export const dossierFile = (ratings: readonly RatingRecord[], day: string): DossierFile => ({
  format: 'ppgp-dossier/1',
  exportedOn: day,
  ratings: [...ratings],
});
