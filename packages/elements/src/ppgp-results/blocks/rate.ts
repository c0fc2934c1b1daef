import {responseRate} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {bigNumber} from '../drawing.js';
import type {Figures} from '../figures.js';

/** Answers of those expected. There is no margin: everyone is counted. A rate over 100 % is not capped, and is no rate. */
export function rate({results}: Figures): TemplateResult {
  const {received, expected, k} = results;
  if (received === null) return html`<p>${frResults.hiddenBase({k})}</p>`;
  if (expected === undefined) return html`<p>${frResults.answers({count: received})}. ${words.rateUnknown}</p>`;
  return rateOf(received, expected);
}

export function rateOf(received: number, expected: number): TemplateResult {
  const counted = responseRate({received, expected});
  return counted?.percent === undefined
    ? html`<p>${words.rateOver({k: received, n: expected})}</p>`
    : bigNumber(received, expected, words.rateSay, true);
}
