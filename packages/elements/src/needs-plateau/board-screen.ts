import type {Id, Theme} from '@ppgp/schema';
import {frBoard} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import {cell} from '../questions/cell.js';
import {title} from '../questions/frame.js';
import {isHard, type BoardView} from './board-view.js';

/** One picture to touch: the native checkbox covers it all. */
const tile = (view: BoardView, theme: Theme): TemplateResult => {
  const {choosing, reader} = view;
  const isChosen = choosing.isChosen(theme.id);
  // Shows what is chosen at once: the rest of the screen follows once that is painted.
  const choose = ({currentTarget}: Event): void => {
    const {checked, parentElement} = currentTarget as HTMLInputElement;
    parentElement?.classList.toggle('chosen', checked);
    view.toggle(theme.id);
  };
  return html`<label class="cell tile ${isChosen ? 'chosen' : ''}" part="choice"
    ><input type="checkbox" .checked=${isChosen} @change=${choose} />${view.picture(theme)}<b>${reader.show(theme.label)}</b>${
      theme.hint === undefined ? nothing : html`<span class="small soft">${reader.show(theme.hint)}</span>`
    }<span class="mark checkbox" aria-hidden="true"></span
  ></label>`;
};

/** A family of themes on its own tinted ground. */
const family = (view: BoardView, set: {id: Id; label: Theme['label']}): TemplateResult => {
  const themes = view.board.themes.filter((theme) => theme.set === set.id);
  return html`<fieldset class="land" part="set">
    <legend><b>${view.reader.show(set.label)}</b></legend>
    <div class="tiles">${themes.map((theme) => tile(view, theme))}</div>
  </fieldset>`;
};

/** What stays with whom, in one sentence that is true. */
export function promise({reader, share}: BoardView): TemplateResult {
  const words = reader.words(frBoard);
  const sentence = share === 'all' ? words.mayLeaveAll : share === 'themes' ? words.mayLeave : words.staysHere;
  return html`<p class="status small soft" part="promise">${icons.shield}<span>${sentence}</span></p>`;
}

/** « Je me pose des questions sur… »: pictures to choose from, as many as one likes. */
export function boardScreen(view: BoardView): TemplateResult {
  const {board, choosing, reader, level, said} = view;
  const words = reader.words(frBoard);
  const others = board.themes.filter(({set}) => set === undefined);
  const shown = board.sets.filter(({id}) => board.themes.some(({set}) => set === id));
  return html`<div class="grid">
      ${title(level, 'board', reader.show(board.title))}
      <p>${words.lead}</p>
      ${said ? html`<p class="status small" part="status">${icons.check}<span>${said}</span></p>` : nothing}
      ${promise(view)}
    </div>
    <div class="lands">${shown.filter(({id}) => !isHard(board, id)).map((set) => family(view, set))}</div>
    <fieldset class="bar">
      <legend class="hidden">${words.others}</legend>
      ${others.map((theme) =>
        cell({
          type: 'checkbox',
          look: 'pill',
          isChosen: choosing.isChosen(theme.id),
          choose: () => view.toggle(theme.id),
          words: reader.show(theme.label),
        }),
      )}
      ${shown
        .filter(({id}) => isHard(board, id))
        .map(
          ({id, label}) =>
            html`<button type="button" part="hard" @click=${() => view.go({kind: 'hard', set: id})}>${reader.show(label)}</button>`,
        )}
    </fieldset>
    <div class="onward">
      <button
        type="button"
        class="primary"
        part="next"
        @click=${() => view.go(choosing.subjects.length > 0 ? {kind: 'piles'} : {kind: 'show'})}
      >
        ${words.goOn({count: choosing.chosen.length})}${icons.next}
      </button>
    </div>`;
}
