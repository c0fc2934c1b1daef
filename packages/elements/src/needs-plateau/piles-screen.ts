import type {Theme} from '@ppgp/schema';
import {frBoard} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icon, icons} from '../internal/icons.js';
import {title} from '../questions/frame.js';
import {isDelicate, type BoardView} from './board-view.js';
import {exitButton, exitHow} from './hard-screen.js';

const down = icon('M12 5v14M6 13l6 6 6-6');
const up = icon('M12 19V5M6 11l6-6 6 6');

/** A theme in its pile, with the one button that sends it to the other. */
function line(view: BoardView, theme: Theme, where: 'today' | 'later'): TemplateResult {
  const words = view.reader.words(frBoard);
  const isToday = where === 'today';
  return html`<li id=${`pile-${theme.id}`} tabindex="-1">
    ${theme.sensitive === true ? nothing : view.picture(theme)}
    <span><b>${view.reader.show(theme.label)}</b></span>
    <button type="button" class="second" part="move" @click=${() => view.move(theme, isToday ? 'later' : 'today')}>
      ${isToday ? down : up}${isToday ? words.toLater : words.toToday}<span class="hidden"> : ${view.reader.plain(theme.label)}</span>
    </button>
  </li>`;
}

/** « Savoir différer »: three subjects are enough for a day; what is put off is kept in sight, never grey. */
export function pilesScreen(view: BoardView): TemplateResult {
  const {choosing, reader, level, said} = view;
  const words = reader.words(frBoard);
  const {today, later, todayMax: max} = choosing;
  return html`${isDelicate(view) ? exitButton(view) : nothing}
    <div class="flow"><button type="button" class="back" part="back" @click=${() => view.go({kind: 'board'})}>${icons.back}${words.toBoard}</button></div>
    <div class="grid">
      ${title(level, 'piles', words.pilesTitle)}
      <p>${max === 1 ? words.pilesLeadOne : words.pilesLead({max})}</p>
    </div>
    <div class="piles">
      <section class="pile now" part="today" aria-labelledby="today">
        <p class="flow"><b id="today">${words.today}</b><span class="place">${words.todayCount({count: today.length, max})}</span></p>
        <ul>
          ${today.map((theme) => line(view, theme, 'today'))}
          ${choosing.isFull ? nothing : html`<li class="free">${later.length > 0 || today.length > 0 ? words.onePlace : words.nothingToday}</li>`}
        </ul>
      </section>
      <section class="pile" part="later" aria-labelledby="later">
        <p class="flow"><b id="later">${words.later}</b><span class="place">${later.length}</span></p>
        <ul>
          ${later.map((theme) => line(view, theme, 'later'))}
        </ul>
        <p class="small">${words.laterKind}</p>
      </section>
    </div>
    ${said ? html`<p class="status" part="status">${icons.clock}<span>${said}</span></p>` : nothing}
    <div class="onward">
      <button type="button" class="primary" part="next" @click=${() => view.go({kind: 'show'})}>${words.done}${icons.next}</button>
    </div>
    ${isDelicate(view) ? exitHow(view) : nothing}`;
}
