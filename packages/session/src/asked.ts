import type {Answer, Answers, Choice, Id, Question, Questionnaire, Section} from '@ppgp/schema';
import {choicesOf, rowsOf} from './choices.js';
import {holds, type Facts, type Situation} from './condition.js';

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
  /** Its condition rests on a question that has not come yet. */
  undecided: boolean;
}

/** Text takes no code: `pending` cannot be mistaken for an answer because it never leaves this file. */
const PENDING = 'pending';

function shownPart(answer: Answer | undefined, rows: readonly Choice[]): Answer | undefined {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  const shown = rows.flatMap(({id}) => (Object.hasOwn(answer, id) ? [[id, answer[id] ?? null] as const] : []));
  return shown.length === 0 ? undefined : Object.fromEntries(shown);
}

/**
 * The questions that are asked, in order: one pass, because a condition may only look back.
 * With `upTo`, questions after that one have not come yet: what rests on them is asked, and marked undecided.
 */
export function ask(definition: Questionnaire, situation: Situation, given: Answers, upTo?: Id): Asked[] {
  const asked: Asked[] = [];
  const seen = new Map<Id, Answer | undefined | typeof PENDING>();
  let section: Section | undefined;
  let sectionShown: boolean | undefined = true;
  let coming = false;
  for (const question of definition.questions) {
    const facts: Facts = {situation, answerOf: (id) => seen.get(id)};
    const own = question.visibleWhen === undefined ? true : holds(question.visibleWhen, facts);
    if (question.type === 'section') {
      section = question;
      sectionShown = own;
    }
    const shown = own === false || sectionShown === false ? false : own === undefined || sectionShown === undefined ? undefined : true;
    const {visible: rows, undecided: rowsUndecided} = shownRows(definition, question, facts);
    const noRow = question.type === 'matrix' && rows.length === 0;
    const raw = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
    const answer = shown === false || noRow ? undefined : shownPart(raw, rows);
    if (shown !== false && !noRow) {
      const undecided = shown === undefined || rowsUndecided;
      asked.push({
        question,
        section: question.type === 'section' ? undefined : section,
        choices: choicesOf(definition, question),
        rows,
        answer,
        undecided,
      });
    }
    if (upTo === question.id) coming = true;
    const unanswered = coming && upTo !== undefined && shown !== false && !noRow && answer === undefined;
    seen.set(question.id, unanswered ? PENDING : answer);
  }
  return asked;
}

function shownRows(definition: Questionnaire, question: Question, facts: Facts): {visible: readonly Choice[]; undecided: boolean} {
  const rows = rowsOf(definition, question);
  if (question.type !== 'matrix' || question.rowVisibleWhen === undefined) return {visible: rows, undecided: false};
  const {rowVisibleWhen} = question;
  const verdicts = rows.map((row) => holds(rowVisibleWhen, {...facts, row: row.id}));
  return {
    visible: rows.filter((_, index) => verdicts[index] !== false),
    undecided: !verdicts.includes(true) && verdicts.includes(undefined),
  };
}
