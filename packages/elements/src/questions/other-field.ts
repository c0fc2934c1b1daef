import {OTHER_MAX} from '@ppgp/session';
import {frConfigured} from '@ppgp/words';
import {html} from 'lit';
import {partId, type QuestionView} from './question-view.js';

/** A few words beside « autre ». */
export const otherField: QuestionView = ({asked, reader, other, writeOther}) => {
  const id = partId(asked.question.id, 'other');
  return html`<div class="grid beside">
    <label class="small" for=${id}>${reader.words(frConfigured).otherWords}</label>
    <input
      class="field"
      id=${id}
      maxlength=${OTHER_MAX}
      autocomplete="off"
      .value=${other}
      @input=${(event: InputEvent) => writeOther((event.target as HTMLInputElement).value)}
    />
  </div>`;
};
