import {group} from './frame.js';
import type {QuestionView} from './question-view.js';
import {scaleCells} from './scale-cells.js';

/** One answer on a short scale: faces with words, words, or numbers. */
export const scale: QuestionView = (context) => {
  const {asked, asker} = context;
  const {id} = asked.question;
  return group(
    context,
    scaleCells(context, id, asked.answer, (code) => asker.change(id, (session) => session.answer(id, code))),
  );
};
