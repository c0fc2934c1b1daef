import {share, topOf} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {nameOf, type Asked, type BlockView} from '../block-view.js';

/** The first places: points and first ranks of what was ranked, people of what was chosen. A tie repeats its number, and says so. */
export function topPlaces(asked: Asked, {reader}: BlockView, count = 3): TemplateResult {
  const {result, choices, question} = asked;
  const top = topOf(result, count);
  if (top === undefined) return html`<p class="soft">${words.noTop}</p>`;
  const {base} = result;
  const max = question?.type === 'ranking' ? question.max : undefined;
  return html`<ol class="top" aria-label=${words.topPlaces}>
      ${top.map(({place, code, k, points, firsts}) => {
        const isTie = top.filter((other) => other.place === place).length > 1;
        const choice = choices.find(({id}) => id === code) ?? {id: code, choice: undefined};
        return html`<li>
          <span class=${place === 1 ? 'place first' : 'place'}>${place}</span>
          <b>${nameOf(choice, asked, reader)}</b>
          <span class="small soft"
            >${points === undefined ? nothing : html`${words.points({points, firsts})} · `}${base === null ? nothing : frResults.share(share(k, base))}${isTie ? html` · ${words.tie}` : nothing}</span
          >
        </li>`;
      })}
    </ol>
    <p class="small soft">${base === null ? nothing : max === undefined ? frResults.base({count: base}) : words.pointsRule({base, max})}</p>`;
}
