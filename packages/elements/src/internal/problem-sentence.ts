import type {Asked, Problem} from '@ppgp/session';
import type {Reader} from './reader.js';

/** What to do about a problem, in the author's words where there are any. */
export function problemSentence(problem: Problem, {question}: Asked, reader: Reader): string {
  const {words} = reader;
  if (question.error !== undefined) return reader.plain(question.error, `${question.id}.error`);
  switch (problem.code) {
    case 'required':
      return question.type === 'text' ? words.problemRequiredText : words.problemRequired;
    case 'row-required':
      return words.problemRequired;
    case 'too-many':
      return words.problemTooMany(problem);
    case 'too-few':
      return words.problemTooFew(problem);
    case 'too-long':
      return words.problemTooLong(problem);
    default:
      return words.problemOther;
  }
}
