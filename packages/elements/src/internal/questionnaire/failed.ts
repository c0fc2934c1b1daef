import type {SurveyError} from '@ppgp/schema';
import {frFirst} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {title} from '../../questions/frame.js';
import {icons} from '../icons.js';
import type {Reader} from '../reader.js';

/** The outline of a question, still; it appears only when loading takes long enough to be noticed. */
export const outline = (): TemplateResult =>
  html`<div class="grid" aria-hidden="true"><div class="ghost"></div><div class="ghost"></div><div class="ghost"></div></div>`;

interface Failing {
  reader: Reader;
  level: number;
  failure: SurveyError | undefined;
  reload: () => unknown;
}

/** Never an empty box: a sentence, a way on, and what the host put between the tags. */
export function failed({reader, level, failure, reload}: Failing): TemplateResult {
  const words = reader.words(frFirst);
  const next =
    failure?.code === 'definition-missing'
      ? html`<p>${words.failedMissing}</p>
          <button type="button" class="second" @click=${reload}>${words.reload}</button>`
      : html`<p>${words.failedInvalid}</p>`;
  return html`<div class="note wait">${icons.warning}${title(level, 'failed', words.failedTitle)}${next}</div>
    <slot></slot><slot name="contact"></slot>`;
}
