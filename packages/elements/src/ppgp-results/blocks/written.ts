import {outOfOrder} from '@ppgp/tally';
import {frRestitution as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {Unreadable, type BlockView} from '../block-view.js';
import {icons} from '../../internal/icons.js';
import type {BlockOf} from '../page.js';

const warning = (sentence: string): TemplateResult => html`<p class="status wait">${icons.warning}<span>${sentence}</span></p>`;

export const textBlock = ({paragraphs}: BlockOf<'text'>, {reader}: BlockView): TemplateResult =>
  html`${paragraphs.map((each) => html`<p>${reader.show(each)}</p>`)}`;

/** Chosen verbatims, each with the consent of who wrote it; without it none is shown. */
export function quotes({quotes: all}: BlockOf<'quotes'>, {reader}: BlockView): TemplateResult {
  const agreed = all.filter(({consent}) => consent === true);
  return html`${agreed.length < all.length ? warning(words.quoteRefused) : nothing}
    <div class="pair">
      ${agreed.map(
        ({text, who}) => html`<figure class="quote grid tight" part="quote">
          <blockquote>${reader.show(text)}</blockquote>
          <figcaption class="small soft">${who === undefined ? nothing : html`${reader.show(who)}, `}${words.quoteConsent}</figcaption>
        </figure>`,
      )}
    </div>`;
}

export const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Dates as they were written; one that stands after a later one is shown where it is, and marked to be checked. */
export function timeline({steps}: BlockOf<'timeline'>, {reader}: BlockView): TemplateResult {
  const wrong = steps.find(({day, until}) => !DAY.test(day) || Number.isNaN(Date.parse(day)) || (until !== undefined && !DAY.test(until)));
  if (wrong) throw new Unreadable(`${wrong.day} ${wrong.until ?? ''}`);
  const odd = outOfOrder(steps.map(({day}) => day));
  return html`${odd.length > 0 ? warning(words.orderWarning({count: odd.length})) : nothing}
    <ol class="timeline">
      ${steps.map(({day, until, label}, at) => {
        return html`<li>
          <span class="soft"><time datetime=${day}>${until === undefined ? words.when({day}) : words.until({from: day, to: until})}</time></span>
          <span>${reader.show(label)}${odd.includes(at) ? html` <b class="odd small">${words.dateToCheck}</b>` : nothing}</span>
        </li>`;
      })}
    </ol>`;
}

export const recommendation = ({say, because}: BlockOf<'recommendation'>, {reader}: BlockView): TemplateResult =>
  html`<div class="ground both grid tight">
    <p class="lead">${reader.show(say)}</p>
    ${because === undefined ? nothing : html`<p><b>${words.because}</b> ${reader.show(because)}</p>`}
  </div>`;

/** « Vous avez dit, nous avons fait », side by side. */
export const saidDone = ({pairs}: BlockOf<'said-done'>, {reader}: BlockView): TemplateResult =>
  html`<ul class="grid">
    ${pairs.map(
      ({said, done, when}) => html`<li class="ground said">
        <div>
          <b class="small soft">${words.said}</b>
          <p>${reader.show(said)}</p>
        </div>
        <div>
          <b class="small soft">${words.done}</b>
          <p>${reader.show(done)}${when === undefined ? nothing : html` <span class="small soft">${words.when({day: when})}</span>`}</p>
        </div>
      </li>`,
    )}
  </ul>`;
