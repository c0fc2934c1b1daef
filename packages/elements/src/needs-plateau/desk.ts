import {frBoard} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {BoardView} from './board-view.js';

/** What a professional has beside the board: notes that stay in memory, and one press for the next family. */
export function desk(view: BoardView): TemplateResult {
  const words = view.reader.words(frBoard);
  return html`<section class="grid desk" part="desk">
    <label for="notes"><b>${words.notes}</b></label>
    <p class="small soft" id="notes-hint">${words.notesHint}</p>
    <textarea
      class="field"
      part="field"
      id="notes"
      autocomplete="off"
      aria-describedby="notes-hint"
      .value=${live(view.notes)}
      @input=${(event: InputEvent) => view.write((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <div class="flow"><button type="button" class="second" part="new-family" @click=${() => view.clear()}>${words.newFamily}</button></div>
  </section>`;
}
