import {pairedShares} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import type {Reader} from '../../internal/reader.js';
import {Unreadable, plainName, type Asked, type BlockView} from '../block-view.js';
import {masked, scroll} from '../drawing.js';
import {matrix} from './matrix.js';

/** Two documents in those who judged both. */
interface PairOfDocuments {
  a: string;
  b: string;
  /** Of how many people; undefined where it is hidden. */
  n: number | undefined;
  /** Both, only the first, only the second, neither; null is hidden. */
  counts: (number | null)[];
}

/**
 * Two by two, and what may be said of each two in a sentence.
 * @throws Unreadable where the question has no pairs
 */
export function pairsIn({rows, result, form}: Asked, reader: Reader): {pairs: PairOfDocuments[]; sentences: string[]} {
  const sentences: string[] = [];
  const pairs = Object.entries(result.pairs ?? {}).flatMap(([names, pair]): PairOfDocuments[] => {
    const [one, other] = names.split('|').map((id) => rows.find((row) => row.id === id));
    if (!one || !other) return [];
    const [a, b] = [plainName(one, reader), plainName(other, reader)];
    const shares = pairedShares(pair);
    if (shares) {
      const {low, high, value} = shares.difference;
      const {n} = shares.a;
      const [better, worse, only, otherOnly] = value > 0 ? [a, b, pair.a, pair.b] : [b, a, pair.b, pair.a];
      const isUnclear = low <= 0 && high >= 0;
      sentences.push(
        isUnclear ? words.notBetter({a, b, n}) : words.better({better, other: worse, only: only ?? 0, otherOnly: otherOnly ?? 0, n}),
      );
    }
    return [{a, b, n: shares?.a.n, counts: [pair.both, pair.a, pair.b, pair.neither]}];
  });
  if (form !== 'by-row' || pairs.length === 0) throw new Unreadable(words.noPairs);
  return {pairs, sentences};
}

export const pairHeads = (): string[] => [words.bothHead, words.firstOnly, words.secondOnly, words.neitherHead];

/** « 8 sur 20 »; undefined where it is hidden. */
export const pairCell = (count: number | null, n: number | undefined): string | undefined =>
  count === null ? undefined : n === undefined ? '0' : words.outOf({k: count, n});

/** Documents beside each other, then two by two in those who judged both: that a flyer is better noticed is said of the same parents. */
export function documents(asked: Asked, view: BlockView): TemplateResult {
  const {result} = asked;
  const {pairs, sentences} = pairsIn(asked, view.reader);
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
            ${pairHeads().map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${pairs.map(
            ({a, b, n, counts}) => html`<tr>
              <th scope="row">${words.pairNames({a, b})}${n === undefined ? nothing : html`<span class="sub small soft">${words.pairBase({n})}</span>`}</th>
              ${counts.map((count) => html`<td>${pairCell(count, n) ?? masked()}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>`,
    )}
    ${result.hidden ? html`<p class="small soft">${frResults.hiddenBase({k: asked.figures.results.k})}</p>` : nothing}`;
}
