import {frFirst} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../icons.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** The outline of a question, still; it appears only when loading takes long enough to be noticed. */
export const outline = (): TemplateResult =>
  html`<div class="grid" aria-hidden="true"><div class="ghost"></div><div class="ghost"></div><div class="ghost"></div></div>`;

/** Never an empty box: a sentence, a way on, and what the host put between the tags. */
export function failed(element: QuestionnaireElement): TemplateResult {
  const words = element.reader.words(frFirst);
  const mayPass = element.failure?.code === 'definition-missing';
  return html`<div class="note wait">
      ${icons.warning}
      <div class="title" role="heading" aria-level=${element.level}>${words.failedTitle}</div>
      <p>${mayPass ? words.failedMissing : words.failedInvalid}</p>
      ${mayPass ? html`<button type="button" class="second" @click=${() => element.reload()}>${words.reload}</button>` : nothing}
    </div>
    <slot></slot><slot name="contact"></slot>`;
}
