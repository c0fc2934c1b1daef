import {html, nothing, type TemplateResult} from 'lit';
import {contact} from './contact.js';
import {icons} from '../icons.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** The outline of a question, still; it appears only when loading takes long enough to be noticed. */
export const loading = (): TemplateResult =>
  html`<div class="grid" aria-hidden="true"><div class="ghost"></div><div class="ghost"></div><div class="ghost"></div></div>`;

const heading = (element: QuestionnaireElement, title: string): TemplateResult =>
  html`<div class="title" role="heading" aria-level=${element.headingLevel}>${title}</div>`;

/** Never an empty box: a sentence, a way on, and what the host put between the tags. */
export function failed(element: QuestionnaireElement): TemplateResult {
  const {words} = element.reader;
  const {failure} = element;
  const mayPass = failure?.code === 'definition-missing';
  return html`<div class="note wait">
      ${icons.warning}${heading(element, words.failedTitle)}
      <p>${mayPass ? words.failedMissing : words.failedInvalid}</p>
      ${mayPass ? html`<button type="button" class="second" @click=${() => element.reload()}>${words.reload}</button>` : nothing}
    </div>
    <slot></slot>${contact(element)}`;
}

/** Before the opening day, and after the closing one. */
export function closed(element: QuestionnaireElement): TemplateResult {
  const {reader, questionnaire, opening} = element;
  const {words} = reader;
  const opens = questionnaire?.opens;
  const early = opening === 'before' && opens !== undefined;
  return html`<div class="grid">
      ${heading(element, early ? words.beforeTitle : words.closedTitle)}
      <p>${early ? words.beforeNext({day: words.day({day: opens})}) : words.closedNext}</p>
    </div>
    ${contact(element)}`;
}
