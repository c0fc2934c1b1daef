import type {DRAWN_TYPES} from './drawn-types.js';
import {matrix} from './matrix.js';
import {multiple} from './multiple.js';
import type {QuestionView, Views} from './question-view.js';
import {scale} from './scale.js';
import {single} from './single.js';
import {statement} from './statement.js';
import {text} from './text.js';

/** How each type of question is drawn. */
export const views: Views = {single, multiple, scale, matrix, text, statement, section: statement} satisfies Record<
  (typeof DRAWN_TYPES)[number],
  QuestionView
>;
