import type {Questionnaire} from '../definition.js';
import type {Choices, Question, ScaleName} from '../question.js';
import type {Fault} from '../survey-error.js';
import type {Text} from '../text.js';
import {ConditionReferences} from './condition-references.js';
import {duplicates, fault} from './faults.js';
import {initialFaults} from './initial.js';
import {knownChoices} from './known-choices.js';

/** What a questionnaire's members say of each other that cannot be: one pass, because everything may only look back. */
export function questionnaireFaults(questionnaire: Questionnaire): Fault[] {
  const {questions, lists = {}} = questionnaire;
  const earlier = new Map<string, Question>();
  const conditions = new ConditionReferences(questionnaire, earlier);
  const inQuestions = questions.flatMap((question, index) => {
    const path = `questions[${index}]`;
    const {id, label, plain = '', visibleWhen} = question;
    const choices = 'choices' in question ? question.choices : undefined;
    const rows = question.type === 'matrix' ? question.rows : undefined;
    const known = {
      choices: choices && knownChoices(questionnaire, choices),
      rows: rows && knownChoices(questionnaire, rows),
    };
    const rowVisibleWhen = question.type === 'matrix' ? question.rowVisibleWhen : undefined;
    const faults = [
      ...(choices ? choicesFaults(questionnaire, choices, `${path}.choices`) : []),
      ...(rows ? choicesFaults(questionnaire, rows, `${path}.rows`) : []),
      ...(visibleWhen ? conditions.faultsIn(visibleWhen, `${path}.visibleWhen`, {question: id}) : []),
      ...(rowVisibleWhen ? conditions.faultsIn(rowVisibleWhen, `${path}.rowVisibleWhen`, {question: id, rows: {known: known.rows}}) : []),
      ...consentFaults(question, path, earlier),
      ...limitFaults(question, path),
      ...initialFaults(question, path, known),
      ...pipingFaults(label, `${path}.label`, earlier),
      ...pipingFaults(plain, `${path}.plain`, earlier),
    ];
    earlier.set(id, question);
    return faults;
  });
  const inLists = Object.entries(lists).flatMap(([id, list]) => duplicates(`lists.${id}`, list));
  return [...duplicates('questions', questions), ...inLists, ...inQuestions];
}

function choicesFaults(questionnaire: Questionnaire, choices: Choices | ScaleName, path: string): Fault[] {
  if (typeof choices === 'string') return [];
  if (Array.isArray(choices)) return duplicates(path, choices);
  if ('list' in choices) {
    const stands = Object.hasOwn(questionnaire.lists ?? {}, choices.list);
    return stands ? [] : [fault(`${path}.list`, 'unknown-list', `There is no list "${choices.list}".`)];
  }
  if (!('from' in choices)) return [];
  const {from, and = []} = choices;
  const taken = new Set(questionnaire[from]?.map(({id}) => id));
  const twice = and.flatMap(({id}, index) =>
    taken.has(id) ? [fault(`${path}.and[${index}].id`, 'duplicate-id', `"${id}" stands in "${from}" too.`)] : [],
  );
  return [...duplicates(`${path}.and`, and), ...twice];
}

function consentFaults(question: Question, path: string, earlier: ReadonlyMap<string, Question>): Fault[] {
  if (question.type !== 'consent' || earlier.get(question.of)?.type === 'text') return [];
  return [fault(`${path}.of`, 'not-a-text-question', `"${question.of}" is not an earlier text question.`)];
}

/** Limits that no answer can meet. */
function limitFaults(question: Question, path: string): Fault[] {
  const min = 'min' in question ? question.min : undefined;
  const max = 'max' in question ? question.max : undefined;
  const wrongUnit = (['min', 'max'] as const).filter(
    (limit) => question.type === 'date' && question[limit] !== undefined && (question[limit].length === 7) !== (question.unit === 'month'),
  );
  return [
    ...wrongUnit.map((limit) => fault(`${path}.${limit}`, 'bad-day', 'Days are written YYYY-MM-DD, months YYYY-MM.')),
    ...(min !== undefined && max !== undefined && min > max ? [fault(`${path}.min`, 'min-over-max', '"min" is larger than "max".')] : []),
  ];
}

function pipingFaults(label: Text, path: string, earlier: ReadonlyMap<string, Question>): Fault[] {
  const texts = typeof label === 'string' ? [label] : Object.values(label);
  const named = texts.flatMap((text) => [...text.matchAll(/\{([a-z][a-z0-9_-]{0,63})\}/g)].map(([, id = '']) => id));
  return named.flatMap((id) => (earlier.has(id) ? [] : [fault(path, 'unknown-question', `"{${id}}" names no earlier question.`)]));
}
