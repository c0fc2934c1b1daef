import type {Id} from '@ppgp/schema';
import {frBoard} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icon, icons} from '../internal/icons.js';
import {cell} from '../questions/cell.js';
import {title} from '../questions/frame.js';
import type {BoardView, HelpLine} from './board-view.js';

const phone = icon(
  'M6 3.5h3.5l1.5 5L8.5 10c1 2.5 3 4.5 5.5 5.5l1.5-2.5 5 1.5V18a2.5 2.5 0 0 1-2.8 2.5C10.5 19.5 4.5 13.5 3.5 6.3A2.5 2.5 0 0 1 6 3.5z',
);
const leave = icon('M10 4H5v16h5M9 12h11M16 8l4 4-4 4', 'flip');

/** Black, at the top, first by keyboard: on every screen that shows something sensitive. */
export const exitButton = (view: BoardView): TemplateResult =>
  html`<div class="flow exit">
    <button type="button" class="leave" part="exit" aria-describedby="exit-how" @click=${() => view.exit()}>
      ${leave}${view.reader.words(frBoard).exit}
    </button>
  </div>`;

/** Honest about what it cannot hide. */
export const exitHow = (view: BoardView): TemplateResult => html`<p class="small soft" id="exit-how">${view.exitHow}</p>`;

function helpLine({reader}: BoardView, line: HelpLine): TemplateResult {
  const name = reader.plain(line.label);
  const label = reader.words(frBoard).call({name, phone: line.phone});
  return html`<li>
    <span>${reader.show(line.label)}</span>
    <a class="second call" part="call" href=${`tel:${line.phone.replace(/[^\d+]/g, '')}`} aria-label=${label}>${phone}<span>${line.phone}</span></a>
  </li>`;
}

/** Whom to call at once. */
export function help(view: BoardView, lines: readonly HelpLine[]): TemplateResult {
  const words = view.reader.words(frBoard);
  const oldest = lines.map(({checked}) => checked).sort()[0] ?? '';
  return html`<div class="help ${view.printsHard ? 'printed' : ''}" part="help">
    <b>${words.helpTitle}</b>
    <ul>
      ${lines.map((line) => helpLine(view, line))}
    </ul>
    <p class="small soft">${words.checked({day: oldest})}</p>
  </div>`;
}

/** What is hard to say: words only, no picture, nothing red; numbers to call, and a way out. */
export function hardScreen(view: BoardView, set: Id): TemplateResult {
  const {board, choosing, reader, level} = view;
  const words = reader.words(frBoard);
  const label = board.sets.find(({id}) => id === set)?.label ?? '';
  return html`${exitButton(view)}
    <div class="grid">
      ${title(level, 'hard', reader.show(label))}
      <p>${words.hardLead}</p>
    </div>
    <fieldset class="grid">
      <legend class="hidden">${reader.show(label)}</legend>
      ${board.themes
        .filter((theme) => theme.set === set)
        .map((theme) =>
          cell({
            type: 'checkbox',
            look: 'choice',
            isChosen: choosing.isChosen(theme.id),
            choose: () => view.toggle(theme.id),
            words: reader.show(theme.label),
          }),
        )}
    </fieldset>
    <p class="status small soft">${icons.shield}<span>${view.share === 'all' ? words.hardMayLeave : words.hardStays}</span></p>
    ${help(view, view.help)}
    <div class="flow">
      <button type="button" class="second" part="back" @click=${() => view.go({kind: 'board'})}>${icons.back}${words.toBoard}</button>
    </div>
    ${exitHow(view)}`;
}
