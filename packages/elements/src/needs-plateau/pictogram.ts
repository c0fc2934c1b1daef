import {svg, html, type TemplateResult} from 'lit';
import type {Theme} from '@ppgp/schema';
import {httpUrl} from '../internal/http-url.js';
import {pictograms} from './pictograms.js';

/** Fill it in a family's tint: a disc slipped under the lines. */
const disc = svg`<circle class="tint" cx="13.5" cy="13.5" r="9.5" />`;

/** A theme's picture: its own where the département gives one, ours where we have one, else a speech bubble. */
export function pictogram({id, picture}: Theme, base: string | undefined): TemplateResult {
  const url = picture === undefined ? undefined : httpUrl(picture, base);
  if (url !== undefined) return html`<img class="pic" src=${url} alt="" />`;
  const lines = Object.hasOwn(pictograms, id) ? pictograms[id] : pictograms['autre'];
  return html`<svg class="pic" viewBox="0 0 24 24" aria-hidden="true">${disc}<path d=${lines ?? ''} /></svg>`;
}
