import type {Id} from '@ppgp/schema';
import type {Problem} from '@ppgp/session';
import {fr, frForm, frKinds} from '@ppgp/words';
import type {Shown} from './questions-of.js';
import type {Contradiction} from './read-fields.js';
import type {Wording} from './wording.js';

/** Something to mend, and what to do about it in words. */
export interface Told {
  question: Id;
  /** Of a matrix, where only that row is meant. */
  row: Id | undefined;
  sentence: string;
}

function contradictionInWords(problem: Contradiction, {question}: Shown, wording: Wording): string {
  const words = wording.words(frForm);
  switch (problem.code) {
    case 'declined-too':
      return words.problemDeclined;
    case 'unknown-choice':
      return words.problemUnknown;
    case 'exclusive-mixed':
      return words.problemExclusive({choice: wording.choice(question, problem.choice)});
    case 'ranked-twice':
      return words.problemTwice({choice: wording.choice(question, problem.choice)});
    case 'other-unchosen':
      return words.problemOther({choice: wording.choice(question, problem.choice)});
  }
}

function problemInWords(problem: Problem, {question}: Shown, wording: Wording): string {
  if (question.error !== undefined) return wording.plain(question.error, `${question.id}.error`);
  const words = wording.words(fr);
  const kinds = wording.words(frKinds);
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
    case 'not-a-number':
      return kinds.problemNumber;
    case 'not-integer':
      return kinds.problemInteger;
    case 'too-small':
      return kinds.problemTooSmall(problem);
    case 'too-large':
      return kinds.problemTooLarge(problem);
    case 'not-a-date':
      return kinds.problemDate;
    case 'too-early':
      return kinds.problemTooEarly({date: kinds.date({date: problem.min})});
    case 'too-late':
      return kinds.problemTooLate({date: kinds.date({date: problem.max})});
  }
}

/** All that is to be mended, in the order of the page. Of a contradiction only that is said: what else is wrong follows from it. */
export function told(
  shown: readonly Shown[],
  problems: readonly Problem[],
  contradictions: readonly Contradiction[],
  wording: Wording,
): Told[] {
  return shown.flatMap((one): Told[] => {
    const {id} = one.question;
    const contradiction = contradictions.find(({question}) => question === id);
    const row = contradiction?.code === 'unknown-choice' ? contradiction.row : undefined;
    if (contradiction) return [{question: id, row, sentence: contradictionInWords(contradiction, one, wording)}];
    return problems
      .filter(({question}) => question === id)
      .map((problem) => ({
        question: id,
        row: problem.code === 'row-required' ? problem.row : undefined,
        sentence: problemInWords(problem, one, wording),
      }));
  });
}
