import {ANSWER_FORMS, type Answer, type Answers, type Id, type Lang, type Payload, type Question} from '@ppgp/schema';
import {ask, type Asked} from './asked.js';
import {answeredTerritory} from './choices.js';
import {isInCalendar} from './calendar.js';
import type {Session} from './session.js';

/** Words beside « autre », in code points. */
export const OTHER_MAX = 200;

/** Text as it is stored: composed form, without edges, capped; undefined when nothing is left. */
export const tidy = (text: unknown, max = Infinity): string | undefined =>
  (typeof text === 'string' && [...text.normalize('NFC').trim()].slice(0, max).join('')) || undefined;

/** Whether the choice that asks for a few words is among what is chosen. */
export const choseOther = ({choices, answer}: Asked): boolean =>
  choices.some(({id, role}) => role === 'other' && [answer].flat().includes(id));

/** What was typed and cannot be read as a number or a date: kept for the person to mend, never stored. */
const isUnread = (question: Question, typed: string): boolean =>
  ANSWER_FORMS[question.type] === 'amount' || (question.type === 'date' && !isInCalendar(typed, question.unit));

/** An answer as it is stored: several choices stand in the order of the definition. */
function stored({question, choices, answer}: Asked): Answer | undefined {
  if (question.type === 'text' && answer !== null) return tidy(answer);
  if (typeof answer === 'string' && isUnread(question, answer)) return undefined;
  if (question.type !== 'multiple' || !Array.isArray(answer)) return answer;
  return choices.map(({id}) => id).filter((id) => answer.includes(id));
}

type Said<T> = {[K in keyof T]: Exclude<T[K], undefined>};

/** The members that say something. */
const said = <T extends object>(record: T): Said<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Said<T>;

const byQuestion = <T>(asked: readonly Asked[], what: (one: Asked) => T | undefined): Record<Id, T> =>
  said(Object.fromEntries(asked.map((one) => [one.question.id, what(one)])));

/** The answers of what is asked, as they are stored. */
export const storedAnswers = (asked: readonly Asked[]): Answers => byQuestion(asked, stored);

/** What of a session is kept and sent: only what is shown, in the definition's order. */
export function composePayload(
  session: Session,
  {lang, salt, plain}: {lang: Lang; salt?: string | undefined; plain?: boolean | undefined},
): Payload {
  const {definition, situation, given} = session;
  // Not the session's: its choices may stand in another order.
  const asked = ask(definition, situation, given.answers);
  const answered = asked.map(({question, answer}) => answeredTerritory(definition, question, answer));
  const {mode, territory = answered.find((id) => id), source, wave} = situation;
  const other = byQuestion(asked.filter(choseOther), ({question}) => tidy(session.otherWords(question.id), OTHER_MAX));
  const written = Object.keys(other).length > 0 ? other : undefined;
  return said({answers: storedAnswers(asked), other: written, lang, mode, plain: plain || undefined, territory, source, wave, salt});
}
