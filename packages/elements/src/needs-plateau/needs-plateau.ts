import {helpLines} from '@ppgp/instruments/help-lines';
import {plateau} from '@ppgp/instruments/plateau';
import {SurveyError, type Board, type Id, type Theme} from '@ppgp/schema';
import {Choosing, boardFragment, composeBoard, fromBoardFragment, isBoardFragment} from '@ppgp/session';
import {frBoard} from '@ppgp/words';
import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {PpgpChangeEvent, PpgpStepEvent} from '../events.js';
import {httpUrl} from '../internal/http-url.js';
import {InstrumentElement, type FoundInstrument} from '../internal/instrument-element.js';
import {contact} from '../internal/questionnaire/contact.js';
import type {KioskController} from '../internal/kiosk/kiosk-controller.js';
import {painted} from '../internal/painted.js';
import {outline} from '../internal/questionnaire/failed.js';
import {receipt} from '../internal/questionnaire/receipt.js';
import {situation} from '../internal/questionnaire/situation.js';
import type {Reader} from '../internal/reader.js';
import {announce} from '../internal/status-voice.js';
import {base} from '../internal/styles/base.js';
import {configuredStyles} from '../internal/styles/configured.js';
import {controls} from '../internal/styles/controls.js';
import {later} from '../internal/styles/later.js';
import {questions} from '../internal/styles/questions.js';
import {tokens} from '../internal/styles/tokens.js';
import {boardScreen} from './board-screen.js';
import type {BoardPlace, BoardView} from './board-view.js';
import {desk} from './desk.js';
import {hardScreen} from './hard-screen.js';
import {styles} from './needs-plateau.styles.js';
import {pictogram} from './pictogram.js';
import {pilesScreen} from './piles-screen.js';
import {EscapeThrice, leavePage} from './quick-exit.js';
import {showScreen} from './show-screen.js';

/** What a host page is told of a way through the board, as steps. The hard subjects are none: a page must not put them in its title. */
const STEPS = ['board', 'piles', 'show'];

/** Pictures of the screen between two people. */
const ATTRACTING = ['grossesse', 'sommeil', 'famille', 'logement', 'allaitement', 'alimentation', 'temps', 'langage'];

/**
 * « Je me pose des questions sur… »: parents choose pictures, say what is for today, and put off the rest. Nothing is stored; the list of
 * codes is sent only where the tag shares it and the parent presses the button.
 *
 * @summary A board of needs, for a desk, a waiting room, a phone and paper.
 * @slot - Fallback, shown until the element takes over, and when it fails.
 * @slot contact - Whom to call, at the end of the way.
 * @fires ppgp-change - {question, answer}: a person chose a theme or left it. Never the sensitive ones, unless all is shared.
 * @fires ppgp-step - {index, count, title}: another step is shown.
 * @fires ppgp-submit - {submission}; cancelable: prevented, nothing is kept and the host has it.
 * @fires ppgp-saved - {id}: the choices survive closing the page.
 * @fires ppgp-sent - {id, previousId}: the collector has them on disk.
 * @fires ppgp-reset - Everything was cleared.
 * @fires ppgp-error - {code, cause}: something for the integrator.
 * @csspart body - The element's ground.
 * @csspart set - A family of themes on its ground.
 * @csspart choice - One theme.
 * @csspart promise - What stays here, and what may leave.
 * @csspart hard - The way to what is hard to say.
 * @csspart help - Numbers to call.
 * @csspart call - One of them.
 * @csspart exit - « Quitter vite ».
 * @csspart today - What is for today.
 * @csspart later - What is for another time.
 * @csspart move - Sends a theme to the other pile.
 * @csspart next - The button that goes on.
 * @csspart back - The button that goes back.
 * @csspart send - The button that sends.
 * @csspart print - The button that prints.
 * @csspart show-qr - The button that makes the QR code.
 * @csspart qr - The QR code and its words.
 * @csspart erase - « Effacer ».
 * @csspart desk - Notes, and « Nouvelle famille ».
 * @csspart field - A text field.
 * @csspart new-family - « Nouvelle famille ».
 * @csspart attract - Between two people, on a shared screen.
 * @csspart language - Begins in another language.
 * @csspart start - « Touchez pour commencer ».
 * @csspart still-there - « Vous êtes encore là ? »
 * @csspart go-on - « Oui, je continue ».
 * @csspart finish - « Effacer et finir ».
 * @csspart staff - « Équipe », between two people.
 * @csspart staff-panel - What the staff see of a shared screen, behind their code.
 * @csspart staff-yes - Keeps the code, or tries it.
 * @csspart staff-close - Closes that panel.
 * @csspart closes - When it closes by itself.
 * @csspart forgotten - « Code oublié ? »
 * @csspart failure - What was wrong with a code.
 * @csspart head - How many answers wait.
 * @csspart ended - What « Envoyer maintenant » came to.
 * @csspart note - What else is true of the tablet.
 * @csspart waiting - What goes to one address.
 * @csspart row - One campaign and reason.
 * @csspart export - « Exporter ».
 * @csspart exported - What was exported.
 * @csspart test - « Tester la connexion ».
 * @csspart connection - What the test found.
 * @csspart tablet - Version, storage, screen, network.
 * @csspart retry - « Essayer maintenant ».
 * @csspart receipt - What is true after sending.
 * @csspart status - The line or note that says where things are.
 * @cssproperty --ppgp-accent - The host's colour; its hue is kept, its lightness clamped so that text stays readable.
 * @cssproperty --ppgp-radius - Roundness of boxes; any length, 0 included.
 */
