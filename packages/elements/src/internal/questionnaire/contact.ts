import type {Territory} from '@ppgp/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../icons.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

const dialled = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** Numbers are read in groups of two. */
function card({reader}: QuestionnaireElement, {label, phone, hours}: Territory): TemplateResult {
  const name = reader.plain(label);
  return html`<div class="contact">
    <p class="small">${reader.show(label)}</p>
    ${
      phone === undefined
        ? nothing
        : html`<a href=${dialled(phone)} aria-label=${reader.words.call({name, phone})}>${icons.phone}<span>${phone}</span></a>`
    }
    ${hours === undefined ? nothing : html`<p class="small">${reader.show(hours)}</p>`}
  </div>`;
}

/** The people to call, in the same place at each step: the territory's line where it is known, else all of them, folded. */
export function contact(element: QuestionnaireElement): TemplateResult {
  const {questionnaire, walk, reader} = element;
  const all = questionnaire?.territories ?? [];
  const here = walk?.session.situation.territory;
  const known = all.filter(({id}) => id === here);
  const cards = (known.length > 0 ? known : all).filter(({phone}) => phone !== undefined);
  const lines = html`<div class="grid">${cards.map((territory) => card(element, territory))}</div>`;
  const own =
    cards.length === 0
      ? nothing
      : known.length > 0
        ? lines
        : html`<details><summary>${reader.words.contactTitle}</summary>${lines}</details>`;
  return html`<slot name="contact">${own}</slot>`;
}
