import {frKinds} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {cell} from './cell.js';
import {group} from './frame.js';
import type {QuestionContext, QuestionView} from './question-view.js';

function yesOrNo({asked, asker}: QuestionContext): TemplateResult {
  const {id} = asked.question;
  const words = asker.reader.words(frKinds);
  const pill = (value: boolean, said: string): TemplateResult =>
    cell({
      type: 'radio',
      name: id,
      value: String(value),
      look: 'pill',
      isChosen: asked.answer === value,
      choose: () => asker.change(id, (session) => session.answer(id, value)),
      words: said,
    });
  return html`<div class="cells">${pill(true, words.yes)}${pill(false, words.no)}</div>`;
}

/** Yes or no. */
export const boolean: QuestionView = (context) => group(context, yesOrNo(context));

/** Consent to quote what was written before: it is read again here, because it is what is agreed to. */
export const consent: QuestionView = (context) => {
  const {asked, asker} = context;
  const {question} = asked;
  const written = question.type === 'consent' ? asker.answerOf(question.of) : undefined;
  const quoted = typeof written === 'string' ? html`<blockquote part="quote">${written}</blockquote>` : undefined;
  return group(context, html`${quoted}${yesOrNo(context)}`);
};
