import {matrix} from './matrix.js';
import {multiple} from './multiple.js';
import type {Kinds} from './question-view.js';
import {scale} from './scale.js';
import {single} from './single.js';
import {statement} from './statement.js';
import {text} from './text.js';

/** The kinds that most questionnaires have. */
export const kinds = {views: {single, multiple, scale, matrix, text, statement, section: statement}} satisfies Kinds;
