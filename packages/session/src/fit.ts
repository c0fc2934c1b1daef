import type {Answer, Choice, Id, Question, Questionnaire} from '@ppgp/schema';
import {isInCalendar} from './calendar.js';
import {choicesOf, rowsOf} from './choices.js';

/** What of a raw value can be an answer to a question, and how many parts of it could not. */
export interface Fitted {
  /** undefined: nothing of it, or nothing was said. */
  answer: Answer | undefined;
  faults: number;
}

const NOTHING: Fitted = {answer: undefined, faults: 0};
const WRONG: Fitted = {answer: undefined, faults: 1};
const has = (choices: readonly Choice[], code: unknown): code is string => choices.some(({id}) => id === code);

function fitCodes(choices: readonly Choice[], value: unknown, order: 'definition' | 'given', max = Infinity): Fitted {
  if (!Array.isArray(value)) return WRONG;
  const given = value as unknown[];
  const known = [...new Set(given.filter((code) => has(choices, code)))];
  const kept = order === 'given' ? known.slice(0, max) : choices.map(({id}) => id).filter((id) => known.includes(id));
  return {answer: kept.length === 0 ? undefined : kept, faults: given.length - kept.length};
}

/** The exclusive choice says "nothing of the rest": beside others it contradicts itself and is left out. */
function fitMultiple(choices: readonly Choice[], value: unknown): Fitted {
  const {answer, faults} = fitCodes(choices, value, 'definition');
  if (!Array.isArray(answer) || answer.length < 2) return {answer, faults};
  const kept = answer.filter((code) => choices.find(({id}) => id === code)?.role !== 'exclusive');
  return kept.length === 0
    ? {answer: answer.slice(0, 1), faults: faults + answer.length - 1}
    : {answer: kept, faults: faults + answer.length - kept.length};
}

function fitMatrix(rows: readonly Choice[], choices: readonly Choice[], value: unknown): Fitted {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return WRONG;
  const given = value as Record<string, unknown>;
  const answer: Record<Id, string | null> = {};
  let kept = 0;
  for (const {id} of rows) {
    if (!Object.hasOwn(given, id)) continue;
    const code = given[id];
    if (code !== null && !has(choices, code)) continue;
    answer[id] = code;
    kept += 1;
  }
  return {answer: kept === 0 ? undefined : answer, faults: Object.keys(given).length - kept};
}

/**
 * Reads any value as an answer to a question: unknown codes, wrong types and repetitions are left out one by one.
 * Limits (minimum, maximum, length) are not judged here but by `problemsOf`.
 */
export function fit(definition: Questionnaire, question: Question, value: unknown): Fitted {
  if (value === undefined || value === '') return NOTHING;
  if (question.type === 'statement' || question.type === 'section') return WRONG;
  if (value === null) return {answer: null, faults: 0};
  const choices = choicesOf(definition, question);
  switch (question.type) {
    case 'single':
    case 'scale':
      return has(choices, value) ? {answer: value, faults: 0} : WRONG;
    case 'multiple':
      return fitMultiple(choices, value);
    case 'ranking':
      return fitCodes(choices, value, 'given', question.max);
    case 'matrix':
      return fitMatrix(rowsOf(definition, question), choices, value);
    case 'boolean':
    case 'consent':
      return typeof value === 'boolean' ? {answer: value, faults: 0} : WRONG;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? {answer: Object.is(value, -0) ? 0 : value, faults: 0} : WRONG;
    case 'date':
      return typeof value === 'string' && isInCalendar(value, question.unit) ? {answer: value, faults: 0} : WRONG;
    case 'text':
      return typeof value === 'string' ? fitText(value) : WRONG;
  }
}

/** Text in Unicode's composed form, without edges; only spaces say nothing. */
function fitText(value: string): Fitted {
  const answer = value.normalize('NFC').trim();
  return answer === '' ? NOTHING : {answer, faults: 0};
}
