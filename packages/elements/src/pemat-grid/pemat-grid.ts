import {pematAv} from '@ppgp/instruments/pemat-av';
import {pematP} from '@ppgp/instruments/pemat-p';
import type {Grid, Id} from '@ppgp/schema';
import {composeRating, Rating} from '@ppgp/session';
import {frGrid} from '@ppgp/words';
import {html, type PropertyDeclarations, type TemplateResult} from 'lit';
import {PpgpChangeEvent, PpgpStepEvent} from '../events.js';
import {InstrumentElement, type FoundInstrument} from '../internal/instrument-element.js';
import {receipt} from '../internal/questionnaire/receipt.js';
import {announce} from '../internal/status-voice.js';
import {base} from '../internal/styles/base.js';
import {controls} from '../internal/styles/controls.js';
import {later} from '../internal/styles/later.js';
import {questions} from '../internal/styles/questions.js';
import {tokens} from '../internal/styles/tokens.js';
import {codeOf, randomCode} from './codes.js';
import {documentScreen} from './document-screen.js';
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
  #rating: Rating | undefined;
  #place: GridPlace = {kind: 'document'};
  #subject: Subject = {title: '', version: '1', rater: ''};
  readonly #rater = randomCode;
  #raterCode: Id | undefined;
  #focusNext = '';

  override readyMade(id: Id): Grid | undefined {
    return [pematP, pematAv].find((grid) => grid.id === id);
  }

  /** Shows an item. */
  goTo(id: Id): void {
    if (this.#rating?.grid.items.some((item) => item.id === id)) this.#go({kind: 'item', id});
  }

  protected override begin({definition}: FoundInstrument<Grid>): void {
    this.#rating = new Rating(definition);
    this.#place = {kind: 'document'};
    this.#subject = {title: '', version: '1', rater: ''};
  }

  protected override screen({definition}: FoundInstrument<Grid>): TemplateResult {
    const rating = this.#rating;
    if (!rating) return html``;
    if (this.state !== 'asking') return receipt(this, this.submissions, html`<slot name="contact"></slot>`);
    const view = this.#view(definition, rating);
    const place = this.#place;
    if (place.kind === 'document') return documentScreen(view);
    if (place.kind === 'result') return resultScreen(view);
    const item = definition.items.find(({id}) => id === place.id);
    return item ? html`${this.#tools(view)}${scores(view)}${itemScreen(view, item)}` : resultScreen(view);
  }

  protected override updated(): void {
    const target = this.#focusNext && this.find(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
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
      change: (how, item) => this.#change(rating, how, item),
      rename: (subject) => {
        this.#subject = {...this.#subject, ...subject};
      },
      go: (place) => this.#go(place),
      send: () => void this.#send(rating),
    };
  }

  #tools({rating, reader}: RaterView): TemplateResult {
    const words = reader.words(frGrid);
    const travel = (how: () => void, said: string): void => {
      how();
      announce(said);
      this.requestUpdate();
    };
    return html`<div class="flow tools">
      <button type="button" class="back" @click=${() => this.#go({kind: 'document'})}>${this.#subject.title || words.toFacts}</button>
      <span class="place">
        <button type="button" part="undo" ?disabled=${!rating.canUndo} @click=${() => travel(() => rating.undo(), words.undone)}>${words.undo}</button>
        <button type="button" part="redo" ?disabled=${!rating.canRedo} @click=${() => travel(() => rating.redo(), words.redone)}>${words.redo}</button>
      </span>
    </div>`;
  }

  #change(rating: Rating, how: (rating: Rating) => void, item?: Id): void {
    how(rating);
    this.requestUpdate();
    if (item !== undefined) this.dispatchEvent(new PpgpChangeEvent(item, rating.markOf(item)));
  }

  #go(place: GridPlace): void {
    this.#place = place;
    this.#focusNext = place.kind;
    this.requestUpdate();
    const grid = this.#rating?.grid;
    if (!grid || place.kind !== 'item') return;
    const items = inOrder(grid);
    const at = items.findIndex(({id}) => id === place.id);
    this.dispatchEvent(new PpgpStepEvent(at + 1, items.length, this.reader.plain(items[at]?.label)));
  }

  async #send(rating: Rating): Promise<void> {
    const {title, version, rater} = this.#subject;
    const of = {
      dossier: codeOf(this.campaign, 'dossier'),
      document: codeOf(title, 'document'),
      documentVersion: codeOf(version, 'v1'),
      rater: (this.#raterCode ??= this.#rater()),
      raterLabel: rater.trim() || undefined,
      round: 'own',
    } as const;
    this.#focusNext = 'receipt';
    await this.submit(composeRating(rating, of, {lang: this.reader.lang, mode: this.mode}));
  }
}