export class NeedsPlateau extends InstrumentElement<Board> {
  static override styles = [tokens, base, controls, questions, later, configuredStyles, styles];
  static override properties: PropertyDeclarations = {share: {}, view: {}};

  override instrument: Id = 'plateau';
  override readonly kind = 'board';
  /** `themes`: a press may send the codes, sensitive ones left out: those only where the board or its campaign shares all. */
  share = '';
  /** `desk`: two people at one screen, with notes. */
  view = '';
  #kiosk: KioskController | undefined;
  #isFetching = false;
  #isDragged = false;
  #choosing: Choosing | undefined;
  #place: BoardPlace = {kind: 'board'};
  #said = '';
  #notes = '';
  #qr: TemplateResult | string | undefined;
  #printsHard = false;
  #focusNext = '';
  #handedOver = '';
  readonly #escape = new EscapeThrice(() => this.#exit());
  readonly #onKey = ({key, timeStamp}: KeyboardEvent): void => {
    if (this.#choosing && this.#isExitShown) this.#escape.press(key, timeStamp);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    removeEventListener('keydown', this.#onKey);
    super.disconnectedCallback();
  }

  override readyMade(id: Id): Board | undefined {
    return id === plateau.id ? plateau : undefined;
  }

  /** On a shared screen, in the language that the person who is there chose. */
  override get reader(): Reader {
    return this.#kiosk?.spoken ?? super.reader;
  }

  /** Clears everything for the next person, notes included. */
  override reset(): void {
    this.#notes = this.#handedOver = '';
    super.reset();
  }

  protected override begin({definition}: FoundInstrument<Board>): void {
    this.#place = {kind: 'board'};
    this.#said = '';
    this.#qr = undefined;
    this.#printsHard = false;
    this.#choosing = fromBoardFragment(definition, this.#handedOver || this.#takeFragment());
    if (this.#choosing.chosen.length === 0) return;
    this.#place = {kind: 'show'};
    this.#said = this.reader.words(frBoard).opened;
  }

  /** What the page's address hands over, read once: it does not stay there. Kept until somebody touches the board, for a definition that comes later. */
  #takeFragment(): string {
    const {hash, pathname, search} = location;
    if (!isBoardFragment(hash)) return '';
    history.replaceState(history.state, '', pathname + search);
    return (this.#handedOver = hash);
  }

  protected override screen({definition, base: from}: FoundInstrument<Board>): TemplateResult {
    const choosing = this.#choosing;
    if (!choosing) return html``;
    const view = this.#view(definition, choosing, from);
    const kiosk = this.#kiosk;
    if (this.#isShared && !kiosk) return outline();
    const between = kiosk?.between(() => ATTRACTING.map((id) => pictogram({id, label: ''}, from)));
    if (between) return between;
    const after = this.state === 'asking' ? nothing : receipt(this, this.submissions, view.contact);
    return html`${after}${kiosk?.clearsSoon()}${this.#shown(view)}${view.isDesk ? desk(view) : nothing}${kiosk?.stillThere()}`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#isShared && !this.#kiosk && !this.#isFetching && !this.failure) void this.#fetchKiosk();
  }

  get #isShared(): boolean {
    return this.mode === 'kiosk';
  }

  /** Without it nothing clears a shared screen: nothing is asked there then. */
  async #fetchKiosk(): Promise<void> {
    this.#isFetching = true;
    try {
      const {KioskController} = await import('../internal/kiosk/kiosk-controller.js');
      this.#kiosk = new KioskController(this);
    } catch (cause) {
      this.failure = new SurveyError('definition-missing', 'What a shared screen needs could not be fetched.', {cause});
      this.tell(this.failure.code, cause);
    }
    this.#isFetching = false;
    this.requestUpdate();
  }

  protected override updated(): void {
    if (this.#place.kind === 'piles' && !this.#isDragged) void this.#drags();
    const target = this.#focusNext && this.find(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
  }

  get #isExitShown(): boolean {
    return (
      this.#place.kind === 'hard' ||
      (this.#place.kind !== 'board' && this.#choosing?.chosen.some(({sensitive}) => sensitive === true) === true)
    );
  }

  #shown(view: BoardView): TemplateResult {
    const place = this.#place;
    if (this.state !== 'asking') return showScreen(view);
    switch (place.kind) {
      case 'board':
        return boardScreen(view);
      case 'hard':
        return hardScreen(view, place.set);
      case 'piles':
        return pilesScreen(view);
      case 'show':
        return showScreen(view);
    }
  }

