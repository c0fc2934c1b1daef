import type {Choice} from '@ppgp/schema';
import {frRestitution as words} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {nameOf, type Asked, type BlockView} from '../block-view.js';

/** A theme of a board may be sensitive, which a choice of a questionnaire is not. */
export const isSensitive = (choice: (Choice & {sensitive?: boolean}) | undefined): boolean => choice?.sensitive === true;

/**
 * How many chose each theme of a board, for those who look at it: the most chosen first. What is hidden, what nobody chose, what only one
 * person chose and what is sensitive is not there.
 */
export function totals(asked: Asked, {reader}: BlockView): TemplateResult {
  const {result, choices} = asked;
  const chosen = choices
    .map((one) => ({one, count: result.cells[one.id] ?? 0}))
    .filter(({one, count}) => count > 1 && !isSensitive(one.choice))
    .sort((a, b) => b.count - a.count);
  if (result.hidden === 'base' || chosen.length === 0) return html`<p class="soft">${words.noTotals}</p>`;
  return html`<ul class="top">
      ${chosen.map(
        ({one, count}) =>
          html`<li>
            <span class="place" aria-hidden="true">${count}</span>
            <b>${nameOf(one, asked, reader)}</b>
            <span class="small soft">${words.total({count})}</span>
          </li>`,
      )}
    </ul>
    <p class="small soft">${words.totalsNote}</p>`;
}
