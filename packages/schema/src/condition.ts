import type {Code, Id, Mode} from './text.js';

/** A test of an earlier question's answer. Hidden, absent or declined: every test is false, except `answered: false`. */
export interface AnswerTest {
  /** An earlier question. */
  question: Id;
  /** A row of a matrix; 'same' = the row being judged. Without it a matrix passes when any visible row does. */
  row?: Id | 'same';
  /** On a multiple or a ranking: includes. */
  is?: Code | Code[] | boolean;
  /** Of a number. */
  atLeast?: number;
  /** Of a number. */
  atMost?: number;
  /** Whether there is an answer at all. */
  answered?: boolean;
}

/** When a question, a section or a matrix row is asked. Only earlier questions may be named. */
export type Condition =
  | {all: Condition[]}
  | {any: Condition[]}
  | {not: Condition}
  | AnswerTest
  | {territory: Id[]}
  | {source: Id[]}
  | {wave: Id[]}
  | {mode: Mode[]};
