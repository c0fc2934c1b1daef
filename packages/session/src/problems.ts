import type {Id} from '@ppgp/schema';
import type {Asked} from './asked.js';

/** Why an answer cannot be taken as it is. Wording belongs to `words`. */
export type Problem =
  | {code: 'required'; question: Id}
  | {code: 'row-required'; question: Id; row: Id}
  | {code: 'too-few'; question: Id; min: number}
  | {code: 'too-many'; question: Id; max: number}
  | {code: 'too-small'; question: Id; min: number}
  | {code: 'too-large'; question: Id; max: number}
  | {code: 'not-integer'; question: Id}
  | {code: 'too-early'; question: Id; min: string}
  | {code: 'too-late'; question: Id; max: string}
  | {code: 'too-long'; question: Id; max: number};

/** Length in code points, as people count characters. */
export const lengthOf = (text: string): number => [...text].length;

/** What is wrong with the answer of a question that is asked; empty when all is well. */
export function problemsOf({question, rows, answer}: Asked): Problem[] {
  const id = question.id;
  if (question.type === 'matrix' && question.required === true) {
    const given = typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {};
    if (answer === null) return [];
    return rows.filter((row) => !Object.hasOwn(given, row.id)).map((row) => ({code: 'row-required', question: id, row: row.id}));
  }
  if (answer === undefined) return question.required === true ? [{code: 'required', question: id}] : [];
  if (answer === null) return [];
  switch (question.type) {
    case 'multiple': {
      const count = Array.isArray(answer) ? answer.length : 0;
      if (question.min !== undefined && count < question.min) return [{code: 'too-few', question: id, min: question.min}];
      if (question.max !== undefined && count > question.max) return [{code: 'too-many', question: id, max: question.max}];
      return [];
    }
    case 'number': {
      const value = Number(answer);
      if (question.integer === true && !Number.isInteger(value)) return [{code: 'not-integer', question: id}];
      if (question.min !== undefined && value < question.min) return [{code: 'too-small', question: id, min: question.min}];
      if (question.max !== undefined && value > question.max) return [{code: 'too-large', question: id, max: question.max}];
      return [];
    }
    case 'date':
      if (typeof answer !== 'string') return [];
      if (question.min !== undefined && answer < question.min) return [{code: 'too-early', question: id, min: question.min}];
      if (question.max !== undefined && answer > question.max) return [{code: 'too-late', question: id, max: question.max}];
      return [];
    case 'text':
      return typeof answer === 'string' && lengthOf(answer) > question.max ? [{code: 'too-long', question: id, max: question.max}] : [];
    default:
      return [];
  }
}
