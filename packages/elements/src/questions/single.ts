import {html} from 'lit';
import {choiceRow} from './choice-row.js';
import {group} from './frame.js';
import type {QuestionView} from './question-view.js';

/** One choice among several. */
export const single: QuestionView = (context) => {
  const {choices, answer} = context.asked;
  return group(
    context,
    html`<div class="grid">
      ${choices.map((choice) => choiceRow(context, choice, {kind: 'radio', chosen: answer === choice.id, choose: () => context.answer(choice.id)}))}
    </div>`,
  );
};
