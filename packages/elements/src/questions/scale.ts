import {html} from 'lit';
import {choiceRows} from './choice-rows.js';
import {group} from './frame.js';
import type {QuestionView} from './question-view.js';
import {lookOf, scaleCells} from './scale-cells.js';

/** One answer on a short scale: faces with words, or numbers on one line; words one under the other. « Pas concerné » stands apart. */
export const scale: QuestionView = (context) => {
  const {asked, asker} = context;
  const {question, choices, answer} = asked;
  const choose = (code: string): void => asker.change(question.id, (session) => session.answer(question.id, code));
  const rows = (some = choices) => choiceRows(context, {type: 'radio', choices: some, chosen: [answer], choose: ({id}) => choose(id)});
  if (lookOf(question) === 'words') return group(context, rows());
  const apart = choices.filter(({role}) => role !== undefined);
  const line = {...asked, choices: choices.filter(({role}) => role === undefined)};
  return group(
    context,
    html`${scaleCells({asked: line, asker}, question.id, answer, choose)}${apart.length > 0 ? rows(apart) : undefined}`,
  );
};
