import {SCALES, type Choice, type Choices, type MatrixQuestion, type Question, type Questionnaire, type ScaleName} from '@ppgp/schema';

/** A list written out: shared lists, territories, materials and ready-made scales are looked up in the definition. */
function writtenOut(definition: Questionnaire, choices: Choices | ScaleName): readonly Choice[] {
  if (typeof choices === 'string') return SCALES[choices];
  if (Array.isArray(choices)) return choices;
  if ('list' in choices) {
    const {lists} = definition;
    return lists !== undefined && Object.hasOwn(lists, choices.list) ? (lists[choices.list] ?? []) : [];
  }
  if ('from' in choices) {
    const named: Choice[] =
      choices.from === 'territories'
        ? (definition.territories ?? []).map(({id, label}) => ({id, label}))
        : (definition.materials ?? []).map(({id, label, picture}) => ({id, label, ...(picture === undefined ? {} : {picture})}));
    return [...named, ...(choices.and ?? [])];
  }
  return [];
}

/** What can be chosen in answer to a question, in the definition's order; empty for types without choices. */
export const choicesOf = (definition: Questionnaire, question: Question): readonly Choice[] =>
  'choices' in question ? writtenOut(definition, question.choices) : [];

/** The rows of a matrix; empty for other types. */
export const rowsOf = (definition: Questionnaire, question: Question): readonly Choice[] =>
  question.type === 'matrix' ? writtenOut(definition, question.rows) : [];

/** Whether the rows of a matrix are the campaign's documents. */
export const isPerMaterial = (question: MatrixQuestion): boolean => 'from' in question.rows && question.rows.from === 'materials';
