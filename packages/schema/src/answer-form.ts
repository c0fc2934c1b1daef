import type {QuestionType} from './question.js';

/** What an answer is, whatever the type of its question; `amount` is a number, `none` is never given. */
export type AnswerForm = 'code' | 'codes' | 'ranked' | 'by-row' | 'yes-no' | 'amount' | 'day' | 'words' | 'none';

/**
 * The answer that each type of question takes. Conditions, stored answers and figures go by it: a new type whose answers have one of these
 * forms is compared, stored and counted as soon as it stands here.
 */
export const ANSWER_FORMS: Readonly<Record<QuestionType, AnswerForm>> = {
  single: 'code',
  multiple: 'codes',
  ranking: 'ranked',
  scale: 'code',
  matrix: 'by-row',
  boolean: 'yes-no',
  consent: 'yes-no',
  number: 'amount',
  date: 'day',
  text: 'words',
  statement: 'none',
  section: 'none',
};
