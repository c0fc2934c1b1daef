import type {Answer, Answers, Choice, Condition, Id, Question, Questionnaire, Section} from '@ppgp/schema';
import {answeredTerritory, choicesOf, rowsOf} from './choices.js';
import {PENDING, holds, type Facts, type Situation} from './condition.js';
import {isByRow, own} from './own.js';

/** A question as one person meets it. */
export interface Asked {
  question: Question;
  /** The section it stands in. */
  section: Section | undefined;
  choices: readonly Choice[];
  /** The rows of a matrix that are shown. */
  rows: readonly Choice[];
  /** Only of what is shown: rows that are hidden are not in it. */
  answer: Answer | undefined;
}

/** An answer without the rows that are hidden. */
function shownPart(answer: Answer | undefined, rows: readonly Choice[]): Answer | undefined {
  if (!isByRow(answer)) return answer;
  const shown = rows.filter(({id}) => Object.hasOwn(answer, id));
  return shown.length > 0 ? Object.fromEntries(shown.map(({id}) => [id, answer[id] ?? null])) : undefined;
}

/**
 * The questions that are asked, in order: one pass, because a condition may only look back.
 * With `upTo`, questions after that one have not come yet, and what rests on them is taken as asked.
 */
export function ask(definition: Questionnaire, situation: Situation, given: Answers, upTo?: Id): Asked[] {
  const asked: Asked[] = [];
  const seen = new Map<Id, Answer | undefined | typeof PENDING>();
  const place = {...situation};
  const facts: Facts = {situation: place, answerOf: (other) => seen.get(other)};
  /** Unless it certainly does not hold. */
  const may = (condition: Condition | undefined, row?: Id): boolean =>
    condition === undefined || holds(condition, row === undefined ? facts : {...facts, row}) !== false;
  let section: Section | undefined;
  let sectionShown = true;
  let coming = false;
  for (const question of definition.questions) {
    const {id, type} = question;
    const shown = may(question.visibleWhen);
    if (type === 'section') {
      section = question;
      sectionShown = shown;
    }
    const rows = type === 'matrix' ? rowsOf(definition, question).filter((row) => may(question.rowVisibleWhen, row.id)) : [];
    const choices = choicesOf(definition, question);
    coming ||= upTo === id;
    // Nothing can be chosen: no territories are listed, or no row is left.
    const isEmpty = 'choices' in question && (choices.length === 0 || (type === 'matrix' && rows.length === 0));
    if (!shown || !sectionShown || isEmpty) continue;
    const answer = shownPart(own(given, id), rows);
    asked.push({question, section: type === 'section' ? undefined : section, choices, rows, answer});
    place.territory ??= answeredTerritory(definition, question, answer);
    seen.set(id, coming && answer === undefined ? PENDING : answer);
  }
  return asked;
}
