import type {Questionnaire} from '../definition.js';
import type {Choice, Choices, ScaleName} from '../question.js';
import {SCALES} from '../scales.js';

/** The choices a question offers, as far as the definition itself can tell; undefined where a campaign or a board decides. */
export function knownChoices({lists = {}, ...settings}: Questionnaire, choices: Choices | ScaleName): readonly Choice[] | undefined {
  if (typeof choices === 'string') return SCALES[choices];
  if (Array.isArray(choices)) return choices;
  if ('list' in choices) return Object.hasOwn(lists, choices.list) ? lists[choices.list] : [];
  if (!('from' in choices)) return undefined;
  const named = settings[choices.from];
  return named && [...named, ...(choices.and ?? [])];
}
