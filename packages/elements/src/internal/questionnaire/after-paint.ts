import type {Id, QuestionType} from '@ppgp/schema';
import {composePayload, dayInParis, type Asked, type Problem, type Step} from '@ppgp/session';
import {fr} from '@ppgp/words';
import {nothing, type ReactiveController, type TemplateResult} from 'lit';
import {PpgpSavedEvent, PpgpSentEvent, PpgpStepEvent, PpgpSubmitEvent} from '../../events.js';
import {partId, type QuestionView, type ToldProblem} from '../../questions/question-view.js';
import {views} from '../../questions/views.js';
import {SubmissionController, type OutboxModule} from '../controllers/submission-controller.js';
import {httpUrl} from '../http-url.js';
import {announce} from '../status-voice.js';
import type {QuestionnaireElement} from './questionnaire-element.js';
import {problemSentence, problemSummary} from './problems.js';
import {receipt, waitingLine} from './receipt.js';
import {review} from './review.js';

/**
 * The second half of an element that asks, all that its first screen can do without: going on, what is missing, the review, the
 * receipt, keeping and sending. With the other kinds of question it is one chunk, fetched with the outbox right after the first paint.
 */
export class AfterPaint implements ReactiveController {
  /** Where the answer is, and what else waits on this device. */
  readonly submissions: SubmissionController;
  /** Questions whose problems are shown. */
  #checked: readonly Id[] = [];
  readonly #element: QuestionnaireElement;
  #focusNext: string | undefined;

  constructor(element: QuestionnaireElement, outbox: OutboxModule) {
    this.#element = element;
    this.submissions = new SubmissionController(element, outbox, {
      saved: (id) => element.dispatchEvent(new PpgpSavedEvent(id)),
      sent: (id, previousId) => {
        announce(element.reader.words(fr).sentTitle);
        element.dispatchEvent(new PpgpSentEvent(id, previousId));
      },
      trouble: (code, cause) => element.tell(code, cause),
    });
    element.addController(this);
  }

  hostUpdated(): void {
    if (this.#focusNext === undefined) return;
    const place = this.#element.find(this.#focusNext);
    if (place === null) return;
    this.#focusNext = undefined;
    place.focus();
  }

  view(type: QuestionType): QuestionView | undefined {
    return views[type];
  }

  /** What is wrong with a question, once the person tried to go on. */
  problemsOf(asked: Asked): ToldProblem[] {
    return this.#problems
      .filter(({question}) => question === asked.question.id)
      .map((problem) => ({...problem, sentence: problemSentence(problem, asked, this.#element.reader)}));
  }

  /** What is wrong in a step, at its top. */
  summary(step: Step): TemplateResult | typeof nothing {
    return problemSummary(this.#element, step, this.#problems);
  }

  waitingLine(): TemplateResult | typeof nothing {
    return waitingLine(this.#element, this.submissions);
  }

  /** The review, or what is true after sending. */
  screen(): TemplateResult {
    const {state, walk} = this.#element;
    return state === 'asking' && walk !== undefined ? review(this.#element, walk) : receipt(this.#element, this.submissions);
  }

  /** Goes on, unless something in this step must be answered first. */
  next(): void {
    const problems = this.#element.walk?.next() ?? [];
    if (problems.length === 0) this.#arrive();
    else this.#point(problems);
  }

  back(): void {
    this.#element.walk?.back();
    this.#arrive();
  }

  goTo(id: Id): void {
    if (this.#element.walk?.goTo(id) === true) this.#arrive();
  }

  /** Another walk begins. */
  begin(): void {
    this.#checked = [];
  }

  async send(): Promise<void> {
    const {walk, found, reader, campaign, endpoint, state} = this.#element;
    if (found === undefined || walk === undefined || state !== 'asking') return;
    const problems = walk.session.problems();
    if (problems[0] !== undefined) {
      this.goTo(problems[0].question);
      this.#point(problems);
      return;
    }
    const {id, version, publicKey, sensitive} = found.definition;
    const payload = composePayload(walk.session, {
      lang: reader.lang,
      ...(sensitive === true && publicKey === undefined ? {salt: randomSalt()} : {}),
    });
    const submission = {campaign: campaign || found.campaign || id, version, day: dayInParis(Date.now()), payload};
    this.#focusNext = 'receipt';
    const kept = this.#element.dispatchEvent(new PpgpSubmitEvent(submission));
    const address = httpUrl(endpoint);
    if (!kept || endpoint === '' || address === undefined) this.submissions.become('handed');
    else if (publicKey !== undefined) this.submissions.refuse();
    else await this.submissions.submit({...submission, endpoint: address, payload: JSON.stringify(payload)});
  }

  get #problems(): readonly Problem[] {
    return this.#element.walk?.session.problems(this.#checked) ?? [];
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
    if (walk === undefined) return;
    this.#checked = [];
    const {place, progress} = walk;
    const words = reader.words(fr);
    const first = place.kind === 'step' ? place.step.asked[0]?.question : undefined;
    this.#focusNext = first === undefined ? 'review' : partId(first.id, 'title');
    if (first !== undefined) announce(words.place(progress));
    const title = first === undefined ? words.reviewTitle : reader.plain(first.label, `${first.id}.label`);
    this.#element.requestUpdate();
    this.#element.dispatchEvent(new PpgpStepEvent(progress.index, progress.count, title));
  }
}

function randomSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
