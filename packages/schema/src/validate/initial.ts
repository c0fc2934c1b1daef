import type {Choice, Question} from '../question.js';
import type {Fault} from '../survey-error.js';
import {fault} from './faults.js';
import {isDay} from './parts.js';

const isText = (value: unknown): value is string => typeof value === 'string';

interface Known {
  choices: readonly Choice[] | undefined;
  rows: readonly Choice[] | undefined;
}

/** Whether a value could be given as the answer; choices and rows that only a campaign or a board knows are taken on trust. */
function isAnswer(question: Question, value: unknown, {choices, rows}: Known): boolean {
  const isCode = (code: unknown, among = choices): boolean => isText(code) && (among?.some(({id}) => id === code) ?? true);
  if (value === null) return question.decline === true;
  switch (question.type) {
    case 'single':
    case 'scale':
      return isCode(value);
    case 'multiple':
    case 'ranking': {
      const most = question.max ?? Infinity;
      if (!Array.isArray(value) || value.length === 0 || value.length > most || new Set(value).size < value.length) return false;
      const alone = question.type === 'multiple' && value.length > 1;
      return value.every((code) => isCode(code) && !(alone && choices?.some(({id, role}) => id === code && role === 'exclusive')));
    }
    case 'matrix':
      return (
        typeof value === 'object' &&
        !Array.isArray(value) &&
        Object.entries(value).length > 0 &&
        Object.entries(value).every(([row, code]) => isCode(row, rows) && isCode(code))
      );
    case 'boolean':
    case 'consent':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return isText(value) && isDay(question.unit === 'day' ? value : `${value}-01`);
    case 'text':
      return isText(value) && value.trim() !== '';
    case 'statement':
    case 'section':
      return false;
  }
}

/** An initial answer that the question could not be given. */
export const initialFaults = (question: Question, path: string, {choices, rows}: Known): Fault[] =>
  question.initial === undefined || isAnswer(question, question.initial, {choices, rows})
    ? []
    : [fault(`${path}.initial`, 'bad-initial', 'This cannot be an answer to this question.')];
