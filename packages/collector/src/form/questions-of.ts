import type {Choice, Condition, Id, Question, Questionnaire, Section} from '@ppgp/schema';
import {choicesOf, isAsking, rowsOf, shuffle, type Asked, type Situation} from '@ppgp/session';
import {decided} from './decided.js';

/** A question as the plain form shows it: every one that may be asked, with the condition that the person reads. */
export interface Shown {
  question: Question;
  section: Section | undefined;
  choices: readonly Choice[];
  rows: readonly Choice[];
  /** When it is to be answered, where that rests on other answers. */
  condition: Condition | undefined;
  /** Which rows are to be answered. */
  rowCondition: Condition | undefined;
  /** Its number on the page, from 1; statements and sections have none. */
  number: number | undefined;
}

const asksTerritory = (question: Question): boolean =>
  'choices' in question && typeof question.choices === 'object' && 'from' in question.choices && question.choices.from === 'territories';

/** The questions of a questionnaire that may be asked in a situation, whatever is answered. `seed` orders shuffled choices. */
export function questionsOf(definition: Questionnaire, situation: Situation, seed = 0): Shown[] {
  const found: Shown[] = [];
  const shown = new Set<Id>();
  const known = {situation, asksTerritory: false, shown};
  const when = (condition: Condition | undefined): boolean | Condition => condition === undefined || decided(condition, known);
  const open = (condition: boolean | Condition): Condition | undefined => (typeof condition === 'boolean' ? undefined : condition);
  let section: Section | undefined;
  let inSection = true;
  for (const question of definition.questions) {
    const {type} = question;
    const condition = when(question.visibleWhen);
    if (type === 'section') {
      section = question;
      inSection = condition !== false;
    }
    const choices = choicesOf(definition, question);
    const rowCondition = when(type === 'matrix' ? question.rowVisibleWhen : undefined);
    const rows = rowCondition === false ? [] : rowsOf(definition, question);
    const isEmpty = 'choices' in question && (choices.length === 0 || (type === 'matrix' && rows.length === 0));
    if (condition === false || !inSection || isEmpty) continue;
    shown.add(question.id);
    known.asksTerritory ||= asksTerritory(question);
    found.push({
      question,
      section: type === 'section' ? undefined : section,
      choices,
      rows,
      condition: open(condition),
      rowCondition: open(rowCondition),
      number: isAsking({question}) ? 1 + found.filter(({number}) => number !== undefined).length : undefined,
    });
  }
  const inOrder: readonly Asked[] = shuffle(seed)(found.map((one) => ({...one, answer: undefined})));
  return found.map((one, index) => ({...one, choices: inOrder[index]?.choices ?? one.choices}));
}
