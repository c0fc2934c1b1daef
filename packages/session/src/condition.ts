import type {Answer, AnswerTest, Condition, Id, Mode} from '@ppgp/schema';
import {isByRow, own} from './own.js';

/** Where and how answers are given; codes from closed lists only. */
export interface Situation {
  mode: Mode;
  territory?: Id | undefined;
  source?: Id | undefined;
  wave?: Id | undefined;
}

/** Yes, no, or not decided yet because the question it rests on has not come. */
export type Verdict = boolean | undefined;

/** Stands for the answer of a question that has not come yet: no answer can be mistaken for it. */
export const PENDING = Symbol('pending');

/** What a condition may look at. */
export interface Facts {
  situation: Situation;
  /** The answer of an earlier question; undefined when hidden, absent or not there. */
  answerOf(question: Id): Answer | undefined | typeof PENDING;
  /** The row being judged. */
  row?: Id;
}

const not = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

function every(verdicts: Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

const among = (list: readonly string[], code: string | undefined): boolean => code !== undefined && list.includes(code);

const list = (value: unknown): readonly unknown[] => [value].flat();

function passes({answered, is, atLeast, atMost}: AnswerTest, answer: Answer | undefined): boolean {
  const isGiven = answer !== undefined && answer !== null;
  if (answered === false || !isGiven) return answered === false && !isGiven;
  return (
    (is === undefined || list(answer).some((code) => list(is).includes(code))) &&
    (atLeast === undefined || (typeof answer === 'number' && answer >= atLeast)) &&
    (atMost === undefined || (typeof answer === 'number' && answer <= atMost))
  );
}

function passesTest(test: AnswerTest, facts: Facts): Verdict {
  const answer = facts.answerOf(test.question);
  if (answer === PENDING) return undefined;
  if (!isByRow(answer)) return passes(test, answer);
  const row = test.row === 'same' ? facts.row : test.row;
  if (row !== undefined) return passes(test, own(answer, row));
  return Object.values(answer).some((code) => passes(test, code));
}

/** Whether a condition holds. Undecided only where `facts` says that a question has not come yet. */
export function holds(condition: Condition, facts: Facts): Verdict {
  if ('all' in condition) return every(condition.all.map((part) => holds(part, facts)));
  if ('any' in condition) return not(every(condition.any.map((part) => not(holds(part, facts)))));
  if ('not' in condition) return not(holds(condition.not, facts));
  if ('territory' in condition) return among(condition.territory, facts.situation.territory);
  if ('source' in condition) return among(condition.source, facts.situation.source);
  if ('wave' in condition) return among(condition.wave, facts.situation.wave);
  if ('mode' in condition) return among(condition.mode, facts.situation.mode);
  return passesTest(condition, facts);
}
