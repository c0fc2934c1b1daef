import {isAsking, type Asked, type Progress, type Step, type Walk} from '@ppgp/session';
import {frConfigured} from '@ppgp/words';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** As many steps as a path of capsules can show. */
const MAX_CAPSULES = 16;

/** A step of a long questionnaire, as far as it differs from one question on a screen. */
export interface Place {
  /** Where a person is, where « question 3 sur 12 » would not be true. */
  said?: string;
  /** Of capsules. */
  path?: Progress;
  look: string;
  /** Heading level of what stands under the heading of a section. */
  level: number;
  shown: readonly (Asked | undefined)[];
}

/** The part of the questionnaire that a step belongs to. */
function partOf({session}: Walk, step: Step): Progress {
  const parts = session.asked.filter(({question}) => question.type === 'section').map(({question}) => question);
  const index = parts.findIndex((part) => step.asked.some(({question, section}) => question === part || section === part));
  return {index: index + 1, count: parts.length};
}

/** Said and drawn by parts where a step asks several questions, or one among too many to draw. */
function byParts({reader}: QuestionnaireElement, walk: Walk, step: Step): Pick<Place, 'said' | 'path'> {
  const words = reader.words(frConfigured);
  const {progress} = walk;
  const asks = step.asked.filter(isAsking).length;
  if (asks > 1 && walk.isFirst && walk.leadsToReview) return {said: words.questions(progress), path: {index: 1, count: 1}};
  const part = partOf(walk, step);
  if (part.index === 0 || (asks < 2 && progress.count <= MAX_CAPSULES)) return {};
  return asks > 1 ? {said: words.part(part), path: part} : {path: part};
}

/** What a step asks, with a gap for each question that is hidden: when one comes or goes, none of the others moves and is drawn anew. */
function inPlace({session}: Walk, {asked}: Step): (Asked | undefined)[] {
  const {questions} = session.definition;
  const shown = new Map(asked.map((one) => [one.question, one]));
  const ends = [asked[0], asked.at(-1)].map((one) => questions.findIndex(({id}) => id === one?.question.id));
  return questions.slice(ends[0], (ends[1] ?? 0) + 1).map((one) => shown.get(one));
}

export const place = (element: QuestionnaireElement, walk: Walk, step: Step): Place => ({
  ...byParts(element, walk, step),
  look: step.asked.length > 1 ? 'many' : '',
  level: Math.min(6, element.level + (step.asked[0]?.question.type === 'section' ? 1 : 0)),
  shown: inPlace(walk, step),
});
