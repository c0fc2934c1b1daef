import {frConfigured} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import type {QuestionContext} from './question-view.js';

/** « Je préfère ne pas répondre », where the question offers it. */
export function declineRow({asked, reader, answer}: QuestionContext): TemplateResult | typeof nothing {
  if (asked.question.decline !== true) return nothing;
  const declined = asked.answer === null;
  return html`<label class="cell choice apart ${declined ? 'chosen' : ''}" part="choice"
    ><input type="checkbox" .checked=${declined} @change=${() => answer(declined ? undefined : null)} /><span class="mark square" aria-hidden="true"
      >${icons.check}</span
    ><span>${reader.words(frConfigured).decline}</span></label
  >`;
}