  #view(board: Board, choosing: Choosing, from: string | undefined): BoardView {
    const words = this.reader.words(frBoard);
    return {
      board,
      choosing,
      reader: this.reader,
      level: this.level,
      isDesk: this.view === 'desk',
      share: this.state === 'asking' ? this.#sharing(board) : 'nothing',
      said: this.#said,
      notes: this.#notes,
      qr: this.#qr,
      help: board.help ?? helpLines,
      contact: html`<slot name="contact">${contact(this.reader, board.territories, situation(board, this).territory)}</slot>`,
      printsHard: this.#printsHard,
      exitHow: this.#kiosk?.exitHow ?? words.exitHow,
      picture: (theme) => pictogram(theme, from),
      toggle: (id) => this.#toggle(choosing, id),
      move: (theme, where) => this.#move(choosing, theme, where),
      go: (place) => this.#go(choosing, place),
      write: (notes) => {
        this.#notes = notes;
      },
      printHard: (whether) => {
        this.#printsHard = whether;
        this.requestUpdate();
      },
      print: () => print(),
      showQr: () => void this.#showQr(choosing),
      send: () => void this.#send(board, choosing),
      clear: () => {
        const said = this.view === 'desk' ? words.newFamilyDone : words.erased;
        this.reset();
        this.#said = said;
        this.#focusNext = 'board';
        announce(said);
      },
      exit: () => this.#exit(),
    };
  }

  /** What may be sent: as the board or its campaign says, else as the tag does. Only they may share what is sensitive. */
  #sharing({share}: Board): NonNullable<Board['share']> {
    return share ?? (this.share === 'themes' ? 'themes' : 'nothing');
  }

  #toggle(choosing: Choosing, id: Id): void {
    choosing.toggle(id);
    this.#said = this.#handedOver = '';
    this.#qr = undefined;
    void painted().then(() => this.requestUpdate());
    const isAll = this.#sharing(choosing.board) === 'all';
    const isTold = ({sensitive}: Theme): boolean => isAll || sensitive !== true;
    if (!choosing.board.themes.some((theme) => theme.id === id && isTold(theme))) return;
    const told = choosing.chosen.filter(isTold);
    this.dispatchEvent(
      new PpgpChangeEvent(
        'chosen',
        told.map((theme) => theme.id),
      ),
    );
  }

  #move(choosing: Choosing, theme: Theme, where: 'today' | 'later'): void {
    const words = this.reader.words(frBoard);
    const isMoved = where === 'later' || choosing.toToday(theme.id);
    if (where === 'later') choosing.toLater(theme.id);
    this.#said = isMoved ? '' : words.full;
    announce(isMoved ? words.moved({theme: this.reader.plain(theme.label), today: where === 'today'}) : words.full);
    this.#focusNext = `pile-${theme.id}`;
    this.#qr = undefined;
    this.requestUpdate();
  }

  #go(choosing: Choosing, place: BoardPlace): void {
    if (place.kind === 'piles') choosing.settle();
    this.#place = place;
    this.#said = '';
    this.#focusNext = place.kind;
    this.requestUpdate();
    const index = STEPS.indexOf(place.kind);
    const words = this.reader.words(frBoard);
    const titles = [this.reader.plain(choosing.board.title), words.pilesTitle, words.showTitle];
    if (index >= 0) this.dispatchEvent(new PpgpStepEvent(index + 1, STEPS.length, titles[index] ?? ''));
  }

  /** An extra, fetched when there are piles; without it the buttons do the same. */
  async #drags(): Promise<void> {
    this.#isDragged = true;
    try {
      const {dragPiles} = await import('./drag-piles.js');
      dragPiles(this.renderRoot as ShadowRoot, (line, pile) => {
        const choosing = this.#choosing;
        const theme = choosing?.chosen.find(({id}) => line === `pile-${id}`);
        if (choosing && theme) this.#move(choosing, theme, pile === 'today' ? 'today' : 'later');
      });
    } catch (cause) {
      console.warn('ppgp: nothing can be dragged.', cause);
    }
  }

  async #showQr(choosing: Choosing): Promise<void> {
    const words = this.reader.words(frBoard);
    try {
      const {qrCode} = await import('./qr-code.js');
      this.#qr = qrCode(new URL(boardFragment(choosing), location.href).href, words.qrAlt);
      this.#focusNext = 'qr';
    } catch (cause) {
      console.warn('ppgp: no QR code could be made.', cause);
      this.#qr = words.qrFailed;
    }
    this.requestUpdate();
  }

  async #send(board: Board, choosing: Choosing): Promise<void> {
    this.#focusNext = 'receipt';
    const signals = this.#kiosk?.signals;
    const payload = composeBoard(choosing, situation(board, this), {lang: this.reader.lang, all: this.#sharing(board) === 'all'});
    await this.submit({...payload, ...(signals && {signals})});
  }

  #exit(): void {
    // A shared screen stays on its page: its first screen tells nothing.
    if (this.#kiosk) return this.#kiosk.finish();
    const {found} = this;
    const to = found?.definition.exitTo;
    const address = (to !== undefined && httpUrl(to, found?.base)) || new URL('/', location.href).href;
    this.reset();
    leavePage(address);
  }
}
