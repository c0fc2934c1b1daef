import {SurveyError, type Answers, type Id, type Mode, type Questionnaire, type SurveyErrorCode} from '@ppgp/schema';
import {Session, Walk, composePayload, type Layout} from '@ppgp/session';
import {LitElement, html, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {PpgpChangeEvent, PpgpErrorEvent, PpgpResetEvent} from '../../events.js';
import type {Views} from '../../questions/question-view.js';
import {DefinitionController, isReadyMade, type Configured, type Found} from '../controllers/definition-controller.js';
import type {Delivery} from '../controllers/submission-controller.js';
import {httpUrl} from '../http-url.js';
import {Reader} from '../reader.js';
import {styles} from '../styles/styles.js';
import type {AfterPaint} from './after-paint.js';
import {asking} from './asking.js';
import {failed, outline} from './failed.js';

/**
 * Where an element is: first what it shows, then where the answer is.
 * `unsaved`: not kept on this device; `handed`: given to the host page by `ppgp-submit`, nothing kept here.
 */
export type ElementState = 'loading' | 'failed' | 'asking' | 'closed' | Exclude<Delivery, 'none'>;

/**
 * What every element that asks a questionnaire shares. It comes in three parts: this one draws the first screen; `AfterPaint`, fetched
 * right after that, does all that follows; `Configured` comes with a definition that is not ready-made, before it is shown.
 */
export abstract class QuestionnaireElement extends LitElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    src: {},
    endpoint: {},
    campaign: {},
    territory: {},
    source: {},
    wave: {},
    mode: {},
    layout: {},
    instrument: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
    definition: {attribute: false},
  };

  /** URL of a definition or of a campaign. */
  src = '';
  /** Where answers are posted; without it nothing is kept. */
  endpoint = '';
  campaign = '';
  territory = '';
  source = '';
  wave = '';
  mode: Mode = 'web';
  layout: Layout | '' = '';
  headingLevel = 2;
  abstract instrument: Id;
  /** A definition as an object, instead of `src`. */
  definition: unknown = undefined;

  /** How the questions of the ready-made first screen are drawn; all others come after the first paint. */
  abstract readonly firstViews: Views;
  /** A person's way through the questions; undefined until there is a definition. */
  walk: Walk | undefined;
  /** All that the first screen can do without; undefined until it was fetched. */
  afterPaint: AfterPaint | undefined;
  /** It could not be fetched. */
  incomplete = false;
  readonly #definitions = new DefinitionController(this, () => this.#check());
  #reader: Reader | undefined;
  #painted = false;
  #fetching: Promise<void> | undefined;
  #told: SurveyError | undefined;

  /** The ready-made questionnaires of this tag. */
  protected abstract readyMade(id: Id): Questionnaire | undefined;

  get state(): ElementState {
    const {walk, found, configured} = this;
    if (this.failure !== undefined) return 'failed';
    if (walk === undefined || found === undefined) return 'loading';
    const delivery = this.afterPaint?.submissions.delivery ?? 'none';
    if (delivery !== 'none') return delivery;
    return configured?.isOpen(found.definition) === false ? 'closed' : 'asking';
  }

  /** What is answered and shown, as it would be sent. */
  get answers(): Answers {
    return this.walk === undefined ? {} : composePayload(this.walk.session, {lang: this.reader.lang}).answers;
  }

  get found(): Found | undefined {
    return this.#definitions.found;
  }

  get configured(): Configured | undefined {
    return this.found?.configured;
  }

  get failure(): SurveyError | undefined {
    return this.#definitions.error;
  }

  get reader(): Reader {
    if (this.#reader !== undefined) return this.#reader;
    const lang = this.lang || this.closest('[lang]')?.getAttribute('lang') || 'fr';
    const {found} = this;
    return (this.#reader = found?.configured?.reader(found.definition, lang) ?? new Reader(lang));
  }

  /** Level of the element's headings, 1–6. */
  get level(): number {
    return Math.min(6, Math.max(1, this.headingLevel));
  }

  /** Clears everything for the next person; what is already kept stays kept. */
  reset(): void {
    this.afterPaint?.submissions.reset();
    this.#begin();
    this.requestUpdate();
    this.dispatchEvent(new PpgpResetEvent());
  }

  /** Shows a question that is asked now. */
  goTo(id: Id): void {
    this.#withAfterPaint((afterPaint) => afterPaint.goTo(id));
  }

  next(): void {
    this.#withAfterPaint((afterPaint) => afterPaint.next());
  }

  back(): void {
    this.#withAfterPaint((afterPaint) => afterPaint.back());
  }

  /** Tries again to fetch what could not be. */
  retry(): void {
    this.#withAfterPaint(() => undefined);
  }

  /** Tries again to load the definition. */
  reload(): void {
    const {definition, src, instrument} = this;
    this.#reader = this.walk = undefined;
    void this.#definitions.load({definition, src, instrument, readyMade: (id) => this.readyMade(id)});
    // It may begin with any kind of question, and nothing is painted before it is there.
    if (!isReadyMade(this)) void this.#fetchAfterPaint();
    this.requestUpdate();
  }

  /** Resolves an address of the definition against where it came from; other schemes than http(s) lead nowhere. */
  resolve(url: string): string {
    return httpUrl(url, this.found?.base) ?? '';
  }

  answer(id: Id, change: (session: Session) => void): void {
    const session = this.walk?.session;
    if (session === undefined) return;
    change(session);
    this.requestUpdate();
    this.dispatchEvent(new PpgpChangeEvent(id, session.find(id)?.answer));
  }

  tell(code: SurveyErrorCode, cause?: unknown): void {
    console.warn(`ppgp: ${code}`, cause ?? '');
    this.dispatchEvent(new PpgpErrorEvent(code, cause));
  }

  find(id: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[id="${id}"]`);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['src', 'instrument', 'definition', 'endpoint'].some((name) => changed.has(name))) this.reload();
    if (this.found !== undefined && this.walk === undefined) this.#begin();
  }

  protected override updated(): void {
    const {failure} = this;
    if (failure !== undefined && failure !== this.#told) this.tell(failure.code, failure);
    this.#told = failure;
    if (this.walk === undefined || this.#painted) return;
    this.#painted = true;
    requestAnimationFrame(() => setTimeout(() => void this.#fetchAfterPaint()));
  }

  /** An update is complete with what it waits for. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#fetching;
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    return html`<div class="body" part="body" lang=${this.reader.lang}>${this.#screen()}</div>`;
  }

  #screen(): TemplateResult | undefined {
    const {state, walk, found} = this;
    if (state === 'failed') return failed(this);
    if (found === undefined) return outline();
    if (state === 'closed') return found.configured?.closed(this, found.definition);
    if (state === 'asking' && walk?.place.kind === 'step') return asking(this, walk, walk.place.step);
    return this.afterPaint?.screen();
  }

  #begin(): void {
    const {found, mode} = this;
    if (found === undefined) return;
    this.#reader = undefined;
    this.afterPaint?.begin();
    const {definition, configured} = found;
    const situation = configured?.situation(definition, this) ?? {mode};
    this.walk = new Walk(new Session(definition, situation), () => this.layout || (this.clientWidth < 600 ? 'question' : 'section'));
  }

  /** What no definition can put right. */
  #check(): void {
    if (httpUrl(this.endpoint) === undefined)
      throw new SurveyError('endpoint-misconfigured', `"${this.endpoint}" is not an http(s) address.`);
  }

  /** Fetches what comes after the first screen, once. Never rejects: a failure is said on the screen. */
  #fetchAfterPaint(): Promise<void> {
    return (this.#fetching ??= Promise.all([import('./after-paint.js'), import('../outbox.js')])
      .then(async ([{AfterPaint}, outbox]) => {
        await outbox.hashReady();
        this.afterPaint = new AfterPaint(this, outbox);
        this.incomplete = false;
      })
      .catch((cause: unknown) => {
        this.#fetching = undefined;
        this.incomplete = true;
        this.tell('not-saved', cause);
      })
      .finally(() => this.requestUpdate()));
  }

  /** Now, or as soon as it was fetched. */
  #withAfterPaint(work: (afterPaint: AfterPaint) => void): void {
    const {afterPaint} = this;
    if (afterPaint !== undefined) return work(afterPaint);
    void this.#fetchAfterPaint().then(async () => {
      if (this.afterPaint !== undefined) return work(this.afterPaint);
      await this.updateComplete;
      this.find('incomplete')?.focus();
    });
  }
}
