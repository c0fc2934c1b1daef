import type {Theme} from '@ppgp/schema';
import {frBoard} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icon, icons} from '../internal/icons.js';
import {cell} from '../questions/cell.js';
import {title} from '../questions/frame.js';
import {promise} from './board-screen.js';
import {isDelicate, type BoardView} from './board-view.js';
import {exitButton, exitHow, help} from './hard-screen.js';

const printer = icon('M7 8V3h10v5M7 17H4V9.5A1.5 1.5 0 0 1 5.5 8h13A1.5 1.5 0 0 1 20 9.5V17h-3M7 14h10v7H7z');
const squares = icon('M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v6h-6M17 17.5h.01');
const bin = icon('M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6');

const shown = (view: BoardView, theme: Theme, index?: number): TemplateResult =>
  html`<li class="tile ${index === undefined ? 'put-off' : 'of-today'} ${theme.sensitive === true ? 'delicate' : ''} ${view.printsHard ? 'printed' : ''}">
    ${theme.sensitive === true ? nothing : view.picture(theme)}<b>${view.reader.show(theme.label)}</b>${
      index === undefined ? nothing : html`<span class="rank">${index + 1}</span>`
    }
  </li>`;

/** What is said where there is nothing to speak of. */
function kindly({choosing, reader, level}: BoardView): TemplateResult {
  const words = reader.words(frBoard);
  const [said, lead] = choosing.chosen.length > 0 ? [words.fineTitle, words.fineLead] : [words.nothingTitle, words.nothingLead];
  return html`<div class="grid">${title(level, 'show', said)}<p>${lead}</p></div>`;
}

/** What was chosen, in large, for the person who receives the family. */
function picture(view: BoardView): TemplateResult {
  const {board, choosing, reader, level} = view;
  const words = reader.words(frBoard);
  const {today, later} = choosing;
  return html`<p class="title on-paper">${reader.show(board.title)}</p>
    <div class="grid on-screen">${title(level, 'show', words.showTitle)}<p>${words.showLead}</p></div>
    ${
      today.length > 0
        ? html`<section class="grid" part="today" aria-labelledby="shown-today"><b id="shown-today">${words.today}</b>
            <ol class="tiles">${today.map((theme, index) => shown(view, theme, index))}</ol></section>`
        : nothing
    }
    ${
      later.length > 0
        ? html`<section class="grid" part="later" aria-labelledby="shown-later"><b id="shown-later">${words.later}</b>
            <ul class="tiles">${later.map((theme) => shown(view, theme))}</ul></section>`
        : nothing
    }`;
}

/** The same choices on another screen: nothing is stored by any server. */
function code({qr, reader, choosing}: BoardView): TemplateResult | typeof nothing {
  if (qr === undefined) return nothing;
  const words = reader.words(frBoard);
  if (typeof qr === 'string') return html`<p class="status error" part="status">${icons.warning}<span>${qr}</span></p>`;
  const hasHard = choosing.chosen.some(({sensitive}) => sensitive === true);
  return html`<div class="note code" part="qr">
    ${qr}<b id="qr" tabindex="-1">${words.qrTitle}</b>
    <p>${words.qrLead} ${hasHard ? words.qrWithoutHard : nothing}</p>
  </div>`;
}

/** What a parent may do with it: send the codes where the board is shared, print, hand over, erase. */
function ways(view: BoardView): TemplateResult {
  const {choosing, reader, share} = view;
  const words = reader.words(frBoard);
  const hasHard = isDelicate(view);
  const isSendable = choosing.chosen.some(({sensitive}) => share === 'all' || sensitive !== true);
  const send = isSendable
    ? html`<button type="button" class="primary" part="send" @click=${() => view.send()}>${words.send}${icons.next}</button>`
    : html`<p class="small soft">${words.sendNothing}</p>`;
  return html`${share === 'nothing' || choosing.chosen.length === 0 ? nothing : send}
    ${
      choosing.subjects.length > 0
        ? html`<div class="flow">
              <button type="button" class="second" part="print" @click=${() => view.print()}>${printer}${words.print}</button>
              <button type="button" class="second" part="show-qr" @click=${() => view.showQr()}>${squares}${words.qr}</button>
            </div>
            ${
              hasHard
                ? cell({
                    type: 'checkbox',
                    look: 'choice',
                    isChosen: view.printsHard,
                    choose: () => view.printHard(!view.printsHard),
                    words: words.printHard,
                  })
                : nothing
            }`
        : nothing
    }
    <div class="flow">
      <button type="button" class="back" part="back" @click=${() => view.go({kind: choosing.subjects.length > 0 ? 'piles' : 'board'})}>
        ${icons.back}${words.back}
      </button>
      <button type="button" part="erase" @click=${() => view.clear()}>${bin}${words.erase}</button>
    </div>`;
}

/** The end of the way: what to show, whom to call, what now. */
export function showScreen(view: BoardView): TemplateResult {
  const {choosing, said} = view;
  const hasHard = isDelicate(view);
  return html`${hasHard ? exitButton(view) : nothing}
    ${choosing.subjects.length > 0 ? picture(view) : kindly(view)}
    ${said ? html`<p class="status" part="status">${icons.check}<span>${said}</span></p>` : nothing}
    ${view.contact}${hasHard ? help(view, view.help) : nothing} ${ways(view)} ${code(view)} ${promise(view)} ${hasHard ? exitHow(view) : nothing}`;
}
