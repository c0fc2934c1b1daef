import {field} from './frame.js';
import type {QuestionView} from './question-view.js';

/** Words between questions: a statement, or the heading of a section. */
export const statement: QuestionView = (context) => field(context);
