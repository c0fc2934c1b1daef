import {
  SCALES,
  type Answer,
  type Choice,
  type Choices,
  type Id,
  type MatrixQuestion,
  type Question,
  type Questionnaire,
  type ScaleName,
} from '@ppgp/schema';
import {own} from './own.js';

/** Whether choices are the campaign's territories, or its documents. */
export const isFrom = (choices: Choices | ScaleName, from: 'territories' | 'materials'): boolean =>
  typeof choices === 'object' && 'from' in choices && choices.from === from;

/** The territory that a question was answered with; « ailleurs » is none. */
export const answeredTerritory = ({territories}: Questionnaire, question: Question, answer: Answer | undefined): Id | undefined =>
  'choices' in question && isFrom(question.choices, 'territories') ? territories?.find(({id}) => id === answer)?.id : undefined;

/** A list written out: shared lists, territories, materials and ready-made scales are looked up in the definition. */
function writtenOut({lists = {}, territories = [], materials = []}: Questionnaire, choices: Choices | ScaleName): readonly Choice[] {
  if (typeof choices === 'string') return SCALES[choices];
  if (Array.isArray(choices)) return choices;
  if ('list' in choices) return own(lists, choices.list) ?? [];
  if (!('from' in choices)) return [];
  const named: readonly Choice[] =
    choices.from === 'territories'
      ? territories.map(({id, label}) => ({id, label}))
      : materials.map(({id, label, picture}) => ({id, label, ...(picture === undefined ? {} : {picture})}));
  return [...named, ...(choices.and ?? [])];
}

/** What can be chosen in answer to a question, in the definition's order; empty for types without choices. */
export const choicesOf = (definition: Questionnaire, question: Question): readonly Choice[] =>
  'choices' in question ? writtenOut(definition, question.choices) : [];

/** The rows of a matrix; empty for other types. */
export const rowsOf = (definition: Questionnaire, question: Question): readonly Choice[] =>
  question.type === 'matrix' ? writtenOut(definition, question.rows) : [];

/** Whether the rows of a matrix are the campaign's documents. */
export const isPerMaterial = ({rows}: MatrixQuestion): boolean => isFrom(rows, 'materials');
