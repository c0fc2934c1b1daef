import type {Answer, Choice, Id} from '@ppgp/schema';
import type {Asked, Problem} from '@ppgp/session';
import type {TemplateResult} from 'lit';
import type {Reader} from '../internal/reader.js';

/** What a question needs to show itself, and its way to answer. */
export interface QuestionContext {
  asked: Asked;
  reader: Reader;
  /** Heading level of the question's title, 1–6. */
  level: number;
  problems: readonly Problem[];
  /** Words written beside « autre ». */
  other: string;
  /** Rows and choices that are the campaign's documents. */
  perMaterial: boolean;
  /** Resolves an address of the definition. */
  resolve(url: string): string;
  answer(value: Answer | undefined): void;
  answerRow(row: Id, code: string): void;
  writeOther(words: string): void;
}

/** Draws one type of question. */
export type QuestionView = (context: QuestionContext) => TemplateResult;

/** Ids in the shadow root: the question's, with a part. Definition ids hold no dot. */
export const partId = (question: Id, part: string): string => `${question}.${part}`;

/** Choices that stand apart: « rien de tout cela », « je ne sais pas ». */
export const isApart = ({role}: Choice): boolean => role === 'exclusive' || role === 'na';
