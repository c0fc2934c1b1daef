import {ANSWER_FORMS, type AnswerForm, type Code, type Id, type Question, type Questionnaire} from '@ppgp/schema';
import {choicesOf, rowsOf} from '@ppgp/session';

/** What of a question decides how it is counted: all that a tally needs of the definition. */
export interface Shape {
  id: Id;
  form: Exclude<AnswerForm, 'none'>;
  /** Marked `profile` or `sensitive`. */
  strict: boolean;
  /** The cells, in the definition's order; a boolean's are `true` and `false`. */
  codes: Code[];
  /** Codes that take a person out of the base. */
  na: Code[];
  favourable: Code[];
  exclusive: Code[];
  /** In how many cells one person of the base is counted. */
  least: number;
  most: number;
  /** Rows of a matrix. */
  rows: Id[];
}

/** Undefined for what asks nothing: statements and sections. */
export function shapeOf(definition: Questionnaire, question: Question): Shape | undefined {
  const form = ANSWER_FORMS[question.type];
  if (form === 'none') return undefined;
  const choices = choicesOf(definition, question);
  const cells = choices.filter(({role}) => role !== 'na');
  const ids = (list: readonly {id: Id}[]) => list.map(({id}) => id);
  return {
    id: question.id,
    form,
    strict: Boolean(question.profile || question.sensitive),
    codes: form === 'yes-no' ? ['true', 'false'] : ids(cells),
    na: ids(choices.filter(({role}) => role === 'na')),
    favourable: ids(cells.filter(({favourable}) => favourable)),
    exclusive: question.type === 'multiple' ? ids(cells.filter(({role}) => role === 'exclusive')) : [],
    least: question.type === 'multiple' ? Math.max(1, question.min ?? 1) : 1,
    most: question.type === 'multiple' ? (question.max ?? cells.length) : question.type === 'ranking' ? question.max : 1,
    rows: ids(rowsOf(definition, question)),
  };
}

/** Every two rows, the earlier first: the order of a matrix's pairs. */
export function pairsOf<T>(rows: readonly T[]): [T, T][] {
  return rows.flatMap((a, i) => rows.slice(i + 1).map((b): [T, T] => [a, b]));
}
