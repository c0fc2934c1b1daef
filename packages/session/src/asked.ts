import type {Answer, Answers, Choice, Id, Question, Questionnaire, Section} from '@ppgp/schema';
import {choicesOf, rowsOf} from './choices.js';
import {PENDING, holds, type Facts, type Situation} from './condition.js';

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
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  const shown = rows.flatMap(({id}) => (Object.hasOwn(answer, id) ? [[id, answer[id] ?? null] as const] : []));
  return shown.length > 0 ? Object.fromEntries(shown) : undefined;
}

/**
 * The questions that are asked, in order: one pass, because a condition may only look back.
 * With `upTo`, questions after that one have not come yet, and what rests on them is taken as asked.
 */
export function ask(definition: Questionnaire, situation: Situation, given: Answers, upTo?: Id): Asked[] {
  const asked: Asked[] = [];
  const seen = new Map<Id, Answer | undefined | typeof PENDING>();
  let section: Section | undefined;
  let sectionShown = true;
  let coming = false;
  for (const question of definition.questions) {
    const {id, type, visibleWhen} = question;
    const facts: Facts = {situation, answerOf: (other) => seen.get(other)};
    const own = visibleWhen === undefined || holds(visibleWhen, facts) !== false;
    if (type === 'section') {
      section = question;
      sectionShown = own;
    }
    const rows = type === 'matrix' ? shownRows(definition, question, facts) : [];
    coming ||= upTo === id;
    if (!own || !sectionShown || (type === 'matrix' && rows.length === 0)) continue;
    const answer = shownPart(Object.hasOwn(given, id) ? given[id] : undefined, rows);
    asked.push({question, section: type === 'section' ? undefined : section, choices: choicesOf(definition, question), rows, answer});
    seen.set(id, coming && answer === undefined ? PENDING : answer);
  }
  return asked;
}

const shownRows = (definition: Questionnaire, question: Question, facts: Facts): readonly Choice[] =>
  rowsOf(definition, question).filter(
    ({id}) =>
      !('rowVisibleWhen' in question) ||
      question.rowVisibleWhen === undefined ||
      holds(question.rowVisibleWhen, {...facts, row: id}) !== false,
  );
