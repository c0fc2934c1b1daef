import {pairedShares} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {Unreadable, plainName, type Asked, type BlockView} from '../block-view.js';
import {masked, scroll} from '../drawing.js';
import {matrix} from './matrix.js';

/** Documents beside each other, then two by two in those who judged both: that a flyer is better noticed is said of the same parents. */
export function documents(asked: Asked, view: BlockView): TemplateResult {
  const {rows, result} = asked;
  const {reader} = view;
  const pairs = Object.entries(result.pairs ?? {}).flatMap(([names, pair]) => {
    const [a, b] = names.split('|').map((id) => rows.find((row) => row.id === id));
    return a && b ? [{a: plainName(a, reader), b: plainName(b, reader), pair, shares: pairedShares(pair)}] : [];
  });
  if (asked.form !== 'by-row' || pairs.length === 0) throw new Unreadable(words.noPairs);
  const sentences = pairs.flatMap(({a, b, pair, shares}) => {
    if (!shares) return [];
    const {low, high, value} = shares.difference;
    const {n} = shares.a;
    if (low <= 0 && high >= 0) return [words.notBetter({a, b, n})];
    const [better, other, only, otherOnly] = value > 0 ? [a, b, pair.a, pair.b] : [b, a, pair.b, pair.a];
    return [words.better({better, other, only: only ?? 0, otherOnly: otherOnly ?? 0, n})];
  });
  return html`${matrix(asked, view)}
    <ul class="grid tight">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
    ${scroll(
      words.pairsTitle,
      html`<table>
        <caption>
          ${words.pairsTitle}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.pairHead}</th>
            ${[words.bothHead, words.firstOnly, words.secondOnly, words.neitherHead].map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${pairs.map(
            ({a, b, pair, shares}) => html`<tr>
              <th scope="row">${words.pairNames({a, b})}${shares ? html`<span class="sub small soft">${words.pairBase({n: shares.a.n})}</span>` : nothing}</th>
              ${[pair.both, pair.a, pair.b, pair.neither].map(
                (count) =>
                  html`<td>${count === null || !shares ? (shares || count === null ? masked() : 0) : words.outOf({k: count, n: shares.a.n})}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>`,
    )}
    ${result.hidden ? html`<p class="small soft">${frResults.hiddenBase({k: asked.figures.results.k})}</p>` : nothing}`;
}
