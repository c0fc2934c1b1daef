import {OTHER_MAX} from '@ppgp/session';
import {frConfigured} from '@ppgp/words';
import {html} from 'lit';
import {partId, type QuestionView} from './question-view.js';

/** A few words beside « autre ». */
export const otherField: QuestionView = ({asked, asker, other}) => {
  const question = asked.question.id;
  const id = partId(question, 'other');
  const write = (event: InputEvent): void =>
    asker.change(question, (session) => session.writeOther(question, (event.target as HTMLInputElement).value));
  return html`<div class="grid beside">
    <label class="small" for=${id}>${asker.reader.words(frConfigured).otherWords}</label>
    <input class="field" id=${id} maxlength=${OTHER_MAX} autocomplete="off" .value=${other} @input=${write} />
  </div>`;
};
