import type {Grid, Id} from '@ppgp/schema';
import {dayInParis, Rating} from '@ppgp/session';
import {codeOf, randomCode} from './codes.js';
import type {DossierController} from './dossier/dossier-controller.js';
import {sameKey, type RatingKey, type RatingRecord} from './dossier/rating-record.js';
import type {Subject} from './rater-view.js';

/** The rating that is open: what is rated and by whom, and its record once something of it is kept. */
export class OpenRating {
  readonly rating: Rating;
  subject: Subject;
  #rater: Id;
  #record: RatingRecord | undefined;

  /** `from`: a rating to go on with, or what is known of a new one. */
  constructor(grid: Grid, from: Partial<Subject> | RatingRecord = {}) {
    if ('rated' in from) {
      this.rating = new Rating(grid, from.rated);
      this.subject = {title: from.title, version: from.version, rater: from.raterLabel};
      this.#rater = from.rater;
      this.#record = from;
    } else {
      const {title = '', version = '1', rater = ''} = from;
      this.rating = new Rating(grid);
      this.subject = {title, version, rater};
      this.#rater = randomCode();
    }
  }

  /** Id of the answer it was last sent as. */
  get sent(): string | undefined {
    return this.#record?.sent;
  }

  /** Remembers the answer it was sent as. */
  sentAs(id: string, dossier: DossierController): void {
    if (!this.#record || this.sent === id) return;
    this.#record = {...this.#record, sent: id};
    this.keep(dossier);
  }

  /** Codes made of the names; a record's own as long as its names stay. */
  get key(): RatingKey {
    const {title, version} = this.subject;
    const kept = this.#record;
    return {
      document: kept?.title === title ? kept.document : codeOf(title, 'document'),
      documentVersion: kept?.version === version ? kept.documentVersion : codeOf(version, 'v1'),
      rater: this.#rater,
    };
  }

  /** Keeps it as it is now. Another name for the document or its version is another place: the record moves there. */
  keep(dossier: DossierController): void {
    const {key, subject, rating} = this;
    const before = this.#record;
    this.#record = dossier.keep({
      v: 1,
      ...key,
      grid: {id: rating.grid.id, version: rating.grid.version},
      title: subject.title,
      version: subject.version,
      raterLabel: subject.rater.trim(),
      day: dayInParis(Date.now()),
      edits: before?.edits ?? {},
      rated: rating.rated,
      ...(before?.sent && {sent: before.sent}),
    });
    if (before && !sameKey(before, key)) dossier.remove(before);
  }

  /** Keeps other names of the document, its version or the rater, where there is something to keep. */
  keepNames(dossier: DossierController): void {
    const {title, version, rater} = this.subject;
    const kept = this.#record;
    if (kept && (kept.title !== title || kept.version !== version || kept.raterLabel !== rater.trim())) this.keep(dossier);
  }

  /** Two windows changed it: what is given here goes on as the copy of this one. */
  becomes(from: RatingKey, {rater, raterLabel}: RatingRecord): void {
    if (!this.#record || !sameKey(this.#record, from)) return;
    this.#record = {...this.#record, rater, raterLabel, sent: undefined};
    this.#rater = rater;
    this.subject = {...this.subject, rater: raterLabel};
  }
}
