import {pematAv} from '@ppgp/instruments/pemat-av';
import {pematP} from '@ppgp/instruments/pemat-p';
import type {Grid, Id} from '@ppgp/schema';
import {composeRating, dayInParis, Rating} from '@ppgp/session';
import {frGrid} from '@ppgp/words';
import {html, type PropertyDeclarations, type TemplateResult} from 'lit';
import {PpgpChangeEvent, PpgpStepEvent} from '../events.js';
import {icons} from '../internal/icons.js';
import {InstrumentElement, type FoundInstrument} from '../internal/instrument-element.js';
import {receipt} from '../internal/questionnaire/receipt.js';
import {announce} from '../internal/status-voice.js';
import {base} from '../internal/styles/base.js';
import {controls} from '../internal/styles/controls.js';
import {later} from '../internal/styles/later.js';
import {questions} from '../internal/styles/questions.js';
import {tokens} from '../internal/styles/tokens.js';
import {agreementScreen} from './agreement-screen.js';
import {codeOf, randomCode} from './codes.js';
import {compareScreen} from './compare-screen.js';
import {documentScreen} from './document-screen.js';
import {dossierScreen} from './dossier-screen.js';
import {DossierController} from './dossier/dossier-controller.js';
import {sameKey, type RatingKey, type RatingRecord} from './dossier/rating-record.js';
import {itemScreen} from './item-screen.js';
import {styles} from './pemat-grid.styles.js';
import {inOrder, type GridPlace, type RaterView, type Subject} from './rater-view.js';
import {resultScreen, scores} from './result-screen.js';

/**
 * Rates a document with a grid inspired by the PEMAT: item by item, with guidance, scores by domain, remarks.
 *
 * @summary A grid for rating flyers, letters, web pages and videos.
 * @slot - Fallback, shown until the element takes over, and when it fails.
 * @slot contact - Whom to call, after sending.
 * @fires ppgp-change - {question, answer}: a person marked an item, or took its mark back.
 * @fires ppgp-step - {index, count, title}: another item is shown.
 * @fires ppgp-submit - {submission}; cancelable: prevented, nothing is kept and the host has it.
 * @fires ppgp-saved - {id}: the rating survives closing the page.
 * @fires ppgp-sent - {id, previousId}: the collector has the rating on disk.
 * @fires ppgp-reset - Everything was cleared.
 * @fires ppgp-error - {code, cause}: something for the integrator.
 * @csspart body - The element's ground.
 * @csspart item - One item: its question, or its line in the result.
 * @csspart choice - One mark.
 * @csspart facts - What is true of the whole document.
 * @csspart field - A text field.
 * @csspart score - One score with its boxes.
 * @csspart next - The button that goes on.
 * @csspart back - The button that goes back.
 * @csspart send - The button that sends.
 * @csspart undo - « Annuler ».
 * @csspart redo - « Rétablir ».
 * @csspart to-dossier - The button to all documents.
 * @csspart open - Takes a rating up again.
 * @csspart side-by-side - Compares the ratings of a version.
 * @csspart before-after - Compares two versions.
 * @csspart fill - Takes over what all raters said alike.
 * @csspart document - One document of the dossier.
 * @csspart version - One version of a document.
 * @csspart changes - Items gained or lost from one version to the next.
 * @csspart print - The button that prints.
 * @csspart retry - « Essayer maintenant ».
 * @csspart receipt - What is true after sending.
 * @csspart status - The line or note that says where the rating is.
 * @cssproperty --ppgp-accent - The host's colour; its hue is kept, its lightness clamped so that text stays readable.
 * @cssproperty --ppgp-radius - Roundness of boxes; any length, 0 included.
 */
export class PematGrid extends InstrumentElement<Grid> {
  static override styles = [tokens, base, controls, questions, later, styles];
  static override properties: PropertyDeclarations = {threshold: {type: Number}};

  override instrument: Id = 'pemat-p';
  override readonly kind = 'grid';
  /** Per cent; the grid's own unless told. */
  threshold: number | undefined = undefined;
  readonly #dossier = new DossierController(this);
  #rating: Rating | undefined;
  /** The record of the rating that is open, once something of it was kept. */
  #record: RatingRecord | undefined;
  #rater: Id = '';
  #place: GridPlace | undefined;
  #subject: Subject = {title: '', version: '', rater: ''};
  #sentence = '';
  #focusNext = '';

  override readyMade(id: Id): Grid | undefined {
    return [pematP, pematAv].find((grid) => grid.id === id);
  }

