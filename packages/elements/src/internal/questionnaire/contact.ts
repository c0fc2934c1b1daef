import type {Id, Territory} from '@ppgp/schema';
import {frConfigured} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../icons.js';
import type {Reader} from '../reader.js';

const phoneIcon = icon(
  'M6 3.5h3.5l1.5 5L8.5 10c1 2.5 3 4.5 5.5 5.5l1.5-2.5 5 1.5V18a2.5 2.5 0 0 1-2.8 2.5C10.5 19.5 4.5 13.5 3.5 6.3A2.5 2.5 0 0 1 6 3.5z',
);

const dialled = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** Numbers are read in groups of two. */
function card(reader: Reader, {label, phone = '', hours}: Territory): TemplateResult {
  return html`<div class="contact">
    <p class="small">${reader.show(label)}</p>
    <a href=${dialled(phone)} aria-label=${reader.words(frConfigured).call({name: reader.plain(label), phone})}>${phoneIcon}<span>${phone}</span></a>
    ${hours === undefined ? nothing : html`<p class="small">${reader.show(hours)}</p>`}
  </div>`;
}

/** Whom to call: the territory's line where it is known, else all of them, folded. */
export function contact(reader: Reader, territories: readonly Territory[] = [], here?: Id): TemplateResult | typeof nothing {
  const known = territories.filter(({id}) => id === here);
  const cards = (known.length > 0 ? known : territories).filter(({phone}) => phone !== undefined);
  if (cards.length === 0) return nothing;
  const lines = html`<div class="grid">${cards.map((territory) => card(reader, territory))}</div>`;
  return known.length > 0 ? lines : html`<details><summary>${reader.words(frConfigured).contactTitle}</summary>${lines}</details>`;
}
