import type {Id} from '@ppgp/schema';
import type {Asked} from './asked.js';
import {isInCalendar} from './calendar.js';
import {isByRow} from './own.js';

/** Why an answer cannot be taken as it is. Wording belongs to `words`. */
export type Problem =
  | {code: 'required'; question: Id}
  | {code: 'row-required'; question: Id; row: Id}
  | {code: 'too-few'; question: Id; min: number}
  | {code: 'too-many'; question: Id; max: number}
  | {code: 'not-a-number'; question: Id}
  | {code: 'too-small'; question: Id; min: number}
  | {code: 'too-large'; question: Id; max: number}
  | {code: 'not-integer'; question: Id}
  | {code: 'not-a-date'; question: Id}
  | {code: 'too-early'; question: Id; min: string}
  | {code: 'too-late'; question: Id; max: string}
  | {code: 'too-long'; question: Id; max: number};

/** Length in code points, as people count characters. */
export const lengthOf = (text: string): number => [...text].length;

/** The first of these problems that there is. */
const first = (...possible: [is: boolean, problem: Problem][]): Problem[] =>
  possible.flatMap(([is, problem]) => (is ? [problem] : [])).slice(0, 1);

/** What is wrong with the answer of a question that is asked; empty when all is well. */
export function problemsOf({question: asked, rows, answer}: Asked): Problem[] {
  const question = asked.id;
  if (answer === null) return [];
  if (asked.type === 'matrix' && asked.required === true) {
    const missing = rows.filter(({id}) => !isByRow(answer) || !Object.hasOwn(answer, id));
    return missing.map(({id}) => ({code: 'row-required', question, row: id}));
  }
  if (answer === undefined) return first([asked.required === true, {code: 'required', question}]);
  switch (asked.type) {
    case 'multiple': {
      const {min = 0, max = Infinity} = asked;
      const {length} = Object(answer) as unknown[];
      return first([length < min, {code: 'too-few', question, min}], [length > max, {code: 'too-many', question, max}]);
    }
    case 'number': {
      const {integer = false, min = -Infinity, max = Infinity} = asked;
      const value = Number(answer);
      return first(
        [typeof answer !== 'number', {code: 'not-a-number', question}],
        [integer && !Number.isInteger(value), {code: 'not-integer', question}],
        [value < min, {code: 'too-small', question, min}],
        [value > max, {code: 'too-large', question, max}],
      );
    }
    case 'date': {
      const {min = '', max = '~'} = asked;
      const day = String(answer);
      return first(
        [!isInCalendar(day, asked.unit), {code: 'not-a-date', question}],
        [day < min, {code: 'too-early', question, min}],
        [day > max, {code: 'too-late', question, max}],
      );
    }
    case 'text':
      return first([lengthOf(String(answer).normalize().trim()) > asked.max, {code: 'too-long', question, max: asked.max}]);
    default:
      // A new type does not compile before it is judged above or named here.
      asked satisfies {type: 'single' | 'ranking' | 'scale' | 'matrix' | 'boolean' | 'consent' | 'statement' | 'section'};
      return [];
  }
}
