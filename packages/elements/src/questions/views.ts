import {matrix} from './matrix.js';
import {multiple} from './multiple.js';
import type {Views} from './question-view.js';
import {scale} from './scale.js';
import {single} from './single.js';
import {statement} from './statement.js';
import {text} from './text.js';

/** How each type of question is drawn. A type that is not here is refused when the definition arrives. */
export const views: Views = {single, multiple, scale, matrix, text, statement, section: statement};
