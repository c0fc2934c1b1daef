/** Everything that can go wrong with a definition, a campaign or an answer, as an integrator reads it. */
export type SurveyErrorCode =
  | 'definition-missing'
  | 'definition-invalid'
  | 'definition-foreign'
  | 'not-saved'
  | 'not-private'
  | 'unknown-campaign'
  | 'endpoint-misconfigured'
  | 'not-our-server'
  | 'parked'
  | 'closed';

/** One thing wrong in a definition: where, what kind, and what to do, in English for whoever writes it. */
export interface Fault {
  /** Such as `questions[0].choices[2].id`; empty for the whole. */
  path: string;
  code: string;
  detail: string;
}

/** The one error class: a stable code, a sentence, and where a definition is broken the faults found. */
export class SurveyError extends Error {
  override readonly name = 'SurveyError';
  readonly code: SurveyErrorCode;
  readonly faults: readonly Fault[];

  constructor(code: SurveyErrorCode, message: string, options: {cause?: unknown; faults?: readonly Fault[]} = {}) {
    super(message, 'cause' in options ? {cause: options.cause} : undefined);
    this.code = code;
    this.faults = options.faults ?? [];
  }
}
