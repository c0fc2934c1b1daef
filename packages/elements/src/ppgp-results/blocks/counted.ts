import {funnel as ratesOf} from '@ppgp/tally';
import {frRestitution as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import type {BlockView} from '../block-view.js';
import {bar, scroll} from '../drawing.js';
import type {BlockOf} from '../page.js';
import {indicatorLines, stepOf, type IndicatorLine} from './indicator-lines.js';

/** Counts that people pass one after the other: a table whose bars start at the same edge, with two rates and the base of each. */
export function funnel({steps}: BlockOf<'funnel'>, {reader}: BlockView): TemplateResult {
  const rates = ratesOf(steps.map(({count}) => stepOf(count)));
  const most = Math.max(1, ...rates.map(({count}) => count));
  const isLong = rates.length > 2;
  const isAbout = rates.some(({qualifier}) => qualifier !== undefined);
  return html`${scroll(
    words.stepHead,
    html`<table class="bars">
        <thead>
          <tr>
            <th scope="col">${words.stepHead}</th>
            <th scope="col">${words.countHead}</th>
            <th scope="col">${words.rateHead}</th>
            ${isLong ? html`<th scope="col">${words.rateFirstHead}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${rates.map(
            ({ofBefore, ofFirst, ...step}, at) => html`<tr>
              <th scope="row">${reader.show(steps[at]?.label ?? '')}${bar(step.count, most, 'plain')}</th>
              <td><b>${words.qualified(step)}</b></td>
              <td>${ofBefore ? words.rateOf(ofBefore) : nothing}</td>
              ${isLong ? html`<td>${ofFirst ? words.rateOf(ofFirst) : nothing}</td>` : nothing}
            </tr>`,
          )}
        </tbody>
      </table>`,
  )}
    ${isAbout ? html`<p class="small soft">${words.aboutNote}</p>` : nothing}`;
}

/** Years and what was counted in each. Empty is not zero. */
export function indicators(block: BlockOf<'indicators'>, view: BlockView): TemplateResult {
  const lines = indicatorLines(block, view);
  const given = (cell: string | undefined): TemplateResult =>
    cell === undefined ? html`<span class="small soft">${words.notGiven}</span>` : html`${cell}`;
  return html`${scroll(
    words.indicatorHead,
    html`<table class="numbers">
        <thead>
          <tr><th scope="col">${words.indicatorHead}</th>${block.columns.map((column) => html`<th scope="col">${view.reader.show(column)}</th>`)}</tr>
        </thead>
        <tbody>
          ${lines.map(
            ({label, look, cells}, at) => html`<tr class=${look}>
              <th scope="row">${look === 'within' ? label : view.reader.show(block.rows[at]?.label ?? '')}</th>
              ${cells.map((cell) => html`<td>${given(cell)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>`,
  )}
    ${indicatorNotes(lines).map((note) => html`<p class="small soft">${note}</p>`)}`;
}

/** That a gap is not zero, and that a total waits for its parts. */
export function indicatorNotes(lines: readonly IndicatorLine[]): string[] {
  const hasGap = (look?: string): boolean =>
    lines.some((line) => (look === undefined || line.look === look) && line.cells.includes(undefined));
  return [hasGap() ? words.notGivenNote : '', hasGap('total') ? words.totalNote : ''].filter((note) => note !== '');
}
