import type {Answer, Question} from '@ppgp/schema';
import {isByRow, own, type Given} from '@ppgp/session';
import {DATE_PARTS, DECLINED, part} from './fields.js';

/** How many places a ranking has on the page. */
export const placesOf = (question: Question, choices: number): number =>
  question.type === 'ranking' ? Math.min(question.max, choices) : 0;

function write(fields: URLSearchParams, {id, type}: Question, answer: Answer): void {
  if (answer === null) fields.append(id, DECLINED);
  else if (typeof answer === 'boolean') fields.append(id, answer ? 'oui' : 'non');
  else if (typeof answer === 'number') fields.append(id, String(answer).replace('.', ','));
  else if (isByRow(answer)) for (const [row, code] of Object.entries(answer)) fields.append(part(id, row), code ?? DECLINED);
  else if (Array.isArray(answer) && type === 'ranking') answer.forEach((code, index) => fields.append(part(id, index + 1), code));
  else if (Array.isArray(answer)) for (const code of answer) fields.append(id, code);
  else if (type === 'date') answer.split('-').forEach((digits, index) => fields.append(part(id, DATE_PARTS[index] ?? ''), digits));
  else fields.append(id, answer);
}

/** Answers as the fields of a form that a person filled in that way. */
export function writeFields(questions: readonly Question[], {answers, other}: Given): URLSearchParams {
  const fields = new URLSearchParams();
  for (const question of questions) {
    const {id} = question;
    const answer = own(answers, id);
    const words = own(other, id);
    if (answer !== undefined) write(fields, question, answer);
    if (words !== undefined) fields.append(part(id, 'other'), words);
  }
  return fields;
}
