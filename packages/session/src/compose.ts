import type {Answer, Answers, Id, Lang, Payload} from '@ppgp/schema';
import type {Asked} from './asked.js';
import {isFrom} from './choices.js';
import type {Session} from './session.js';

/** Words beside « autre », in code points. */
export const OTHER_MAX = 200;

/** Text as it is stored: composed form, without edges, capped; undefined when nothing is left. */
export const tidy = (text: unknown, max = Infinity): string | undefined =>
  (typeof text === 'string' && [...text.normalize('NFC').trim()].slice(0, max).join('')) || undefined;

/** Whether the choice that asks for a few words is among what is chosen. */
export const choseOther = ({choices, answer}: Asked): boolean =>
  choices.some(({id, role}) => role === 'other' && [answer].flat().includes(id));

/** The territory that was answered, where a question asks for it. */
export function answeredTerritory(asked: readonly Asked[]): Id | undefined {
  const answer = asked.find(({question}) => 'choices' in question && isFrom(question.choices, 'territories'))?.answer;
  return typeof answer === 'string' ? answer : undefined;
}

/** An answer as it is stored: several choices stand in the order of the definition. */
function stored({question, choices, answer}: Asked): Answer | undefined {
  if (question.type === 'text' && answer !== null) return tidy(answer);
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
export function composePayload(session: Session, {lang, salt}: {lang: Lang; salt?: string | undefined}): Payload {
  const {asked, situation} = session;
  const {mode, territory = answeredTerritory(asked), source, wave} = situation;
  const other = byQuestion(asked.filter(choseOther), ({question}) => tidy(session.otherWords(question.id), OTHER_MAX));
  const written = Object.keys(other).length > 0 ? other : undefined;
  return said({answers: storedAnswers(asked), other: written, lang, mode, territory, source, wave, salt});
}
