import type {Code, Table} from '@ppgp/schema';
import {share, topOf} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {countOf, favourableOf, isBelow, nameOf, plainName, type Asked, type BlockView} from '../block-view.js';
import {bar, bigNumber, masked} from '../drawing.js';
import type {Labelled} from '../figures.js';
import {matrix} from './matrix.js';
import {topPlaces} from './top.js';

/** How many answers are in sight at once; the others are one press away, and on paper. */
export const IN_SIGHT = 12;

/** « 23 personnes ont répondu », or that too few did. */
export function baseLine({figures, result}: Pick<Asked, 'figures' | 'result'>, table: Table = result): string {
  const {k} = figures.results;
  if (table.base === null) return frResults.hiddenBase({k});
  const base = frResults.base({count: table.base});
  return isBelow(figures, table, result.hidden) ? `${base}. ${frResults.hiddenBase({k})}` : base;
}

/** « 15 sur 23 (65 %) », or that it is hidden. */
export const cell = ({base, cells}: Table, code: Code): string | TemplateResult => {
  const k = Object.hasOwn(cells, code) ? cells[code] : null;
  return typeof k !== 'number' || base === null ? masked() : frResults.share(share(k, base));
};

/** One question by what an answer to it is: the big number where one is meant, then the table. */
export function questionBlock(asked: Asked, view: BlockView): TemplateResult {
  const {result, form, question} = asked;
  const {base} = result;
  if (base === 0) return html`<p class="soft">${frResults.noAnswersHere}</p>`;
  if (form === 'words') return html`<p>${base === null ? baseLine(asked) : frResults.comments({count: base})}</p>`;
  if (form === 'by-row') return matrix(asked, view);
  if (form === 'day' || isBelow(asked.figures, result, result.hidden)) return html`<p>${baseLine(asked)}</p>`;
  if (form === 'amount') {
    const unit = question && 'unit' in question ? view.reader.plain(question.unit) : '';
    const {median = null} = result;
    return html`<p>${baseLine(asked)}</p>
      ${median === null ? nothing : html`<p>${frResults.median({value: median, unit})}</p>`}`;
  }
  const favourable = form === 'code' || form === 'yes-no' ? favourableOf(asked) : [];
  const counted = countOf(result, favourable);
  const labels = asked.choices.filter(({id}) => favourable.includes(id)).map((one) => plainName(one, view.reader));
  return html`${counted ? bigNumber(counted.k, counted.n, words.favourable({labels})) : nothing}
  ${form === 'ranked' ? topPlaces(asked, view) : nothing} ${list(asked, view)}`;
}

/** Several may be chosen: the most chosen first, wherever all numbers are shown. */
export function ordered({choices, form, result}: Asked): Labelled[] {
  if (form !== 'codes' && form !== 'ranked') return choices;
  const places = new Map(topOf(result, Infinity)?.map(({code}, at) => [code, at]));
  return places.size === 0
    ? choices
    : [...choices].sort((one, other) => (places.get(one.id) ?? Infinity) - (places.get(other.id) ?? Infinity) || 0);
}

function list(asked: Asked, view: BlockView): TemplateResult {
  const all = ordered(asked);
  const [first, rest] = all.length > IN_SIGHT + 1 ? [all.slice(0, IN_SIGHT), all.slice(IN_SIGHT)] : [all, []];
  const {result} = asked;
  const hasMargins = result.base !== null && result.base > 0 && all.some(({id}) => typeof result.cells[id] === 'number');
  return html`${table(asked, first, view, baseLine(asked))}
  ${
    rest.length === 0
      ? nothing
      : html`<details>
          <summary>${words.more({count: rest.length})}</summary>
          ${table(asked, rest, view, baseLine(asked))}
        </details>`
  }
  ${result.hidden === 'cells' ? html`<p class="small soft">${words.maskedNote}</p>` : nothing}
  ${hasMargins ? html`<p class="small soft">${words.barNote}</p>` : nothing}`;
}

const table = (asked: Asked, choices: readonly Labelled[], {reader}: BlockView, caption: string): TemplateResult => {
  const {result} = asked;
  return html`<table class="bars">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr><th scope="col">${frResults.answerHead}</th><th scope="col">${frResults.countHead}</th></tr>
    </thead>
    <tbody>
      ${choices.map((choice) => {
        const k = result.cells[choice.id];
        return html`<tr>
          <th scope="row">${nameOf(choice, asked, reader)}${typeof k === 'number' && result.base !== null ? bar(k, result.base) : nothing}</th>
          <td>${cell(result, choice.id)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
};
