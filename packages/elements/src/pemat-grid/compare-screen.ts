import type {GridItem} from '@ppgp/schema';
import {gridScores} from '@ppgp/tally';
import {frGroup} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import {title} from '../questions/frame.js';
import {gainsAndLosses} from './dossier/agreement-of.js';
import {documentsOf, type RatedVersion} from './dossier/dossier.js';
import {settledMarks, unfinished, type Basis} from './dossier/settled-marks.js';
import {scoredItems, type RaterView} from './rater-view.js';
import {scoreBoxes} from './score-boxes.js';

function basisWords({grid, reader}: RaterView, {own}: RatedVersion, basis: Basis): string {
  const words = reader.words(frGroup);
  if (basis.kind === 'agreed') return words.basedOnAgreed;
  return basis.kind === 'one'
    ? words.basedOnOne({rater: basis.rater || words.unnamedRater})
    : words.basedOnMajority({count: basis.count, unfinished: unfinished(own, scoredItems(grid)).length});
}

/** Two versions of a document: the sentence first, then the scores side by side, then the items gained and lost. */
export function compareScreen(view: RaterView, document: string, beforeCode: string, afterCode: string): TemplateResult {
  const {grid, reader, level, dossier, threshold} = view;
  const words = reader.words(frGroup);
  const known = documentsOf(dossier.ratings, grid).find((each) => each.document === document);
  const [before, after] = [beforeCode, afterCode].map((code) => known?.versions.find(({documentVersion}) => documentVersion === code));
  if (!known || !before || !after) return html``;
  const [was, is] = [settledMarks(before), settledMarks(after)];
  const [wasScores, isScores] = [gridScores(grid, was.marks).domains, gridScores(grid, is.marks).domains];
  const {gained, lost} = gainsAndLosses(grid, was.marks, is.marks);
  const sub = Math.min(6, level + 1);
  const list = (items: readonly GridItem[], heading: string, look: string): TemplateResult =>
    html`<section class=${`grid tight ${look}`} part="changes">
      <b role="heading" aria-level=${sub}>${heading}</b>
      ${items.length === 0 ? html`<p class="soft">${words.none}</p>` : html`<ul class="grid tight">${items.map(({number, label}) => html`<li><span class="number">${number}</span> ${reader.show(label)}</li>`)}</ul>`}
    </section>`;
  const side = (version: typeof before, scores: typeof wasScores, basis: Basis): TemplateResult =>
    html`<section class="grid">
      <b role="heading" aria-level=${sub}>${words.versionOf({version: version.version})}</b>
      ${view.thumbnail({document, documentVersion: version.documentVersion}, version.version)}
      <p class="small soft">${words.basedOn({version: version.version, what: basisWords(view, version, basis)})}</p>
      ${grid.domains.map((domain) => {
        const score = scores[domain.id];
        return score && scoreBoxes(reader, domain, score, threshold);
      })}
    </section>`;
  return html`<button type="button" class="back" part="to-dossier" @click=${() => view.go({kind: 'dossier'})}>${icons.back}${words.toDossier}</button>
    <div class="grid">
      ${title(level, 'compare', words.compareTitle({title: known.title}))}
      ${grid.domains.map(({id, label}) => {
        const [now, then] = [isScores[id], wasScores[id]];
        return now && then && now.rated > 0 && then.rated > 0
          ? html`<p class="lead">${words.compareSentence({domain: reader.plain(label), after: {version: after.version, ...now}, before: then})}</p>`
          : undefined;
      })}
    </div>
    <div class="pair">${side(before, wasScores, was.basis)}${side(after, isScores, is.basis)}</div>
    <div class="pair">${list(gained, words.gained, 'gained')}${list(lost, words.lost, 'lost')}</div>`;
}
