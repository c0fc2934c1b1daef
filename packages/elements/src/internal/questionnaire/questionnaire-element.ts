import {SurveyError, type Answer, type Answers, type Id, type Mode, type Questionnaire, type SurveyErrorCode} from '@ppgp/schema';
import {Session, Walk, type Given, type Layout} from '@ppgp/session';
import {LitElement, html, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {PpgpChangeEvent, PpgpErrorEvent, PpgpResetEvent} from '../../events.js';
import type {Asker, Kinds} from '../../questions/question-view.js';
import type {Draft, DraftController} from '../controllers/draft-controller.js';
import type {Delivery} from '../controllers/submission-controller.js';
import {findDefinition, isReadyMade, type Found} from '../find-definition.js';
import {httpUrl} from '../http-url.js';
import type {KioskController} from '../kiosk/kiosk-controller.js';
import {Reader} from '../reader.js';
import {styles} from '../styles/styles.js';
import type {AfterPaint} from './after-paint.js';
import {asking} from './asking.js';
import type {Configured} from './configured.js';
import {failed, outline} from './failed.js';

/**
 * Where an element is: first what it shows, then where the answer is.
 * `unsaved`: not kept on this device; `handed`: given to the host page by `ppgp-submit`, nothing kept here.
 */
export type ElementState = 'loading' | 'failed' | 'asking' | 'closed' | Delivery;

/**
 * What every element that asks a questionnaire shares. It comes in three parts: this one draws the first screen; `AfterPaint`, fetched
 * right after that, does all that follows; `Configured` comes with a definition that is not ready-made, before it is shown.
 */
export abstract class QuestionnaireElement extends LitElement implements Asker {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    src: {},
    endpoint: {},
    protocol: {},
    proof: {},
    campaign: {},
    territory: {},
    source: {},
    wave: {},
    mode: {},
    layout: {},
    draft: {},
    instrument: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
    definition: {attribute: false},
    answers: {attribute: false, noAccessor: true},
    plain: {state: true},
  };

  /** URL of a definition or of a campaign. */
  src = '';
  /** Where answers are posted; without it nothing is kept. */
  endpoint = '';
  /** `json`: the endpoint takes one plain JSON object per answer. */
  protocol = '';
  /** `status`: any 2xx of such an endpoint counts as proof. */
  proof = '';
  /** Id under which answers are collected; the campaign's or the definition's own unless told. */
  campaign = '';
  /** A code stored with the answer, from the definition's closed list; also `?territoire=` in the page's address. */
  territory = '';
  /** A code stored with the answer, from the definition's closed list; also `?source=` in the page's address. */
  source = '';
  /** A code stored with the answer, from the definition's closed list; also `?vague=` in the page's address. */
  wave = '';
  /** How the answer comes about, stored with it: by the person (`web`), on a shared screen (`kiosk`), copied from paper (`paper`), told on the telephone (`call`). */
  mode: Mode = 'web';
  /** What one screen shows; a question on a narrow one and a section on a wide one unless told. */
  layout: Layout | '' = '';
  /** `device`: an unfinished answer is kept on this device for 24 hours. */
  draft = '';
  /** Level of the element's first heading, 1–6. */
  headingLevel = 2;
  /** One of the ready-made questionnaires of this tag; a definition of your own wins over it. */
  abstract instrument: Id;
  /** A definition as an object, instead of `src`. */
  definition: unknown = undefined;

  /** Plainer words are wanted. */
  plain = false;
  /** What a ready-made questionnaire of this tag needs beside its first screen. */
  readonly builtIn: Configured | undefined = undefined;
  /** The kinds of question of the ready-made first screen; all others come after the first paint. */
  abstract kinds: Kinds;
  /** What is asked, once it is there. */
  found: Found | undefined;
  /** Why nothing can be asked. */
  failure: SurveyError | undefined;
  /** A person's way through the questions. */
  walk: Walk | undefined;
  /** All that the first screen can do without, once it was fetched. */
  afterPaint: AfterPaint | undefined;
  /** It could not be fetched. */
  incomplete = false;
  draftKeeper: DraftController | undefined;
  /** What a shared screen needs, once it was fetched: nothing is asked there before. */
  kiosk: KioskController | undefined;
  /** Of the order in which choices are shuffled. */
  seed = 0;
  readonly typed = new Map<Id, string>();
  #reader: Reader | undefined;
  #finding: AbortController | undefined;
  #fetching: Promise<void> | undefined;
  #isPainted = false;
  #wanted: Partial<Given> | undefined;
  #putting: Promise<void> | undefined;

  /** The ready-made questionnaires of this tag. */
  abstract readyMade(id: Id): Questionnaire | undefined | Promise<Questionnaire | undefined>;

  /** What it shows, then where the answer is. @public */
  get state(): ElementState {
    const {walk, found, failure, afterPaint, configured} = this;
    if (failure) return 'failed';
    if (!walk || !found) return 'loading';
    return afterPaint?.submissions.delivery ?? (configured?.isOpen(found.definition) === false ? 'closed' : 'asking');
  }

  /** What is answered and shown, as it would be sent. */
  get answers(): Answers {
    return this.afterPaint?.answers ?? this.walk?.session.given.answers ?? {};
  }

  /** Puts other answers in the place of all; what does not fit the questionnaire is left out. Not for the words of a person: no event. */
  set answers(answers: Answers) {
    this.#wanted = {answers};
    this.#putAnswers();
  }

  get configured(): Configured | undefined {
    return this.found?.configured;
  }

  get reader(): Reader {
    if (this.#reader) return this.#reader;
    const {found, kiosk} = this;
    const lang = kiosk?.spoken?.lang || this.lang || this.closest('[lang]')?.getAttribute('lang') || 'fr';
    return (this.#reader = found?.configured?.reader(found.definition, lang, this) ?? new Reader(lang));
  }

  /** Level of the element's headings, 1–6. */
  get level(): number {
    return Math.min(6, Math.max(1, this.headingLevel));
  }

  /** Clears everything for the next person; what is already kept stays kept. @public */
  reset(): void {
    this.#wanted = undefined;
    this.afterPaint?.submissions.reset();
    this.#begin();
    this.dispatchEvent(new PpgpResetEvent());
  }

  /** Shows a question that is asked now. @public */
  goTo(id: Id): void {
    this.soon((afterPaint) => afterPaint.goTo(id));
  }

  /** Does something now, or as soon as all is fetched that it takes. */
  soon(work: (afterPaint: AfterPaint) => void): void {
    if (this.afterPaint) return work(this.afterPaint);
    void this.#fetchAfterPaint().then(async () => {
      if (this.afterPaint) return work(this.afterPaint);
      await this.updateComplete;
      this.find('incomplete')?.focus();
    });
  }

  /** Tries again to fetch what could not be. */
  retry(): void {
    this.soon(() => undefined);
  }

  /** Loads the definition, anew. */
  async reload(): Promise<void> {
    this.#finding?.abort();
    // What was answered is put into the next questionnaire, as far as it fits.
    if (this.state === 'asking') this.#wanted ??= this.walk?.session.given;
    const finding = (this.#finding = new AbortController());
    this.walk = this.found = this.failure = undefined;
    this.requestUpdate();
    try {
      if (!httpUrl(this.endpoint)) throw new SurveyError('endpoint-misconfigured', `Not http(s): ${this.endpoint}`);
      const searching = findDefinition(this, finding.signal);
      // It may begin with any kind of question, and nothing is painted before it is there.
      if (!isReadyMade(this)) {
        void this.#fetchAfterPaint();
        this.builtIn?.expectMore();
      }
      const found = await searching;
      if (this.#finding !== finding) return;
      this.found = found;
      const draft = await found.configured?.prepare(this);
      if (this.#finding === finding) this.#begin(draft);
    } catch (cause) {
      if (this.#finding === finding) this.fail(cause);
    }
  }

  /** Nothing can be asked. */
  fail(cause: unknown): void {
    this.failure = cause instanceof SurveyError ? cause : new SurveyError('definition-missing', 'Unreadable.', {cause});
    this.requestUpdate();
    this.tell(this.failure.code, this.failure);
  }

  /** Resolves an address of the definition against where it came from; other schemes than http(s) lead nowhere. */
  resolve(url: string): string {
    return httpUrl(url, this.found?.base) ?? '';
  }

  answerOf(id: Id): Answer | undefined {
    return this.walk?.session.find(id)?.answer;
  }

  focusNext(id: string): void {
    this.afterPaint?.focusNext(id);
  }

  /** A person answers, changes or takes back an answer. */
  change(id: Id, how: (session: Session) => void): void {
    const session = this.walk?.session;
    if (!session) return;
    how(session);
    this.requestUpdate();
    this.dispatchEvent(new PpgpChangeEvent(id, this.answerOf(id)));
  }

  /** Tells the integrator. */
  tell(code: SurveyErrorCode, cause?: unknown): void {
    console.warn(`ppgp: ${code}`, cause ?? '');
    this.dispatchEvent(new PpgpErrorEvent(code, cause));
  }

  find(id: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[id="${id}"]`);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Its language may be another, and its definition.
    this.#reader = undefined;
    const isOther = ['src', 'instrument', 'definition'].some((name) => changed.has(name));
    const isLost = changed.has('endpoint') && (this.failure || !httpUrl(this.endpoint));
    if (isOther || isLost) void this.reload();
  }

  protected override updated(): void {
    if (!this.walk || this.#isPainted) return;
    this.#isPainted = true;
    requestAnimationFrame(() => setTimeout(() => void this.#fetchAfterPaint()));
  }

  /** An update is complete with what it waits for. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#fetching;
    await this.#putting;
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    return html`<div class="body" part="body" lang=${this.reader.lang}>${this.kiosk?.around(this.#screen()) ?? this.#screen()}</div>`;
  }

  #screen(): TemplateResult | undefined {
    const {state, walk, found, configured, mode, kiosk} = this;
    if (state === 'failed') return failed(this);
    if (!walk || !found || (mode === 'kiosk' && !kiosk)) return outline();
    if (state === 'closed') return configured?.closed(this, found.definition);
    if (state === 'asking' && walk.place.kind === 'step') return asking(this, walk, walk.place.step);
    return this.afterPaint?.screen();
  }

  #begin(draft?: Draft): void {
    const {found, mode} = this;
    if (!found) return;
    this.typed.clear();
    this.afterPaint?.begin();
    const session = found.configured?.newSession(this, draft) ?? new Session(found.definition, {mode});
    this.walk = new Walk(session, () => this.layout || (this.clientWidth < 600 ? 'question' : 'section'));
    if (draft) this.draftKeeper?.comeBack(this.walk, draft);
    this.#putAnswers();
    this.requestUpdate();
  }

  #putAnswers(): void {
    if (!this.#wanted || !this.walk || !this.afterPaint) return;
    this.#putting = this.afterPaint.put(this.#wanted);
    this.#wanted = undefined;
  }

  /** Fetches what comes after the first screen, once. Never rejects: a failure is said on the screen. */
  #fetchAfterPaint(): Promise<void> {
    const fetched = async (): Promise<void> => {
      try {
        const {AfterPaint, hashReady} = await import('./after-paint.js');
        await hashReady();
        this.afterPaint = new AfterPaint(this);
        this.#putAnswers();
        this.incomplete = false;
      } catch (cause) {
        this.#fetching = undefined;
        this.incomplete = true;
        this.tell('not-saved', cause);
      }
      this.requestUpdate();
    };
    return (this.#fetching ??= fetched());
  }
}
