import type {Answer, Answers, Id, Lang, Payload} from '@ppgp/schema';
import type {Asked} from './asked.js';
import type {Session} from './session.js';

/** Words beside « autre », in code points. */
export const OTHER_MAX = 200;

/** Text as it is stored: composed form, without edges, capped; undefined when nothing is left. */
export const tidy = (text: unknown, max = Infinity): string | undefined =>
  (typeof text === 'string' && [...text.normalize('NFC').trim()].slice(0, max).join('')) || undefined;

/** Whether the choice that asks for a few words is among what is chosen. */
export const choseOther = ({choices, answer}: Asked): boolean =>
  choices.some(({id, role}) => role === 'other' && (Array.isArray(answer) ? answer.includes(id) : answer === id));

/** The territory that was answered, where a question asks for it. */
export const answeredTerritory = (asked: readonly Asked[]): Id | undefined => {
  const found = asked.find(
    ({question}) =>
      'choices' in question &&
      typeof question.choices === 'object' &&
      'from' in question.choices &&
      question.choices.from === 'territories',
  );
  return typeof found?.answer === 'string' ? found.answer : undefined;
};

/** An answer as it is stored: several choices stand in the order of the definition. */
function stored({question, choices, answer}: Asked): Answer | undefined {
  if (question.type === 'text' && answer !== null) return tidy(answer);
  if (question.type !== 'multiple' || !Array.isArray(answer)) return answer;
  return choices.map(({id}) => id).filter((id) => answer.includes(id));
}

/** Entries without those that say nothing. */
const record = <T>(entries: readonly (readonly [string, T | undefined])[]): Record<string, T> =>
  Object.fromEntries(entries.filter((entry): entry is readonly [string, T] => entry[1] !== undefined));

/** The answers of what is asked, as they are stored. */
export const storedAnswers = (asked: readonly Asked[]): Answers => record(asked.map((one) => [one.question.id, stored(one)] as const));

/** What of a session is kept and sent: only what is shown, in the definition's order. */
export function composePayload(session: Session, {lang, salt}: {lang: Lang; salt?: string}): Payload {
  const {asked, situation} = session;
  const {mode, territory = answeredTerritory(asked), source, wave} = situation;
  const other = record(asked.filter(choseOther).map(({question: {id}}) => [id, tidy(session.otherWords(id), OTHER_MAX)] as const));
  return {
    answers: storedAnswers(asked),
    ...(Object.keys(other).length > 0 && {other}),
    lang,
    mode,
    ...record(Object.entries({territory, source, wave, salt})),
  };
}
