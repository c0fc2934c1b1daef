import {html, nothing} from 'lit';
import {partId, type QuestionView} from './question-view.js';

/** Words between questions: a statement, or the heading of a section. */
export const statement: QuestionView = ({asked, reader, level}) => {
  const {id, label, hint} = asked.question;
  return html`<div class="question" part="question" id=${partId(id, 'question')}>
    <div class="title" role="heading" aria-level=${level} tabindex="-1" id=${partId(id, 'title')}>${reader.show(label, `${id}.label`)}</div>
    ${hint === undefined ? nothing : html`<p>${reader.show(hint, `${id}.hint`)}</p>`}
  </div>`;
};
