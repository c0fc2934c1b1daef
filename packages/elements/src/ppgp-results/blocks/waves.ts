import type {Text} from '@ppgp/schema';
import {newcombe, share} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import type {BlockView} from '../block-view.js';
import {bar, conclusion, masked} from '../drawing.js';

/** One moment: how many of how many; hidden where too few answered. */
export interface Moment {
  name: Text;
  counted: {k: number; n: number} | undefined;
}

/** The same share at several moments (2, 4 and 6 months; before and after), and whether it changed from the first to the last. */
export function waves(moments: readonly Moment[], {reader}: BlockView): TemplateResult {
  const told = moments.flatMap(({counted}) => counted ?? []);
  const [first, last] = [told[0], told.at(-1)];
  return html`<table class="bars">
      <thead>
        <tr><th scope="col">${words.momentHead}</th><th scope="col">${frResults.countHead}</th></tr>
      </thead>
      <tbody>
        ${moments.map(
          ({name, counted}) => html`<tr>
            <th scope="row">${reader.show(name)}${counted ? bar(counted.k, counted.n) : nothing}</th>
            <td>${counted ? frResults.share(share(counted.k, counted.n)) : masked()}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${first && last && first !== last ? html`<p>${changed(first, last)}</p>` : nothing}
    <p class="small soft">${words.notSamePeople} ${words.barNote}</p>
    ${told.length === 1 && last ? html`<p class="small soft">${conclusion(last.k, last.n)}</p>` : nothing}`;
}

/** In points of per cent, with the interval of the difference of two groups. */
export function changed(before: {k: number; n: number}, after: {k: number; n: number}): string {
  const {low, high} = newcombe(after, before);
  const [from, to] = [low, high].map((end) => Math.round(100 * end)) as [number, number];
  if (from > 0) return words.differenceMore({low: from, high: to});
  if (to < 0) return words.differenceLess({low: -to, high: -from});
  return words.differenceUnknown;
}
