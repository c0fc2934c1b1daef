import {SurveyError, type Answers, type Definition, type Id, type Mode, type Questionnaire, type SurveyErrorCode} from '@ppgp/schema';
import {Session, Walk, composePayload, dayInParis, openingOn, type Layout, type Opening, type Problem} from '@ppgp/session';
import {LitElement, html, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {
  PpgpChangeEvent,
  PpgpErrorEvent,
  PpgpResetEvent,
  PpgpSavedEvent,
  PpgpSentEvent,
  PpgpStepEvent,
  PpgpSubmitEvent,
} from '../../events.js';
import {partId} from '../../questions/question-view.js';
import {views} from '../../questions/views.js';
import {buildDay} from '../build.js';
import {DefinitionController} from '../controllers/definition-controller.js';
import {SubmissionController, type Delivery} from '../controllers/submission-controller.js';
import {Reader} from '../reader.js';
import {situationOf} from '../situation.js';
import {announce} from '../status-voice.js';
import {styles} from '../styles/styles.js';
import {asking} from './asking.js';
import {closed, failed, loading} from './closed-doors.js';
import {receipt} from './receipt.js';
import {review} from './review.js';

/**
 * Where an element is: first what it shows, then where the answer is.
 * `unsaved`: not kept on this device; `handed`: given to the host page by `ppgp-submit`, nothing kept here.
 */
export type ElementState = 'loading' | 'failed' | 'asking' | 'closed' | Exclude<Delivery, 'none'>;

const httpUrl = (address: string, base?: string): string | undefined => {
  try {
    const {protocol, href} = new URL(address, base ?? document.baseURI);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

/** What every element that asks a questionnaire shares: it asks, lets the person review, and hands the answer to the outbox. */
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

  /** A person's way through the questions; undefined until there is a definition. */
  walk: Walk | undefined;
  /** Where the answer is, and what else waits on this device. */
  readonly submissions = new SubmissionController(this, {
    saved: (id) => this.dispatchEvent(new PpgpSavedEvent(id)),
    sent: (id, previousId) => {
      announce(this.reader.words.sentTitle);
      this.dispatchEvent(new PpgpSentEvent(id, previousId));
    },
    trouble: (code, cause) => this.#tell(code, cause),
  });
  readonly #definitions = new DefinitionController(this, (definition) => this.#accept(definition));
  #reader: Reader | undefined;
  /** Questions whose problems are shown. */
  #checked: readonly Id[] = [];
  #focusNext: string | undefined;
  #told: SurveyError | undefined;

  /** The ready-made questionnaires of this tag. */
  protected abstract readyMade(id: Id): Definition | undefined;

  get state(): ElementState {
    if (this.failure !== undefined) return 'failed';
    if (this.walk === undefined) return 'loading';
    const {delivery} = this.submissions;
    if (delivery !== 'none') return delivery;
    return this.opening === 'open' ? 'asking' : 'closed';
  }

  /** What is answered and shown, as it would be sent. */
  get answers(): Answers {
    return this.walk === undefined ? {} : composePayload(this.walk.session, {lang: this.reader.lang}).answers;
  }

  get questionnaire(): Questionnaire | undefined {
    return this.#definitions.found?.definition as Questionnaire | undefined;
  }

  get failure(): SurveyError | undefined {
    return this.#definitions.error;
  }

  get reader(): Reader {
    return (this.#reader ??= new Reader(this.#language(), this.questionnaire?.words));
  }

  get opening(): Opening {
    const today = dayInParis(Date.now());
    return openingOn(today, this.questionnaire ?? {}, buildDay() ?? today);
  }

  get problems(): readonly Problem[] {
    return this.walk?.session.problems(this.#checked) ?? [];
  }

  /** Clears everything for the next person; what is already kept stays kept. */
  reset(): void {
    this.submissions.reset();
    this.#begin();
    this.dispatchEvent(new PpgpResetEvent());
  }

  /** Shows a question that is asked now. */
  goTo(id: Id): void {
    if (this.walk?.goTo(id) === true) this.#arrive();
  }

  next(): void {
    const problems = this.walk?.next() ?? [];
    if (problems.length === 0) this.#arrive();
    else this.#point(problems);
  }

  back(): void {
    this.walk?.back();
    this.#arrive();
  }

  /** Tries again to load the definition. */
  reload(): void {
    this.#reader = this.walk = undefined;
    void this.#definitions.load({
      definition: this.definition,
      src: this.src,
      instrument: this.instrument,
      readyMade: (id) => this.readyMade(id),
    });
    this.requestUpdate();
  }

  /** Resolves an address of the definition against where it came from; other schemes than http(s) lead nowhere. */
  resolve(url: string): string {
    return httpUrl(url, this.#definitions.found?.base) ?? '';
  }

  answer(id: Id, change: (session: Session) => void): void {
    const session = this.walk?.session;
    if (session === undefined) return;
    change(session);
    this.requestUpdate();
    this.dispatchEvent(new PpgpChangeEvent(id, session.find(id)?.answer));
  }

  /** Brings the person to a problem: the row or the question it is about. */
  show(problem: Problem): void {
    const at = problem.code === 'row-required' ? partId(problem.question, problem.row) : partId(problem.question, 'question');
    this.#find(at)?.querySelector<HTMLElement>('input, textarea')?.focus();
  }

  async send(): Promise<void> {
    const {questionnaire, walk} = this;
    if (questionnaire === undefined || walk === undefined || this.state !== 'asking') return;
    const problems = walk.session.problems();
    if (problems[0] !== undefined) {
      this.goTo(problems[0].question);
      this.#point(problems);
      return;
    }
    const {version, publicKey, sensitive, id} = questionnaire;
    const payload = composePayload(walk.session, {
      lang: this.reader.lang,
      ...(sensitive === true && publicKey === undefined ? {salt: randomSalt()} : {}),
    });
    const submission = {campaign: this.campaign || this.#definitions.found?.campaign || id, version, day: dayInParis(Date.now()), payload};
    this.#focusNext = 'receipt';
    const kept = this.dispatchEvent(new PpgpSubmitEvent(submission));
    const endpoint = httpUrl(this.endpoint);
    if (!kept || this.endpoint === '' || endpoint === undefined) this.submissions.become('handed');
    else if (publicKey !== undefined) this.submissions.refuse();
    else await this.submissions.submit({...submission, endpoint, payload: JSON.stringify(payload)});
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['src', 'instrument', 'definition', 'endpoint'].some((name) => changed.has(name))) this.reload();
    if (this.questionnaire !== undefined && this.walk === undefined) this.#begin();
  }

  protected override updated(): void {
    const {failure} = this;
    if (failure !== undefined && failure !== this.#told) this.#tell(failure.code, failure);
    this.#told = failure;
    if (this.endpoint !== '' && this.walk !== undefined) this.submissions.prepare();
    const place = this.#focusNext === undefined ? null : this.#find(this.#focusNext);
    if (place === null) return;
    this.#focusNext = undefined;
    place.focus();
  }

  protected override render(): TemplateResult {
    return html`<div class="body" part="body" lang=${this.reader.lang}>${this.#screen()}</div>`;
  }

  #screen(): TemplateResult {
    switch (this.state) {
      case 'loading':
        return loading();
      case 'failed':
        return failed(this);
      case 'closed':
        return closed(this);
      case 'asking':
        return this.walk?.place.kind === 'review' ? review(this) : asking(this);
      default:
        return receipt(this);
    }
  }

  #begin(): void {
    const {questionnaire} = this;
    if (questionnaire === undefined) return;
    this.#reader = undefined;
    this.#checked = [];
    this.walk = new Walk(
      new Session(questionnaire, situationOf(questionnaire, this, location.search)),
      () => this.layout || (this.clientWidth < 600 ? 'question' : 'section'),
    );
  }

  /** What this element cannot do with a definition that is valid in itself, or with its own attributes. */
  #accept(definition: Definition): void {
    const refuse = (detail: string): never => {
      throw new SurveyError('definition-invalid', detail);
    };
    if (definition.kind !== 'questionnaire') return refuse(`<${this.localName}> asks questionnaires, not a ${definition.kind}.`);
    const strange = definition.questions.find(({type}) => views[type] === undefined);
    if (strange !== undefined) refuse(`Question "${strange.id}": this version does not ask questions of type "${strange.type}".`);
    if (httpUrl(this.endpoint) === undefined)
      throw new SurveyError('endpoint-misconfigured', `"${this.endpoint}" is not an http(s) address.`);
  }

  #tell(code: SurveyErrorCode, cause?: unknown): void {
    console.warn(`ppgp: ${code}`, cause ?? '');
    this.dispatchEvent(new PpgpErrorEvent(code, cause));
  }

  /** Focus goes to what is missing. */
  #point(problems: readonly Problem[]): void {
    this.#checked = problems.map(({question}) => question);
    this.#focusNext = 'problems';
    this.requestUpdate();
  }

  /** Focus goes where reading goes on. */
  #arrive(): void {
    const {walk, reader} = this;
    if (walk === undefined) return;
    this.#checked = [];
    const {place, progress} = walk;
    const first = place.kind === 'step' ? place.step.asked[0]?.question : undefined;
    this.#focusNext = first === undefined ? 'review' : partId(first.id, 'title');
    if (first !== undefined) announce(reader.words.place(progress));
    const title = first === undefined ? reader.words.reviewTitle : reader.plain(first.label, `${first.id}.label`);
    this.requestUpdate();
    this.dispatchEvent(new PpgpStepEvent(progress.index, progress.count, title));
  }

  #find(id: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[id="${id}"]`);
  }

  #language(): string {
    const asked = new URLSearchParams(location.search).get('lang');
    if (asked !== null && this.questionnaire?.languages?.includes(asked) === true) return asked;
    return this.lang || this.closest('[lang]')?.getAttribute('lang') || 'fr';
  }
}

function randomSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
