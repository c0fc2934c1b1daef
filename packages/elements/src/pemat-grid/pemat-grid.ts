import {pematAv} from '@ppgp/instruments/pemat-av';
import {pematP} from '@ppgp/instruments/pemat-p';
import type {Grid, Id} from '@ppgp/schema';
import {composeRating, type Rating} from '@ppgp/session';
import {frGrid} from '@ppgp/words';
import {html, type PropertyDeclarations, type TemplateResult} from 'lit';
import {PpgpChangeEvent, PpgpStepEvent} from '../events.js';
import {icons} from '../internal/icons.js';
import {InstrumentElement, type FoundInstrument} from '../internal/instrument-element.js';
import {outline} from '../internal/questionnaire/failed.js';
import {receipt} from '../internal/questionnaire/receipt.js';
import {announce} from '../internal/status-voice.js';
import {addStyles} from '../internal/styles/add-styles.js';
import {base} from '../internal/styles/base.js';
import {controls} from '../internal/styles/controls.js';
import {later} from '../internal/styles/later.js';
import {questions} from '../internal/styles/questions.js';
import {tokens} from '../internal/styles/tokens.js';
import {painted} from '../internal/painted.js';
import type {OpenDocument} from './beside/open-document.js';
import type {Viewer} from './beside/viewer.js';
import {codeOf} from './codes.js';
import {documentScreen} from './document-screen.js';
import {DossierController} from './dossier/dossier-controller.js';
import {AGREED, isAgreed, sameKey} from './dossier/rating-record.js';
import {itemScreen} from './item-screen.js';
import {LaterPart} from './later-part.js';
import {OpenRating} from './open-rating.js';
import {styles} from './pemat-grid.styles.js';
import {inOrder, type GridPlace, type RaterView} from './rater-view.js';
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
 * @csspart of-other-grids - How many ratings were made with another grid.
 * @csspart version - One version of a document.
 * @csspart changes - Items gained or lost from one version to the next.
 * @csspart print - The button that prints.
 * @csspart to-paper - The button to the grid on paper.
 * @csspart remove - Removes a rating.
 * @csspart others - Reads the ratings of the others.
 * @csspart put-back - Puts the rating back that was removed.
 * @csspart opener - Where a document of the device is opened.
 * @csspart open-address - Opens a document of this site.
 * @csspart cannot-open - Why a document is not shown.
 * @csspart take-name - Names the document after its file.
 * @csspart viewer - The document beside the items.
 * @csspart toggle - Shows or hides it on a narrow screen.
 * @csspart page - Its page: a canvas.
 * @csspart previous - The page before.
 * @csspart following - The next page.
 * @csspart zoom-in - Makes it larger.
 * @csspart zoom-out - Makes it smaller.
 * @csspart fit - Makes it as wide as its place.
 * @csspart close-document - Closes the document.
 * @csspart pin - Begins to pin a remark to a spot.
 * @csspart place-here - Places the pin.
 * @csspart unpin - Takes the pin off.
 * @csspart thumbnail - The first page of a version.
 * @csspart retry - « Essayer maintenant ».
 * @csspart receipt - What is true after sending.
 * @csspart status - The line or note that says where the rating is.
 * @cssproperty --ppgp-accent - The host's colour; its hue is kept, its lightness clamped so that text stays readable.
 * @cssproperty --ppgp-radius - Roundness of boxes; any length, 0 included.
 */
export class PematGrid extends InstrumentElement<Grid> {
  static override styles = [tokens, base, controls, questions, later, styles];
  static override properties: PropertyDeclarations = {threshold: {type: Number}, token: {attribute: false}};

