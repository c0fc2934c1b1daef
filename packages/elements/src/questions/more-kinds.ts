import type {QuestionType} from '@ppgp/schema';
import {boolean, consent} from './boolean.js';
import {date} from './date.js';
import {kinds} from './kinds.js';
import {kindsInWords} from './kinds-in-words.js';
import {kindsProblem} from './kinds-problem.js';
import {number} from './number.js';
import type {Kinds, QuestionView} from './question-view.js';
import {ranking} from './ranking.js';

/** Every kind of question. Fetched with a definition that has one of those that few have. */
export const allKinds: Kinds = {
  views: {...kinds.views, ranking, boolean, consent, number, date} satisfies Record<QuestionType, QuestionView>,
  inWords: kindsInWords,
  problem: kindsProblem,
};

export {kindsStyles} from './kinds.styles.js';
