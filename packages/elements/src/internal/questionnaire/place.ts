import {isAsking, type Progress, type Step, type Walk} from '@ppgp/session';
import {frConfigured} from '@ppgp/words';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** As many steps as a path of capsules can show. */
const MAX_CAPSULES = 16;

/** Where a person is in a long questionnaire. `said`: in words, where « question 3 sur 12 » would not be true. `path`: of capsules. */
export interface Place {
  said?: string;
  path: Progress;
}

/** The part of the questionnaire that a step belongs to. */
function partOf({session}: Walk, step: Step): Progress {
  const parts = session.asked.filter(({question}) => question.type === 'section').map(({question}) => question);
  const index = parts.findIndex((part) => step.asked.some(({question, section}) => question === part || section === part));
  return {index: index + 1, count: parts.length};
}

/** The place of a step that asks several questions, or of one among too many to draw; undefined where each question is a step. */
export function place({reader}: QuestionnaireElement, walk: Walk, step: Step): Place | undefined {
  const words = reader.words(frConfigured);
  const {progress} = walk;
  const asks = step.asked.filter(isAsking).length;
  if (asks > 1 && walk.isFirst && walk.leadsToReview) return {said: words.questions(progress), path: {index: 1, count: 1}};
  const part = partOf(walk, step);
  if (part.index === 0 || (asks < 2 && progress.count <= MAX_CAPSULES)) return undefined;
  return asks > 1 ? {said: words.part(part), path: part} : {path: part};
}
