import {kindsInWords} from '../internal/questionnaire/kinds-in-words.js';
import {kindsProblem} from '../internal/questionnaire/kinds-problem.js';
import {boolean, consent} from './boolean.js';
import {date} from './date.js';
import {kinds} from './kinds.js';
import {number} from './number.js';
import type {Kinds} from './question-view.js';
import {ranking} from './ranking.js';

/** Every kind of question. Fetched with a definition that has one of those that few have. */
export const allKinds: Kinds = {
  views: {...kinds.views, ranking, boolean, consent, number, date},
  inWords: kindsInWords,
  problem: kindsProblem,
};

export {kindsStyles} from '../internal/styles/kinds.js';
