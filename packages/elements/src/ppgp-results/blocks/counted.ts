import {funnel as ratesOf, type Step} from '@ppgp/tally';
import {frRestitution as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {Unreadable, type BlockView} from '../block-view.js';
import {bar, scroll} from '../drawing.js';
import type {Approximate, BlockOf} from '../page.js';

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** @throws Unreadable where it is no count */
function stepOf(given: Approximate): Step {
  const step: Step =
    typeof given === 'number'
      ? {count: given}
      : 'about' in given
        ? {count: given.about, qualifier: 'about'}
        : {count: given.over, qualifier: 'over'};
  if (!isCount(step.count)) throw new Unreadable(JSON.stringify(given));
  return step;
}

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

/** Years and what was counted in each. Empty is not zero; a « dont » line may not be more than the line it is part of. */
export function indicators({columns, rows}: BlockOf<'indicators'>, {reader}: BlockView): TemplateResult {
  const steps = rows.map(({values}) =>
    columns.map((_, at) => (values[at] === null || values[at] === undefined ? undefined : stepOf(values[at]))),
  );
  rows.forEach(({label, within}, at) => {
    const whole = rows.slice(0, at).findLastIndex((row) => row.within !== true);
    if (within !== true || whole < 0) return;
    columns.forEach((column, year) => {
      const [part, total] = [steps[at]?.[year], steps[whole]?.[year]];
      if (part && total && total.qualifier !== 'over' && part.count > total.count)
        throw new Unreadable(
          words.moreThanTotal({label: reader.plain(label), column: reader.plain(column), part: part.count, whole: total.count}),
        );
    });
  });
  const hasGaps = steps.flat().includes(undefined);
  return html`${scroll(
    words.indicatorHead,
    html`<table class="numbers">
        <thead>
          <tr><th scope="col">${words.indicatorHead}</th>${columns.map((column) => html`<th scope="col">${reader.show(column)}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            ({label, within}, at) => html`<tr class=${within === true ? 'within' : ''}>
              <th scope="row">${within === true ? words.ofWhich({label: reader.plain(label)}) : reader.show(label)}</th>
              ${steps[at]?.map((step) => html`<td>${step ? words.qualified(step) : html`<span class="small soft">${words.notGiven}</span>`}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>`,
  )}
    ${hasGaps ? html`<p class="small soft">${words.notGivenNote}</p>` : nothing}`;
}
