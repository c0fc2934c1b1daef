import type {Answers, Id, Payload} from '@ppgp/schema';
import {composePayload, dayInParis, type Asked, type Given, type Problem, type Step} from '@ppgp/session';
import {fr} from '@ppgp/words';
import type {ReactiveController, TemplateResult} from 'lit';
import {PpgpStepEvent, PpgpSubmitEvent} from '../../events.js';
import {partId, type ToldProblem, type Views} from '../../questions/question-view.js';
import {multiple} from '../../questions/multiple.js';
import {single} from '../../questions/single.js';
import {text} from '../../questions/text.js';
import {destinationOf} from '../context/outbox-around.js';
import {SubmissionController} from '../controllers/submission-controller.js';
import {announce} from '../status-voice.js';
import {addStyles} from '../styles/add-styles.js';
import {later} from '../styles/later.js';
import {contact} from './asking.js';
import {problemSentence, problemSummary} from './problems.js';
import type {QuestionnaireElement} from './questionnaire-element.js';
import {receipt, waitingLine} from './receipt.js';
import {review} from './review.js';

export {hashReady} from '../outbox.js';

/**
 * The second half of an element that asks, all that its first screen can do without: going on, what is missing, the other kinds of
 * question, the review, the receipt, keeping and sending. One chunk, fetched right after the first paint.
 */
export class AfterPaint implements ReactiveController {
  /** The kinds that a ready-made first screen can do without; all of them come with a definition of one's own. */
  readonly views: Views = {single, multiple, text};
  /** Where the answer is, and what else waits on this device. */
  readonly submissions: SubmissionController;
  readonly #element: QuestionnaireElement;
  /** Questions whose problems are shown. */
  #checked: readonly Id[] = [];
  #focusNext: string | undefined;
  #isBeingShared = false;

  constructor(element: QuestionnaireElement) {
    this.#element = element;
    this.submissions = new SubmissionController(element);
    addStyles(element.renderRoot as ShadowRoot, later);
    element.addController(this);
  }

  hostUpdate(): void {
    if (this.#element.mode === 'kiosk' && !this.#isBeingShared) void this.#share();
  }

  /** Without it nothing clears a shared screen: nothing is asked there then. */
  async #share(): Promise<void> {
    this.#isBeingShared = true;
    try {
      const {KioskController} = await import('../kiosk/kiosk-controller.js');
      this.#element.kiosk = new KioskController(this.#element);
      this.#element.requestUpdate();
    } catch (cause) {
      this.#element.fail(cause);
    }
  }

  hostUpdated(): void {
    const place = this.#focusNext && this.#element.find(this.#focusNext);
    if (!place) return;
    this.#focusNext = undefined;
    place.focus();
  }

  /** What is answered and shown, as it would be sent. */
  get answers(): Answers | undefined {
    return this.#payload?.answers;
  }

  /** What is missing or wrong where the person tried to go on. */
  get problems(): readonly Problem[] {
    return (this.#checked.length > 0 && this.#element.walk?.session.problems(this.#checked)) || [];
  }

  problemsOf(asked: Asked): ToldProblem[] {
    const own = this.problems.filter(({question}) => question === asked.question.id);
    return own.map((problem) => ({...problem, sentence: problemSentence(problem, asked, this.#element)}));
  }

  /** What is missing or wrong in a step, at its top. */
  summary(step: Step): TemplateResult | undefined {
    return problemSummary(this.#element, step, this.problems);
  }

  waitingLine(): TemplateResult | undefined {
    return waitingLine(this.#element);
  }

  /** The review, or what is true after sending. */
  screen(): TemplateResult {
    const {state, walk} = this.#element;
    return state === 'asking' && walk
      ? review(this.#element, walk, this)
      : receipt(this.#element, this.submissions, contact(this.#element));
  }

  /** Goes on, unless something in this step must be answered first. */
  next(): void {
    const problems = this.#element.walk?.next() ?? [];
    if (problems.length > 0) this.#point(problems);
    else this.#arrive();
  }

  back(): void {
    this.#element.walk?.back();
    this.#arrive();
  }

  goTo(id: Id): void {
    if (this.#element.walk?.goTo(id) === true) this.#arrive();
  }

  /** To the review, though not all is answered. */
  toReview(): void {
    this.#element.walk?.toReview();
    this.#arrive();
  }

  /** Puts answers from elsewhere in the place of all, as far as they fit. */
  async put(given: Partial<Given>): Promise<void> {
    const {restore} = await import('./restore.js');
    const session = this.#element.walk?.session;
    session?.replace(restore(session.definition, given));
    this.#element.requestUpdate();
  }

  /** Another walk begins. */
  begin(): void {
    this.#checked = [];
  }

  focusNext(id: string): void {
    this.#focusNext = id;
  }

  async send(): Promise<void> {
    const {walk, found, campaign, state, draftKeeper} = this.#element;
    if (!found || !walk || state !== 'asking') return;
    const problems = walk.session.problems();
    if (problems[0]) {
      this.goTo(problems[0].question);
      this.#point(problems);
      return;
    }
    const {id, version, publicKey} = found.definition;
    const payload = this.#payload;
    if (!payload) return;
    const submission = {campaign: campaign || found.campaign || id, version, day: dayInParis(Date.now()), payload};
    this.#focusNext = 'receipt';
    const isKept = this.#element.dispatchEvent(new PpgpSubmitEvent(submission));
    const {endpoint, wire} = destinationOf(this.#element);
    if (!isKept || !endpoint) this.submissions.become('handed');
    else if (publicKey) this.submissions.refuse();
    else {
      await draftKeeper?.settled();
      await this.submissions.submit({...submission, endpoint, wire, payload: JSON.stringify(payload), draft: draftKeeper?.key});
    }
    if (this.#element.state === 'handed') void draftKeeper?.forget();
  }

  get #payload(): Payload | undefined {
    const {walk, found, plain, reader, kiosk} = this.#element;
    const salt = found?.configured?.salt(found.definition);
    const signals = kiosk?.signals;
    return walk && {...composePayload(walk.session, {lang: reader.lang, salt, plain}), ...(signals && {signals})};
  }

  /** Focus goes to what is missing. */
  #point(problems: readonly Problem[]): void {
    this.#checked = problems.map(({question}) => question);
    this.#focusNext = 'problems';
    this.#element.requestUpdate();
  }

  /** Focus goes where reading goes on. */
  #arrive(): void {
    const {walk, reader} = this.#element;
    if (!walk) return;
    this.begin();
    const {place, progress} = walk;
    const words = reader.words(fr);
    const first = place.kind === 'step' ? place.step.asked[0]?.question : undefined;
    this.#focusNext = first ? partId(first.id, 'title') : 'review';
    if (first) announce(words.place(progress));
    this.#element.requestUpdate();
    const title = first ? reader.plainLabel(first) : words.reviewTitle;
    this.#element.dispatchEvent(new PpgpStepEvent(progress.index, progress.count, title));
  }
}
