import type {Answer, Id, QuestionType} from '@ppgp/schema';
import type {Asked, Problem, Session} from '@ppgp/session';
import type {TemplateResult, nothing} from 'lit';
import type {Reader} from '../internal/reader.js';

/** A problem, and what to do about it in words. */
export type ToldProblem = Problem & {sentence: string};

/** What asks a question: the way to its words and to the session. */
export interface Asker {
  reader: Reader;
  /** Resolves an address of the definition. */
  resolve(url: string): string;
  /** The answer to another question that is asked. */
  answerOf(question: Id): Answer | undefined;
  /** Changes the answer to a question. */
  change(question: Id, how: (session: Session) => void): void;
  /** What was last typed in a field whose answer is not its text, by question. */
  readonly typed: Map<Id, string>;
  /** Where the focus goes with the next drawing: an id in the shadow root. */
  focusNext(id: string): void;
}

/** What a question needs to show itself. */
export interface QuestionContext {
  asked: Asked;
  asker: Asker;
  /** Heading level of its title, 1–6. */
  level: number;
  problems: readonly ToldProblem[];
  /** Words written beside « autre ». */
  other: string;
  /** « Je préfère ne pas répondre », and the field beside « autre »: they come with the definitions that may offer them. */
  decline?: ((context: QuestionContext) => TemplateResult | typeof nothing) | undefined;
  otherField?: QuestionView | undefined;
}

/** Draws one type of question. */
export type QuestionView = (context: QuestionContext) => TemplateResult;

/** How each type of question is drawn. */
export type Views = Partial<Record<QuestionType, QuestionView>>;

/** Some kinds of question: how they are drawn, and what is said of answers that only they have. */
export interface Kinds {
  views: Views;
  /** An answer in words; of a matrix one sentence for each row. */
  inWords?: (asked: Asked, reader: Reader) => string | string[];
  /** What to do about a problem. */
  problem?: (problem: Problem, reader: Reader) => string | undefined;
}

/** Ids in the shadow root: the question's, with a part. Definition ids hold no dot. */
export const partId = (question: Id, part: string): string => `${question}.${part}`;
