import type {GridItem} from '@ppgp/schema';
import {frGroup} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import {title} from '../questions/frame.js';
import {landmarks, scoredItems, type RaterView} from './rater-view.js';

/** The grid without answers, numbered as on the screen: two pages of paper to fill in by hand. */
export function paperScreen(view: RaterView): TemplateResult {
  const {grid, reader, level, subject} = view;
  const words = reader.words(frGroup);
  const scored = scoredItems(grid);
  const apart = landmarks(grid);
  const sub = Math.min(6, level + 1);
  const row = ({number, label, na}: GridItem): TemplateResult =>
    html`<tr>
      <th scope="row"><span class="number">${number}</span> ${reader.show(label)}</th>
      <td><i></i></td>
      <td><i></i></td>
      <td>${na === undefined ? undefined : html`<i></i>`}</td>
    </tr>`;
  const table = (items: readonly GridItem[], heading: unknown): TemplateResult | undefined =>
    items.length === 0
      ? undefined
      : html`<table class="paper-grid">
          <thead>
            <tr>
              <th scope="col">${heading}</th>
              ${(['yes', 'no', 'na'] as const).map((mark) => html`<th scope="col">${words.mark({mark})}</th>`)}
            </tr>
          </thead>
          <tbody>${items.map(row)}</tbody>
        </table>`;
  const line = (label: string, value: string): TemplateResult => html`<p class="dotted"><b>${label}</b> <span>${value}</span></p>`;
  return html`<button type="button" class="back" @click=${() => view.go({kind: 'document'})}>${icons.back}${words.toFacts}</button>
    <div class="grid">${title(level, 'paper', reader.show(grid.title))}<p class="small">${words.startLead} ${words.guideRule}</p></div>
    <div class="ways"><button type="button" class="primary" part="print" @click=${() => globalThis.print()}>${words.print}</button></div>
    <div class="pair">
      ${line(words.documentLabel, subject.title)}${line(words.versionLabel, subject.version)}${line(words.paperRater, '')}${line(words.paperDay, '')}
    </div>
    ${
      grid.facts &&
      html`<ul class="grid tight small ticks">
        ${grid.facts.map(({label, setsNa}) => {
          const numbers = grid.items.filter(({id}) => setsNa.includes(id)).map(({number}) => number);
          return html`<li><i></i> ${reader.show(label)} <span class="soft">${words.paperFact({numbers})}</span></li>`;
        })}
      </ul>`
    }
    ${grid.topics.map(({id, label}) =>
      table(
        scored.filter(({topic}) => topic === id),
        reader.show(label),
      ),
    )}
    <section class="grid paper-scores">
      <b role="heading" aria-level=${sub}>${words.paperScores}</b>
      ${grid.domains.map(({id, label}) => {
        const numbers = scored.filter(({domain}) => domain === id).map(({number}) => number);
        return html`<p class="small">${words.paperScore({domain: reader.plain(label), numbers})}</p>`;
      })}
    </section>
    ${table(apart, words.landmarksTitle)}`;
}
