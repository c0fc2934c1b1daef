import {frOutbox as words} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';

/** A question before what cannot be taken back. */
export interface Confirmation {
  title: string;
  next: string;
  /** The button that does it. */
  yes: TemplateResult;
  cancel: () => void;
}

/** Asked on top of the page: what waits changes by itself, and lines that move under a finger make it press something else. */
export function confirmation({title, next, yes, cancel}: Confirmation): TemplateResult {
  return html`<dialog class="note wait" part="sure" aria-labelledby="sure" @close=${cancel}>
    ${icons.warning}
    <b id="sure" tabindex="-1">${title}</b>
    <p>${next}</p>
    <div class="flow">
      ${yes}
      <button type="button" part="cancel" @click=${cancel}>${words.cancel}</button>
    </div>
  </dialog>`;
}
