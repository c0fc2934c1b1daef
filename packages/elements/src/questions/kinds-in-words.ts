import {isInCalendar, type Asked} from '@ppgp/session';
import {frKinds} from '@ppgp/words';
import type {Reader} from '../internal/reader.js';
import {inWords} from '../internal/questionnaire/answer-in-words.js';

/** An answer in words, also to the kinds of question that not every questionnaire has. */
export function kindsInWords(asked: Asked, reader: Reader): string | string[] {
  const {question, answer} = asked;
  const words = reader.words(frKinds);
  if (typeof answer === 'boolean') return answer ? words.yes : words.no;
  if (question.type === 'number' && typeof answer === 'number') return words.amount({value: answer, unit: reader.plain(question.unit)});
  if (question.type === 'date' && typeof answer === 'string')
    return isInCalendar(answer, question.unit) ? words.date({date: answer}) : answer.split('-').reverse().filter(Boolean).join('/');
  return inWords(asked, reader);
}
