import type {Id, Territory} from '@ppgp/schema';
import {frConfigured} from '@ppgp/words';
import {html} from 'hono/html';
import {icons} from './icons.js';
import type {Html, Wording} from './wording.js';

/** Where the form's style sheet is served; no campaign's id holds a dot. */
export const STYLE_SHEET = '/f/form.css';

/** A whole page. Every text in it was escaped where it was put in. */
export const page = (title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${STYLE_SHEET}" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;

/** One sentence that is true, and what may be done next. */
export const message = (title: string, lines: readonly string[], {above, under}: {above?: Html; under?: Html | string} = {}): Html =>
  page(
    title,
    html`<div class="stack">${above ?? ''}
        <h1>${title}</h1>
        ${lines.map((line) => html`<p>${line}</p>`)}</div>
      ${under ?? ''}`,
  );

const dialled = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

function card(wording: Wording, {label, phone = '', hours}: Territory): Html {
  const name = wording.words(frConfigured).call({name: wording.plain(label), phone});
  return html`<div class="contact">
    <p class="small">${wording.show(label)}</p>
    <a href="${dialled(phone)}" aria-label="${name}">${icons.phone}<span>${phone}</span></a>
    ${hours === undefined ? '' : html`<p class="small">${wording.show(hours)}</p>`}
  </div>`;
}

/** Whom to call: the territory's line where it is known, else all of them, folded. */
export function contact(wording: Wording, territories: readonly Territory[] = [], here?: Id): Html | string {
  const known = territories.filter(({id}) => id === here);
  const cards = (known.length > 0 ? known : territories).filter(({phone}) => phone !== undefined);
  if (cards.length === 0) return '';
  const lines = html`<div class="stack">${cards.map((territory) => card(wording, territory))}</div>`;
  if (known.length > 0) return lines;
  return html`<details>
    <summary>${wording.words(frConfigured).contactTitle}</summary>
    ${lines}
  </details>`;
}
