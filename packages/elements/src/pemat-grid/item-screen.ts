import type {GridItem, Mark} from '@ppgp/schema';
import {NOTE_MAX, type Hint} from '@ppgp/session';
import {frGrid} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {icon, icons} from '../internal/icons.js';
import {cell} from '../questions/cell.js';
import {title} from '../questions/frame.js';
import {inOrder, placeOf, type RaterView} from './rater-view.js';

const info = icon('M12 3a9 9 0 1 0 .1 0M12 11v6M12 7.2v.3');

/** What goes with an item, in words. */
export function hintWords({grid, reader}: RaterView, hint: Hint): string | TemplateResult {
  const words = reader.words(frGrid);
  if (hint.kind === 'advice') return reader.show(hint.say);
  const fact = reader.plain(grid.facts?.find(({id}) => id === hint.fact)?.label);
  return hint.kind === 'fact-against-mark' ? words.hintFact({fact}) : words.hintNoFact({fact});
}

/** Which item, of what. */
export function itemPlace({grid, reader}: RaterView, item: GridItem): TemplateResult {
  const words = reader.words(frGrid);
  const {isScored, index, count} = placeOf(grid, item);
  const topic = grid.topics.find(({id}) => id === item.topic);
  return html`<span class="topic small soft"
    ><span>${isScored ? words.item({index, count}) : words.landmark({index, count})}</span>${topic && html`<span>${reader.show(topic.label)}</span>`}</span
  >`;
}

function marks(view: RaterView, {id, na}: GridItem): TemplateResult {
  const {rating, reader} = view;
  const words = reader.words(frGrid);
  const allowed: Mark[] = na === undefined ? ['yes', 'no'] : ['yes', 'no', 'na'];
  // Shows what is chosen at once: the whole screen follows once that is painted.
  const choose = ({currentTarget, target}: Event): void => {
    for (const cell of (currentTarget as HTMLElement).children) cell.classList.toggle('chosen', cell.firstElementChild === target);
    view.change((changed) => changed.mark(id, (target as HTMLInputElement).value as Mark), id);
  };
  return html`<div class="cells" @change=${choose}>
    ${allowed.map((mark) =>
      cell({
        type: 'radio',
        name: id,
        value: mark,
        look: 'pill',
        isChosen: rating.markOf(id) === mark,
        choose: undefined,
        words: words.mark({mark}),
      }),
    )}
  </div>`;
}

function guidance({reader}: RaterView, {yes, no, na}: GridItem): TemplateResult {
  const words = reader.words(frGrid);
  return html`<details class="guide">
    <summary>${words.guide}</summary>
    <div class="grid small">
      ${yes && html`<p class="status">${icons.check}<span><b>${words.guideYes}</b> ${reader.show(yes)}</span></p>`}
      ${no && html`<p class="status">${icon('M6 6l12 12M18 6L6 18')}<span><b>${words.guideNo}</b> ${reader.show(no)}</span></p>`}
      <p class="soft">${words.guideRule} ${na === undefined ? words.naNever : words.naWhen({condition: lowerFirst(reader.plain(na))})}</p>
    </div>
  </details>`;
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** One item: the statement, its marks, how to decide, a remark, and what does not go with it. */
export function itemScreen(view: RaterView, item: GridItem): TemplateResult {
  const {grid, rating, reader, level} = view;
  const words = reader.words(frGrid);
  const items = inOrder(grid);
  const at = items.indexOf(item);
  const hints = rating.hints().filter((hint) => hint.items.includes(item.id));
  const write = (event: InputEvent): void => {
    const {value} = event.target as HTMLInputElement;
    view.change((changed) => changed.note(item.id, {...changed.noteOf(item.id), text: value}), item.id);
  };
  const next = items[at + 1];
  const before = items[at - 1];
  return html`<fieldset class="question" part="item" id=${item.id}>
      <legend>${itemPlace(view, item)}${title(level, 'item', reader.show(item.label))}</legend>
      ${marks(view, item)}
      ${hints.map((hint) => html`<div class="note quiet" role="status">${info}<p>${hintWords(view, hint)}</p></div>`)}
      ${guidance(view, item)}
      <div class="grid tight">
        <label for="note" class="small">${words.note}</label>
        <input class="field" id="note" part="field" autocomplete="off" maxlength=${NOTE_MAX} .value=${live(rating.noteOf(item.id)?.text ?? '')} @input=${write} />
        ${view.beside?.pin(item)}
      </div>
    </fieldset>
    <div class="ways">
      <button type="button" class="primary" part="next" @click=${() => view.go(next ? {kind: 'item', id: next.id} : {kind: 'result'})}>
        ${next ? words.next : words.toScores}${icons.next}
      </button>
      <button type="button" class="back" part="back" @click=${() => view.go(before ? {kind: 'item', id: before.id} : {kind: 'document'})}>
        ${icons.back}${before ? words.back : words.toFacts}
      </button>
      <button type="button" class="back" @click=${() => view.go({kind: 'result'})}>${words.toList}</button>
    </div>`;
}
