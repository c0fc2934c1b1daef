import {share} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {countOf, favourableOf, nameOf, plainName, type Asked, type BlockView} from '../block-view.js';
import {bar, scroll} from '../drawing.js';
import {baseLine, cell} from './question.js';

/** Rows with their own base each; the bar is that of the favourable answers, whose sum has a column where it is one. */
export function matrix(asked: Asked, {reader}: BlockView): TemplateResult {
  const {rows, choices, result} = asked;
  const favourable = favourableOf(asked);
  const isSum = favourable.length > 1;
  const labels = choices.filter(({id}) => favourable.includes(id)).map((one) => plainName(one, reader));
  const lines = rows.map((row) => {
    const table = result.rows?.[row.id] ?? {base: null, cells: {}};
    const counted = countOf(table, favourable);
    const isHidden = table.base === null || (table.base > 0 && Object.values(table.cells).every((count) => count === null));
    return html`<tr>
      <th scope="row">
        ${nameOf(row, asked, reader)}
        <span class="sub small soft">${baseLine(asked, table)}</span>
        ${counted ? bar(counted.k, counted.n) : nothing}
      </th>
      ${
        isHidden
          ? html`<td class="whole" colspan=${choices.length + (isSum ? 1 : 0)}><span class="masked">${words.masked}</span></td>`
          : html`${isSum ? html`<td>${counted ? html`<b>${frResults.share(share(counted.k, counted.n))}</b>` : nothing}</td>` : nothing}
            ${choices.map(({id}) => html`<td>${table.base === 0 ? nothing : cell(table, id)}</td>`)}`
      }
    </tr>`;
  });
  const label = asked.question ? reader.plain(asked.question.label) : words.code({code: asked.id});
  return html`${scroll(
    label,
    html`<table>
        <thead>
          <tr>
            <td></td>
            ${isSum ? html`<th scope="col">${words.orLabels({labels})}</th>` : nothing}
            ${choices.map((choice) => html`<th scope="col">${nameOf(choice, asked, reader)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>`,
  )}
    <p class="small soft">${words.rowBases}${favourable.length > 0 ? html` ${words.barNote}` : nothing}</p>`;
}
