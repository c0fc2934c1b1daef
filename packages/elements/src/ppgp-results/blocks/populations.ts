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

/** Axes of two groups, each with its lines of numbers. */
export interface Axes {
  /** Where its name is found. */
  of: Asked;
  code: string;
  shares: string[];
}

/**
 * What two groups want: in common, and each alone; the same code is the same idea in both questionnaires.
 * @throws Unreadable where too little may be shown of one
 */
export function axesOf(a: Population, b: Population, {reader}: Pick<BlockView, 'reader'>): {heading: string; look: string; axes: Axes[]}[] {
  const [first, second] = [a.asked.result, b.asked.result];
  if (!first.base || !second.base || first.hidden === 'base' || second.hidden === 'base') throw new Unreadable(words.notComparable);
  const compared = compareTables(first, second);
  const [nameA, nameB] = [reader.plain(a.name), reader.plain(b.name)];
  // What only one of the two was asked is theirs alone.
  const alone = (one: Asked, other: Asked): Compared[] =>
    compareTables(one.result, {base: one.result.base, cells: {...one.result.cells}}).filter(
      ({code, axisOf}) => axisOf === 'both' && !Object.hasOwn(other.result.cells, code),
    );
  const ofBoth = (one: Compared): string[] => [words.shareOf({name: nameA, ...one.a}), words.shareOf({name: nameB, ...one.b})];
  const byShare = (side: 'a' | 'b') => (one: Compared, other: Compared) => other[side].k - one[side].k;
  const shared = (of: 'a' | 'b' | 'both', mine: Asked): Axes[] =>
    compared
      .filter(({axisOf}) => axisOf === of)
      .sort(byShare(of === 'b' ? 'b' : 'a'))
      .map((one) => ({of: mine, code: one.code, shares: ofBoth(one)}));
  const only = (side: 'a' | 'b', mine: Asked, other: Asked, name: string): Axes[] => [
    ...shared(side, mine),
    ...alone(mine, other).map((one) => ({of: mine, code: one.code, shares: [words.shareOf({name, ...one.a})]})),
  ];
  return [
    {heading: words.onlyOf({name: nameA}), look: '', axes: only('a', a.asked, b.asked, nameA)},
    {heading: words.common, look: 'both', axes: shared('both', a.asked)},
    {heading: words.onlyOf({name: nameB}), look: '', axes: only('b', b.asked, a.asked, nameB)},
  ];
}

/** The axes of two groups beside each other. */
export function populations(a: Population, b: Population, view: BlockView): TemplateResult {
  const item = ({code, of, shares}: Axes): TemplateResult =>
    html`<li>
      ${nameOf(of.choices.find(({id}) => id === code) ?? {id: code, choice: undefined}, of, view.reader)}
      ${shares.map((line) => html`<span class="sub small soft">${line}</span>`)}
    </li>`;
  const isMasked = [a, b].some(({asked}) => asked.result.hidden);
  return html`<div class="three">
      ${axesOf(a, b, view).map(
        ({heading, look, axes}) =>
          html`<section class=${`ground grid ${look}`} part="group">
            <b role="heading" aria-level=${Math.min(6, view.level + 1)}>${heading}</b>
            ${axes.length === 0 ? html`<p class="soft">${words.none}</p>` : html`<ul class="grid tight">${axes.map(item)}</ul>`}
          </section>`,
      )}
    </div>
    <p class="small soft">${words.axisRule}${isMasked ? html` ${words.maskedNote}` : nothing}</p>`;
}