  /** Shows an item. */
  goTo(id: Id): void {
    if (this.#rating?.grid.items.some((item) => item.id === id)) this.#go({kind: 'item', id});
  }

  protected override begin({definition}: FoundInstrument<Grid>): void {
    this.#start(definition);
    this.#place = undefined;
  }

  protected override screen({definition}: FoundInstrument<Grid>): TemplateResult {
    const rating = this.#rating;
    if (!rating) return html``;
    if (this.state !== 'asking') return receipt(this, this.submissions, html`<slot name="contact"></slot>`);
    const view = this.#view(definition, rating);
    return html`${this.#sentence ? html`<p class="status small soft" part="status" id="said">${icons.check}<span>${this.#sentence}</span></p>` : undefined}${this.#shown(view)}${this.#keeping(view)}`;
  }

  protected override updated(): void {
    const target = this.#focusNext && this.find(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
  }

  /** An update is complete once what was given is kept, or refused. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#dossier.settled;
    return super.getUpdateComplete();
  }

  #shown(view: RaterView): TemplateResult {
    // Whoever comes back sees what is there; whoever is new begins.
    const place = this.#place ?? (this.#dossier.ratings.length > 0 ? {kind: 'dossier'} : {kind: 'document'});
    switch (place.kind) {
      case 'dossier':
        return dossierScreen(view);
      case 'document':
        return documentScreen(view);
      case 'agreement':
        return agreementScreen(view, place.document, place.documentVersion);
      case 'compare':
        return compareScreen(view, place.document, place.before, place.after);
      case 'item': {
        const item = view.grid.items.find(({id}) => id === place.id);
        return item ? html`${this.#tools(view)}${scores(view)}${itemScreen(view, item)}` : resultScreen(view);
      }
      case 'result':
        return resultScreen(view);
    }
  }

  /** Where the ratings are: only what is true. */
  #keeping({reader}: RaterView): TemplateResult | undefined {
    const {keeping, apart} = this.#dossier;
    const words = reader.words(frGrid);
    if (keeping === 'refused') return html`<div class="note error" part="status">${icons.warning}<p>${words.keepRefused}</p></div>`;
    return html`${apart === undefined ? undefined : html`<div class="note wait" part="status">${icons.warning}<p>${words.keptApart({rater: apart})}</p></div>`}${
      keeping === 'kept' ? html`<p class="status small soft" part="status">${icons.check}<span>${words.kept}</span></p>` : undefined
    }`;
  }

  #view(grid: Grid, rating: Rating): RaterView {
    return {
      grid,
      rating,
      reader: this.reader,
      level: this.level,
      subject: this.#subject,
      threshold: this.threshold ?? grid.threshold,
      sends: this.endpoint !== '' || this.closest('ppgp-outbox') !== null,
      dossier: this.#dossier,
      change: (how, item) => this.#change(rating, how, item),
      rename: (subject) => {
        this.#subject = {...this.#subject, ...subject};
      },
      open: (key) => this.#open(grid, key),
      start: (subject) => {
        this.#start(grid, subject);
        this.#go({kind: 'document'});
      },
      go: (place) => this.#go(place),
      send: () => void this.#send(rating),
      say: (sentence) => {
        this.#sentence = sentence;
        announce(sentence);
        this.requestUpdate();
      },
    };
  }

  #tools({rating, reader}: RaterView): TemplateResult {
    const words = reader.words(frGrid);
    const travel = (how: () => void, said: string): void => {
      how();
      this.#keep(rating);
      announce(said);
      this.requestUpdate();
    };
    return html`<div class="flow tools">
      <button type="button" class="back" @click=${() => this.#go({kind: 'document'})}>${this.#subject.title || words.toFacts}</button>
      ${this.#dossier.ratings.length > 0 ? html`<button type="button" class="back" part="to-dossier" @click=${() => this.#go({kind: 'dossier'})}>${words.toDossier}</button>` : undefined}
      <span class="flow place">
        <button type="button" part="undo" ?disabled=${!rating.canUndo} @click=${() => travel(() => rating.undo(), words.undone)}>${words.undo}</button>
        <button type="button" part="redo" ?disabled=${!rating.canRedo} @click=${() => travel(() => rating.redo(), words.redone)}>${words.redo}</button>
      </span>
    </div>`;
  }

  #start(grid: Grid, {title = '', version = '1', rater = ''}: Partial<Subject> = {}): void {
    this.#rating = new Rating(grid);
    this.#record = undefined;
    this.#rater = randomCode();
    this.#subject = {title, version, rater};
  }

  #open(grid: Grid, key: RatingKey): void {
    const record = this.#dossier.find(key);
    if (!record) return;
    this.#record = record;
    this.#rater = record.rater;
    this.#rating = new Rating(grid, record.rated);
    this.#subject = {title: record.title, version: record.version, rater: record.raterLabel};
    this.#go({kind: 'result'});
  }

  #change(rating: Rating, how: (rating: Rating) => void, item?: Id): void {
    // Who began here stays here, though there is something to come back to now.
    this.#place ??= {kind: 'document'};
    how(rating);
    this.#keep(rating);
    this.requestUpdate();
    if (item !== undefined) this.dispatchEvent(new PpgpChangeEvent(item, rating.markOf(item)));
  }

  /** Keeps the rating as it is now. Another name for the document or its version is another place: the record moves there. */
  #keep({grid, rated}: Rating): void {
    const key = this.#key;
    const before = this.#record;
    const {title, version, rater} = this.#subject;
    this.#record = this.#dossier.keep({
      v: 1,
      ...key,
      grid: {id: grid.id, version: grid.version},
      title,
      version,
      raterLabel: rater.trim(),
      day: dayInParis(Date.now()),
      edits: before?.edits ?? {},
      rated,
    });
    if (before && !sameKey(before, key)) this.#dossier.remove(before);
  }

  get #key(): RatingKey {
    const {title, version} = this.#subject;
    return {document: codeOf(title, 'document'), documentVersion: codeOf(version, 'v1'), rater: this.#rater};
  }

  #go(place: GridPlace): void {
    if (this.#rating && this.#record && place.kind === 'item') this.#keep(this.#rating);
    this.#place = place;
    this.#focusNext = place.kind;
    this.#sentence = '';
    this.requestUpdate();
    const grid = this.#rating?.grid;
    if (!grid || place.kind !== 'item') return;
    const items = inOrder(grid);
    const at = items.findIndex(({id}) => id === place.id);
    this.dispatchEvent(new PpgpStepEvent(at + 1, items.length, this.reader.plain(items[at]?.label)));
  }

  async #send(rating: Rating): Promise<void> {
    const of = {
      ...this.#key,
      dossier: codeOf(this.campaign, 'dossier'),
      raterLabel: this.#subject.rater.trim() || undefined,
      round: 'own',
    } as const;
    this.#focusNext = 'receipt';
    await this.submit(composeRating(rating, of, {lang: this.reader.lang, mode: this.mode}));
  }
}
