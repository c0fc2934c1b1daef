import type {Answer, Id, Payload, SurveyErrorCode} from '@ppgp/schema';

/** What the host receives when a person presses « Envoyer ». */
export interface Submission {
  campaign: Id;
  /** Version of the definition that was answered. */
  version: string;
  /** YYYY-MM-DD, Europe/Paris, by the device's clock. */
  day: string;
  payload: Payload;
}

/** Events bubble and cross shadow roots; they are fired only for what a person or the network did. */
const reaching = {bubbles: true, composed: true};

/** A person answered, changed or took back an answer. `answer` is undefined when taken back. */
export class PpgpChangeEvent extends Event {
  readonly question: Id;
  readonly answer: Answer | undefined;
  constructor(question: Id, answer: Answer | undefined) {
    super('ppgp-change', reaching);
    this.question = question;
    this.answer = answer;
  }
}

/** Another step is shown: the host may put its title in the page's. `index` counts from 1. */
export class PpgpStepEvent extends Event {
  readonly index: number;
  readonly count: number;
  readonly title: string;
  constructor(index: number, count: number, title: string) {
    super('ppgp-step', reaching);
    this.index = index;
    this.count = count;
    this.title = title;
  }
}

/** A person sends. Prevented: nothing is kept, the host has the submission. */
export class PpgpSubmitEvent extends Event {
  readonly submission: Submission;
  constructor(submission: Submission) {
    super('ppgp-submit', {...reaching, cancelable: true});
    this.submission = submission;
  }
}

/** The answer survives closing the page. */
export class PpgpSavedEvent extends Event {
  readonly id: string;
  constructor(id: string) {
    super('ppgp-saved', reaching);
    this.id = id;
  }
}

/** The collector has the answer on disk. `previousId` when it had to take another id on the way. */
export class PpgpSentEvent extends Event {
  readonly id: string;
  readonly previousId: string | undefined;
  constructor(id: string, previousId?: string) {
    super('ppgp-sent', reaching);
    this.id = id;
    this.previousId = previousId;
  }
}

/** All answers were cleared for the next person. */
export class PpgpResetEvent extends Event {
  constructor() {
    super('ppgp-reset', reaching);
  }
}

/** Something an integrator should know; the visitor reads a sentence of their own. */
export class PpgpErrorEvent extends Event {
  readonly code: SurveyErrorCode;
  readonly cause: unknown;
  constructor(code: SurveyErrorCode, cause?: unknown) {
    super('ppgp-error', reaching);
    this.code = code;
    this.cause = cause;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ppgp-change': PpgpChangeEvent;
    'ppgp-step': PpgpStepEvent;
    'ppgp-submit': PpgpSubmitEvent;
    'ppgp-saved': PpgpSavedEvent;
    'ppgp-sent': PpgpSentEvent;
    'ppgp-reset': PpgpResetEvent;
    'ppgp-error': PpgpErrorEvent;
  }
}
