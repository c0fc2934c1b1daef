import type {Named} from '@ppgp/schema';
import {share, type Score} from '@ppgp/tally';
import {frGrid} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import type {Reader} from '../internal/reader.js';

const boxes = (count: number, look: string): TemplateResult[] => Array.from({length: count}, () => html`<i class=${look}></i>`);

/** One score: « 9 sur 12 », one box for each item that counts (agreed, refused, to answer), and what it may be called yet. */
export function scoreBoxes(
  reader: Reader,
  {id, label}: Named,
  {agreed, rated, open, na}: Score,
  threshold: number | undefined,
): TemplateResult {
  const words = reader.words(frGrid);
  const percent = share(agreed, rated).percent;
  const said = [
    percent === undefined ? undefined : words.scoreSum({agreed, rated, percent}),
    open > 0 && rated > 0 ? words.provisional({answered: rated, count: rated + open}) : undefined,
    rated === 0 ? (open > 0 ? words.scoreNotBegun({count: open}) : words.scoreNothing) : undefined,
    threshold === undefined || rated === 0 ? undefined : words.threshold({percent: threshold}),
  ].filter((line) => line !== undefined);
  return html`<div class="score" part="score" data-domain=${id}>
    <p class="top">
      <b>${reader.show(label)}</b><b class="figure">${rated === 0 ? words.scoreLater : words.score({agreed, rated})}</b>
    </p>
    <div class="boxes" aria-hidden="true">
      ${boxes(agreed, 'yes')}${boxes(rated - agreed, 'no')}${boxes(open, 'open')}${na > 0 ? html`<i class="gap"></i>` : undefined}${boxes(na, 'na')}
    </div>
    <p class="small soft">${said.join(' ')}</p>
  </div>`;
}
