import type {Problem} from '@ppgp/session';
import {frKinds} from '@ppgp/words';
import type {Reader} from '../internal/reader.js';

/** What to do about a problem that only some kinds of question have; undefined for the others. */
export function kindsProblem(problem: Problem, reader: Reader): string | undefined {
  const words = reader.words(frKinds);
  switch (problem.code) {
    case 'not-a-number':
      return words.problemNumber;
    case 'not-integer':
      return words.problemInteger;
    case 'too-small':
      return words.problemTooSmall(problem);
    case 'too-large':
      return words.problemTooLarge(problem);
    case 'not-a-date':
      return words.problemDate;
    case 'too-early':
      return words.problemTooEarly({date: words.date({date: problem.min})});
    case 'too-late':
      return words.problemTooLate({date: words.date({date: problem.max})});
    default:
      return undefined;
  }
}
