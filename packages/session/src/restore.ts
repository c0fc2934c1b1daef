import type {Question, Questionnaire} from '@ppgp/schema';
import {OTHER_MAX} from './compose.js';
import {fit} from './fit.js';
import {isRecord, own} from './own.js';
import type {Given} from './session.js';

/**
 * What of a draft can still be answers to a definition, hidden questions included. Anything may be in there: unknown questions, codes
 * and wrong types are left out one by one, and words beside « autre » are capped. Never throws.
 */
export function restore(definition: Questionnaire, raw: unknown): Given {
  const part = (name: keyof Given): Record<string, unknown> => {
    const found = isRecord(raw) ? own(raw, name) : undefined;
    return isRecord(found) ? found : {};
  };
  const kept = <T>(valueOf: (question: Question) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      definition.questions.flatMap((question) => {
        const value = valueOf(question);
        return value === undefined ? [] : [[question.id, value]];
      }),
    );
  const answers = part('answers');
  const other = part('other');
  return {
    answers: kept((question) => fit(definition, question, own(answers, question.id)).answer),
    other: kept(({id}) => {
      const words = own(other, id);
      return typeof words === 'string' && words !== '' ? [...words].slice(0, OTHER_MAX).join('') : undefined;
    }),
  };
}
