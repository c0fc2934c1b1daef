import {choiceRows} from './choice-rows.js';
import {group} from './frame.js';
import type {QuestionView} from './question-view.js';

/** One choice among several. */
export const single: QuestionView = (context) => {
  const {asked, asker} = context;
  const {id} = asked.question;
  return group(
    context,
    choiceRows(context, {
      type: 'radio',
      chosen: [asked.answer],
      choose: (choice) => asker.change(id, (session) => session.answer(id, choice.id)),
    }),
  );
};
