import type {Text} from '@ppgp/schema';
import {frConfigured} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import type {Reader} from '../reader.js';

/** What the visitor may know before answering, in the département's own words. */
export const notice = (reader: Reader, text: Text | undefined): TemplateResult | undefined =>
  text === undefined
    ? undefined
    : html`<details>
        <summary>${reader.words(frConfigured).whoReads}</summary>
        <p class="small">${reader.show(text, 'notice')}</p>
      </details>`;
