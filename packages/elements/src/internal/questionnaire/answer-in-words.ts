import {isByRow, type Asked} from '@ppgp/session';
import {fr} from '@ppgp/words';
import type {Reader} from '../reader.js';

/** A code by its label. */
const labelOf = ({question, choices}: Asked, code: string, reader: Reader): string => {
  const choice = choices.find(({id}) => id === code);
  return choice ? reader.choice(question, choice) : code;
};

/** An answer in words, one sentence; of a matrix one for each row that was answered. */
export function inWords(asked: Asked, reader: Reader): string | string[] {
  const {question, rows, answer = null} = asked;
  const words = reader.words(fr);
  if (answer === null) return words.declined;
  if (Array.isArray(answer)) return words.list({items: answer.map((code) => labelOf(asked, code, reader))});
  if (isByRow(answer)) {
    const given = rows.filter(({id}) => Object.hasOwn(answer, id));
    const said = (code = null as string | null): string => (code === null ? words.declined : labelOf(asked, code, reader));
    return given.map((row) => words.rowAnswer({row: reader.choice(question, row), answer: said(answer[row.id])}));
  }
  if (question.type === 'text') return words.quoted({text: String(answer)});
  return typeof answer === 'string' ? labelOf(asked, answer, reader) : String(answer);
}
