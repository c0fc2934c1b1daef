import type {Answer, Choice, Id, QuestionType} from '@ppgp/schema';
import type {Asked, Problem} from '@ppgp/session';
import type {TemplateResult, nothing} from 'lit';
import type {Reader} from '../internal/reader.js';

/** A problem, and what to do about it in words. */
export type ToldProblem = Problem & {sentence: string};

/** What a question needs to show itself, and its way to answer. */
export interface QuestionContext {
  asked: Asked;
  reader: Reader;
  /** Heading level of the question's title, 1–6. */
  level: number;
  problems: readonly ToldProblem[];
  /** Words written beside « autre ». */
  other: string;
  /** Resolves an address of the definition. */
  resolve(url: string): string;
  answer(value: Answer | undefined): void;
  answerRow(row: Id, code: string): void;
  writeOther(words: string): void;
  /** « Je préfère ne pas répondre », and the field beside « autre »: they come with the definitions that may offer them. */
  decline?: ((context: QuestionContext) => TemplateResult | typeof nothing) | undefined;
  otherField?: QuestionView | undefined;
}

/** Draws one type of question. */
export type QuestionView = (context: QuestionContext) => TemplateResult;

/** How each type of question is drawn. */
export type Views = Partial<Record<QuestionType, QuestionView>>;

/** Ids in the shadow root: the question's, with a part. Definition ids hold no dot. */
export const partId = (question: Id, part: string): string => `${question}.${part}`;

/** Choices that stand apart: « rien de tout cela », « je ne sais pas ». */
export const isApart = ({role}: Choice): boolean => role === 'exclusive' || role === 'na';