  override instrument: Id = 'pemat-p';
  override readonly kind = 'grid';
  /** Per cent; the grid's own unless told. */
  threshold: number | undefined = undefined;
  /** Opens the ratings of others, where `src` is a campaign; a property only. */
  token: string | undefined = undefined;
  readonly #dossier = new DossierController(this, {
    moved: (from, copy) => this.#open?.becomes(from, copy),
    found: () => void this.#group.want(),
  });
  /** What a group needs, and what is printed. */
  readonly #group = new LaterPart(this, async () => {
    const group = await import('./group.js');
    addStyles(this.renderRoot as ShadowRoot, group.styles);
    return group;
  });
  /** The document beside the grid. */
  readonly #beside = new LaterPart(this, () => import('./beside/beside.js'));
  readonly #documents = new Map<string, OpenDocument>();
  #viewer: Viewer | undefined;
  #open: OpenRating | undefined;
  /** What was given, and is taken in and kept once it is painted. */
  #given: {open: OpenRating; changes: (() => void)[]; kept: Promise<void>} | undefined;
  /** The rating that was sent last. */
  #sent: OpenRating | undefined;
  #place: GridPlace | undefined;
  #sentence = '';
  #focusNext = '';

  constructor() {
    super();
    this.addEventListener('ppgp-saved', ({id}) => this.#sent?.sentAs(id, this.#dossier));
  }

  override readyMade(id: Id): Grid | undefined {
    return [pematP, pematAv].find((grid) => grid.id === id);
  }

  /** Shows an item. @public */
  goTo(id: Id): void {
    if (this.#open?.rating.grid.items.some((item) => item.id === id)) this.#go({kind: 'item', id});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keepGiven();
  }

  protected override begin({definition}: FoundInstrument<Grid>): void {
    this.#begin(new OpenRating(definition));
    this.#place = undefined;
  }

  protected override screen({definition}: FoundInstrument<Grid>): TemplateResult {
    const open = this.#open;
    if (!open) return html``;
    if (this.state !== 'asking') return receipt(this, this.submissions, this.#afterwards());
    const view = this.#view(definition, open);
    return html`${this.#sentence ? html`<p class="status small soft" part="status" id="said">${icons.check}<span>${this.#sentence}</span></p>` : undefined}${this.#shown(view)}${this.#keeping(view)}`;
  }

  /** Below the receipt: whom to call, and the way back. */
  #afterwards(): TemplateResult {
    const back = (): void => {
      this.submissions.reset();
      this.#go({kind: 'dossier'});
    };
    const isOver = this.state !== 'saving' && this.#dossier.ratings.length > 0;
    return html`<slot name="contact"></slot>
      ${isOver ? html`<div class="ways"><button type="button" class="second" part="to-dossier" @click=${back}>${this.reader.words(frGrid).toDossier}</button></div>` : undefined}`;
  }

  protected override updated(): void {
    const target = this.#focusNext && this.find(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
  }

  /** An update is complete once what was given is kept, or refused, and what it shows is fetched. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#given?.kept;
    await Promise.all([this.#dossier.settled, this.#group.settled, this.#beside.settled]);
    return super.getUpdateComplete();
  }

  #shown(view: RaterView): TemplateResult {
    if (!this.#place && !this.#dossier.isRead) return outline();
    // Whoever comes back sees what is there; whoever is new begins.
    const place = this.#place ?? (this.#dossier.ratings.length > 0 ? {kind: 'dossier'} : {kind: 'document'});
    const desk = view.beside?.desk ?? ((rest) => rest);
    switch (place.kind) {
      case 'document':
        return desk(documentScreen(view));
      case 'item': {
        const item = view.grid.items.find(({id}) => id === place.id);
        return desk(item ? html`${this.#tools(view)}${scores(view)}${itemScreen(view, item)}` : resultScreen(view));
      }
      case 'result':
        return resultScreen(view);
      default:
        return this.#ofGroup(view, place);
    }
  }

  #ofGroup(view: RaterView, place: GridPlace): TemplateResult {
    const {part, hasFailed} = this.#group;
    if (part) return part.groupScreen(view, place);
    if (!hasFailed) void this.#group.want();
    const words = view.reader.words(frGrid);
    return hasFailed
      ? html`<div class="note wait">${icons.warning}<p>${words.partFailed}</p>
          <button type="button" class="second" part="retry" @click=${() => void this.#group.want()}>${words.partAgain}</button></div>`
      : outline();
  }

  /** Where the ratings are: only what is true. */
  #keeping({reader}: RaterView): TemplateResult | undefined {
    const {keeping, apart} = this.#dossier;
    const words = reader.words(frGrid);
    if (keeping === 'refused') return html`<div class="note error" part="status">${icons.warning}<p>${words.keepRefused}</p></div>`;
    return html`${
      apart === undefined
        ? undefined
        : html`<div class="note wait" part="status">
            ${icons.warning}<p>${words.keptApart({rater: isAgreed(apart) ? words.otherAgreed : apart.raterLabel})}</p>
          </div>`
    }${keeping === 'kept' ? html`<p class="status small soft" part="status">${icons.check}<span>${words.kept}</span></p>` : undefined}`;
  }

  #view(grid: Grid, open: OpenRating): RaterView {
    const {rating} = open;
    const view: RaterView = {
      grid,
      rating,
      reader: this.reader,
      level: this.level,
      subject: open.subject,
      threshold: this.threshold ?? grid.threshold,
      sends: this.endpoint !== '' || this.closest('ppgp-outbox') !== null,
      collected: this.token && this.src ? {campaign: new URL(this.src, document.baseURI).href, token: this.token} : undefined,
      dossier: this.#dossier,
      change: (how, item) => this.#change(open, how, item),
      rename: (subject) => {
        open.subject = {...open.subject, ...subject};
        this.requestUpdate();
      },
      keep: () => open.keepNames(this.#dossier),
      open: (key) => {
        const record = this.#dossier.find(key);
        if (!record) return;
        this.#begin(new OpenRating(grid, record));
        this.#go({kind: 'result'});
      },
      remove: (key) => {
        this.#dossier.forget(key);
        // Going on with it would bring it back.
        if (sameKey(open.key, key)) this.#begin(new OpenRating(grid));
      },
      start: (subject) => {
        this.#begin(new OpenRating(grid, subject));
        this.#go({kind: 'document'});
      },
      go: (place) => this.#go(place),
      send: (together) => void this.#send(together ? new OpenRating(grid, together) : open),
      say: (sentence) => {
        this.#sentence = sentence;
        announce(sentence);
        this.requestUpdate();
      },
      focus: (id) => {
        this.#focusNext = id;
      },
      show: (from) => void this.#showDocument(from),
      thumbnail: ({document, documentVersion}, version) => {
        const opened = this.#documents.get(`${document}/${documentVersion}`);
        return opened && this.#beside.part?.thumbnailOf(opened, view, version);
      },
    };
    const beside = this.#viewer && this.#beside.part?.besideOf(this.#viewer, view);
    return Object.assign(view, {beside, besideFailed: this.#beside.hasFailed});
  }

  #tools({rating, reader, subject}: RaterView): TemplateResult {
    const words = reader.words(frGrid);
    const travel = (how: () => void, said: string): void => {
      this.#keepGiven();
      how();
      this.#open?.keep(this.#dossier);
      announce(said);
      this.requestUpdate();
    };
    return html`<div class="flow tools">
      <button type="button" class="back" @click=${() => this.#go({kind: 'document'})}>${subject.title || words.toFacts}</button>
      ${this.#dossier.ratings.length > 0 ? html`<button type="button" class="back" part="to-dossier" @click=${() => this.#go({kind: 'dossier'})}>${words.toDossier}</button>` : undefined}
      <span class="flow place">
        <button type="button" part="undo" ?disabled=${!rating.canUndo} @click=${() => travel(() => rating.undo(), words.undone)}>${words.undo}</button>
        <button type="button" part="redo" ?disabled=${!rating.canRedo} @click=${() => travel(() => rating.redo(), words.redone)}>${words.redo}</button>
      </span>
    </div>`;
  }

  /** Another rating is open; the document beside it is that of its version, if it was opened in this visit. */
  #begin(open: OpenRating): void {
    this.#keepGiven();
    this.#remember();
    this.#open = open;
    const viewer = this.#viewer;
    const document = this.#documents.get(this.#version);
    if (document) viewer?.show(document);
    else viewer?.leave();
  }

  get #version(): string {
    const {document, documentVersion} = this.#open?.key ?? {};
    return `${document}/${documentVersion}`;
  }

  /** Which document the open rating is about. */
  #remember(): void {
    const document = this.#viewer?.document;
    if (document) this.#documents.set(this.#version, document);
    else if (this.#viewer) this.#documents.delete(this.#version);
  }

  async #showDocument(from: File | string): Promise<void> {
    await this.#beside.want();
    const {part} = this.#beside;
    if (!part) return;
    this.#viewer ??= part.viewerFor(this);
    await this.#viewer.open(from);
  }

  #change(open: OpenRating, how: (rating: Rating) => void, item?: Id): void {
    // Who began here stays here, though there is something to come back to now.
    this.#place ??= {kind: 'document'};
    // What was chosen is painted first: scores, disk and page follow.
    this.#given ??= {open, changes: [], kept: painted().then(() => this.#keepGiven())};
    this.#given.changes.push(() => {
      how(open.rating);
      if (item !== undefined) this.dispatchEvent(new PpgpChangeEvent(item, open.rating.markOf(item)));
    });
  }

  #keepGiven(): void {
    const given = this.#given;
    this.#given = undefined;
    given?.changes.forEach((change) => change());
    given?.open.keep(this.#dossier);
    this.requestUpdate();
  }

  #go(place: GridPlace): void {
    this.#keepGiven();
    this.#open?.keepNames(this.#dossier);
    this.#remember();
    // On a narrow screen the document steps back behind its button when the items begin.
    if (this.#viewer && place.kind === 'item' && this.#place?.kind !== 'item') this.#viewer.isShown = false;
    this.#place = place;
    this.#focusNext = place.kind;
    this.#sentence = '';
    this.requestUpdate();
    const grid = this.#open?.rating.grid;
    if (!grid || place.kind !== 'item') return;
    const items = inOrder(grid);
    const at = items.findIndex(({id}) => id === place.id);
    this.dispatchEvent(new PpgpStepEvent(at + 1, items.length, this.reader.plain(items[at]?.label)));
  }

  async #send(open: OpenRating): Promise<void> {
    this.#keepGiven();
    const {rating, key, subject, sent: replaces} = open;
    const of = {
      ...key,
      dossier: codeOf(this.campaign, 'dossier'),
      raterLabel: subject.rater.trim() || undefined,
      ...(isAgreed(key) ? {rater: AGREED, round: 'agreed' as const} : {round: 'own' as const}),
    };
    this.#focusNext = 'receipt';
    this.#sent = open;
    await this.submit(composeRating(rating, of, {lang: this.reader.lang, mode: this.mode, replaces}));
  }
}
