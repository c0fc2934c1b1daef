import type {Text} from '@ppgp/schema';
import {compareTables, type Compared} from '@ppgp/tally';
import {frRestitution as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {Unreadable, nameOf, type Asked, type BlockView} from '../block-view.js';

/** A group of people and what they answered. */
export interface Population {
  name: Text;
  asked: Asked;
}

/** What two groups want: in common, and each alone; the same code is the same idea in both questionnaires. */
export function populations(a: Population, b: Population, {reader, level}: BlockView): TemplateResult {
  const [first, second] = [a.asked.result, b.asked.result];
  const compared = compareTables(first, second);
  const [nameA, nameB] = [reader.plain(a.name), reader.plain(b.name)];
  // What only one of the two was asked is theirs alone.
  const alone = (one: Asked, other: Asked): Compared[] =>
    compareTables(one.result, {base: one.result.base, cells: {...one.result.cells}}).filter(
      ({code, axisOf}) => axisOf === 'both' && !Object.hasOwn(other.result.cells, code),
    );
  if (!first.base || !second.base || first.hidden === 'base' || second.hidden === 'base') throw new Unreadable(words.notComparable);
  const label = (code: string, asked: Asked): unknown =>
    nameOf(asked.choices.find(({id}) => id === code) ?? {id: code, choice: undefined}, asked, reader);
  const item = ({code}: Compared, asked: Asked, shares: readonly string[]): TemplateResult =>
    html`<li>
      ${label(code, asked)}
      ${shares.map((line) => html`<span class="sub small soft">${line}</span>`)}
    </li>`;
  const ofBoth = (one: Compared): string[] => [words.shareOf({name: nameA, ...one.a}), words.shareOf({name: nameB, ...one.b})];
  const group = (look: string, heading: string, items: TemplateResult[]): TemplateResult =>
    html`<section class=${`ground grid ${look}`} part="group">
      <b role="heading" aria-level=${Math.min(6, level + 1)}>${heading}</b>
      ${items.length === 0 ? html`<p class="soft">${words.none}</p>` : html`<ul class="grid tight">${items}</ul>`}
    </section>`;
  const byShare = (side: 'a' | 'b') => (one: Compared, other: Compared) => other[side].k - one[side].k;
  const both = compared.filter(({axisOf}) => axisOf === 'both').sort(byShare('a'));
  const only = (side: 'a' | 'b', mine: Population, name: string): TemplateResult[] => {
    const shared = compared.filter(({axisOf}) => axisOf === side).sort(byShare(side));
    const own = alone(mine.asked, side === 'a' ? b.asked : a.asked);
    return [
      ...shared.map((one) => item(one, mine.asked, ofBoth(one))),
      ...own.map((one) => item(one, mine.asked, [words.shareOf({name, ...one.a})])),
    ];
  };
  return html`<div class="three">
      ${group('', words.onlyOf({name: nameA}), only('a', a, nameA))}
      ${group(
        'both',
        words.common,
        both.map((one) => item(one, a.asked, ofBoth(one))),
      )}
      ${group('', words.onlyOf({name: nameB}), only('b', b, nameB))}
    </div>
    <p class="small soft">${words.axisRule}${[first, second].some(({hidden}) => hidden) ? html` ${words.maskedNote}` : nothing}</p>`;
}
