import type {GridItem} from '@ppgp/schema';
import {gridScores} from '@ppgp/tally';
import {frGrid} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icon, icons} from '../internal/icons.js';
import {title} from '../questions/frame.js';
import {hintWords} from './item-screen.js';
import {landmarks, scoredItems, type RaterView} from './rater-view.js';
import {scoreBoxes} from './score-boxes.js';

const print = icon('M7 9V3.5h10V9M7 17.5H4V9.5h16v8h-3M7 14.5h10v6H7z');

/** The scores of a rating, domain by domain. */
export function scores({grid, rating, reader, threshold}: RaterView): TemplateResult {
  const {domains} = gridScores(grid, rating.rated.marks);
  return html`<div class="scores">
    ${grid.domains.map((domain) => {
      const score = domains[domain.id];
      return score && scoreBoxes(reader, domain, score, threshold);
    })}
  </div>`;
}

function line(view: RaterView, item: GridItem): TemplateResult {
  const {rating, reader} = view;
  const words = reader.words(frGrid);
  const mark = rating.markOf(item.id);
  const note = rating.noteOf(item.id);
  return html`<li>
    <button type="button" class="line" part="item" @click=${() => view.go({kind: 'item', id: item.id})}>
      <span class="number">${item.number}</span><span>${reader.show(item.label)}</span
      ><b class=${`said ${mark ?? 'open'}`}>${mark ? words.mark({mark}) : words.notAnswered}</b>
    </button>
    ${note && html`<p class="small soft remark">${note.text}</p>`}
  </li>`;
}

/** The result, then every item with its answer, by topic; the landmarks apart. */
export function resultScreen(view: RaterView): TemplateResult {
  const {grid, rating, reader, level, subject} = view;
  const words = reader.words(frGrid);
  const scored = scoredItems(grid);
  const apart = landmarks(grid);
  const open = scored.filter(({id}) => rating.markOf(id) === undefined).length;
  const sub = Math.min(6, level + 1);
  const {topics} = gridScores(grid, rating.rated.marks);
  const topicScore = (id: string): string => {
    const {agreed = 0, rated = 0} = topics[id] ?? {};
    return rated === 0 ? words.scoreLater : words.score({agreed, rated});
  };
  const ofTopics = grid.topics.filter(({id}) => scored.some(({topic}) => topic === id));
  const list = (items: readonly GridItem[], heading: string | TemplateResult): TemplateResult | undefined =>
    items.length === 0
      ? undefined
      : html`<section class="grid tight">
          <b role="heading" aria-level=${sub}>${heading}</b>
          <ul class="lines">${items.map((item) => line(view, item))}</ul>
        </section>`;
  return html`<div class="grid">
      ${title(level, 'result', subject.title || words.listTitle)}
      <p class="small soft">${[subject.version && `${words.versionLabel} ${subject.version}`, subject.rater].filter(Boolean).join(' · ')}</p>
    </div>
    ${scores(view)}
    ${rating.hints().map((hint) => html`<div class="note quiet">${icons.warning}<p>${hintWords(view, hint)}</p></div>`)}
    <table class="topics">
      <caption class="small soft">${words.topicsTitle}</caption>
      ${ofTopics.map(({id, label}) => html`<tr><th scope="row">${reader.show(label)}</th><td>${topicScore(id)}</td></tr>`)}
    </table>
    ${grid.origin ? html`<p class="small soft on-paper">${reader.show(grid.origin)}</p>` : undefined}
    <div class="grid detail">${ofTopics.map(({id, label}) =>
      list(
        scored.filter(({topic}) => topic === id),
        reader.show(label),
      ),
    )}
    ${apart.length > 0 ? html`<p class="small soft apart">${words.landmarksLead}</p>` : undefined}${list(apart, words.landmarksTitle)}</div>
    <div class="grid">
      <p class="small soft">${words.sendHint({count: open})}</p>
      <div class="ways">
        <button type="button" class="primary" part="send" @click=${() => view.send()}>${view.sends ? words.send : words.finish}${icons.next}</button>
        <button type="button" class="second" part="print" @click=${() => globalThis.print()}>${print}${words.print}</button>
        <button type="button" class="back" @click=${() => view.go({kind: 'document'})}>${icons.back}${words.toFacts}</button>
        ${
          view.dossier.ratings.length > 0
            ? html`<button type="button" class="back" part="to-dossier" @click=${() => view.go({kind: 'dossier'})}>${words.toDossier}</button>`
            : undefined
        }
      </div>
    </div>`;
}
