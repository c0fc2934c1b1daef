import {SurveyError, type Definition, type Id, type Mode, type Payload, type SurveyErrorCode} from '@ppgp/schema';
import {dayInParis} from '@ppgp/session';
import {LitElement, html, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {PpgpErrorEvent, PpgpResetEvent, PpgpSubmitEvent} from '../events.js';
import {destinationOf} from './context/outbox-around.js';
import {SubmissionController} from './controllers/submission-controller.js';
import {httpUrl} from './http-url.js';
import {hashReady} from './outbox.js';
import {failed, outline} from './questionnaire/failed.js';
import type {ElementState} from './questionnaire/questionnaire-element.js';
import {Reader} from './reader.js';

/** What an element shows, and where it came from. */
export interface FoundInstrument<D extends Definition> {
  definition: D;
  /** The campaign that `src` led to. */
  campaign?: Id;
  /** What its addresses are resolved against. */
  base?: string;
}

/**
 * What the elements share that show something other than a questionnaire: a grid, a board. They find their definition, say what is wrong
 * with it, and give one answer, through the outbox where there is an endpoint. `QuestionnaireElement` does the same in small chunks.
 */
export abstract class InstrumentElement<D extends Definition> extends LitElement {
  static override properties: PropertyDeclarations = {
    src: {},
    endpoint: {},
    protocol: {},
    proof: {},
    campaign: {},
    territory: {},
    source: {},
    wave: {},
    mode: {reflect: true},
    instrument: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
    definition: {attribute: false},
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
  /** Level of the element's first heading, 1–6. */
  headingLevel = 2;
  /** One of the ready-made instruments of this tag; a definition of your own wins over it. */
  abstract instrument: Id;
  /** A definition as an object, instead of `src`. */
  definition: unknown = undefined;

  /** What is shown, once it is there. */
  found: FoundInstrument<D> | undefined;
  /** Why nothing can be shown. */
  failure: SurveyError | undefined;
  /** Keeps and sends what is given, and says where it is. */
  readonly submissions = new SubmissionController(this);
  #finding: AbortController | undefined;
  #reader: Reader | undefined;

  /** The kind of definition that this tag shows. */
  abstract readonly kind: D['kind'];
  /** The ready-made instruments of this tag. */
  abstract readyMade(id: Id): D | undefined | Promise<D | undefined>;
  /** A definition is there: what the element holds begins anew. */
  protected abstract begin(found: FoundInstrument<D>): void;
  /** The screen of an element whose definition is there. */
  protected abstract screen(found: FoundInstrument<D>): TemplateResult;

  /** What it shows, then where the answer is. @public */
  get state(): ElementState {
    if (this.failure) return 'failed';
    return this.found ? (this.submissions.delivery ?? 'asking') : 'loading';
  }

  get reader(): Reader {
    return (this.#reader ??= new Reader(this.lang || this.closest('[lang]')?.getAttribute('lang') || 'fr'));
  }

  /** Level of the element's headings, 1–6. */
  get level(): number {
    return Math.min(6, Math.max(1, this.headingLevel));
  }

  /** Clears everything for the next person; what is already kept stays kept. @public */
  reset(): void {
    this.submissions.reset();
    if (this.found) this.begin(this.found);
    this.requestUpdate();
    this.dispatchEvent(new PpgpResetEvent());
  }

  /** Loads the definition, anew. */
  async reload(): Promise<void> {
    this.#finding?.abort();
    const finding = (this.#finding = new AbortController());
    this.#reader = this.found = this.failure = undefined;
    this.requestUpdate();
    try {
      if (!httpUrl(this.endpoint)) throw new SurveyError('endpoint-misconfigured', `"${this.endpoint}" is not an http(s) address.`);
      const found = await this.#find(finding.signal);
      await hashReady();
      if (this.#finding !== finding) return;
      this.found = found;
      this.begin(found);
      this.requestUpdate();
    } catch (cause) {
      if (this.#finding !== finding) return;
      this.failure = cause instanceof SurveyError ? cause : new SurveyError('definition-missing', 'It could not be read.', {cause});
      this.requestUpdate();
      this.tell(this.failure.code, this.failure);
    }
  }

  /** Tells the integrator. */
  tell(code: SurveyErrorCode, cause?: unknown): void {
    console.warn(`ppgp: ${code}`, cause ?? '');
    this.dispatchEvent(new PpgpErrorEvent(code, cause));
  }

  find(id: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[id="${id}"]`);
  }

  /** Gives what a person answered: to the host first, then to the outbox. */
  protected async submit(payload: Payload): Promise<void> {
    const {found} = this;
    if (!found || this.state !== 'asking') return;
    const {id, version, publicKey} = found.definition;
    const submission = {campaign: this.campaign || found.campaign || id, version, day: dayInParis(Date.now()), payload};
    const isKept = this.dispatchEvent(new PpgpSubmitEvent(submission));
    const {endpoint, wire} = destinationOf(this);
    if (!isKept || !endpoint) this.submissions.become('handed');
    else if (publicKey) this.submissions.refuse();
    else await this.submissions.submit({...submission, endpoint, wire, payload: JSON.stringify(payload)});
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isOther = ['src', 'instrument', 'definition'].some((name) => changed.has(name));
    const isLost = changed.has('endpoint') && (this.failure || !httpUrl(this.endpoint));
    if (isOther || isLost) void this.reload();
  }

  protected override render(): TemplateResult {
    const {found, failure} = this;
    const screen = failure ? failed({reader: this.reader, level: this.level, failure, reload: () => void this.reload()}) : undefined;
    return html`<div class="body" part="body" lang=${this.reader.lang}>${screen ?? (found ? this.screen(found) : outline())}</div>`;
  }

  async #find(signal: AbortSignal): Promise<FoundInstrument<D>> {
    const isReadyMade = this.definition === undefined && this.src === '';
    if (!isReadyMade) {
      const {foreignDefinition} = await import('./controllers/foreign-definition.js');
      const {definition, ...more} = await foreignDefinition(this, signal);
      if (definition.kind !== this.kind)
        throw new SurveyError('definition-invalid', `This tag shows a ${this.kind}, not a ${definition.kind}.`);
      return {definition: definition as D, ...more};
    }
    const definition = await this.readyMade(this.instrument);
    if (definition === undefined)
      throw new SurveyError('definition-missing', `This tag has no ready-made instrument "${this.instrument}".`);
    return {definition};
  }
}
