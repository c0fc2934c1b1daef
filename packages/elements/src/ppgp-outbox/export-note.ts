import {frOutbox as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../internal/icons.js';
import {confirmation} from './confirmation.js';
import type {ExportFile} from './export-file.js';
import type {PpgpOutbox} from './ppgp-outbox.js';

export const arrowDown = icon('M12 4v11M7 10.5l5 5 5-5M4.5 20h15');
const bin = icon('M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6');

/** For a browser inside an app, which keeps no file: the text itself, only when asked for. */
function asText({text}: ExportFile): TemplateResult {
  const all = (event: Event): void => (event.target as HTMLTextAreaElement).select();
  return html`<label for="text">${words.copy}</label>
    <textarea class="field" id="text" part="field" readonly spellcheck="false" .value=${text} @focus=${all}></textarea>`;
}

/** What was exported in this visit, and what may follow. Only the file that a collector can import lets anything be removed. */
export function exportNote(element: PpgpOutbox, file: ExportFile): TemplateResult {
  const {name, url, kind, exported} = file;
  const {items, unreadable} = exported;
  const count = items.length + unreadable.length;
  return html`<div class="note" part="exported" role="group" aria-labelledby="exported">
    ${arrowDown}
    <b id="exported" tabindex="-1">${words.exported({name})}</b>
    <p>${words.exportedNext({count: items.length})}</p>
    ${unreadable.length > 0 ? html`<p>${words.exportedMore({count: unreadable.length})}</p>` : nothing}
    ${kind === 'table' ? html`<p>${words.tableNext}</p>` : nothing}
    <div class="flow">
      ${
        kind === 'json'
          ? html`<button type="button" class="second" part="remove" @click=${() => element.goTo({kind: 'remove'}, 'sure')}>
            ${bin}${words.remove({count})}
          </button>`
          : nothing
      }
      <button type="button" part="keep" @click=${() => element.keep()}>${words.keep}</button>
    </div>
    <div class="flow">
      <a class="link" part="download" href=${url} download=${name}>${words.download}</a>
      ${
        element.step?.kind === 'text'
          ? nothing
          : html`<button type="button" part="copy" @click=${() => element.goTo({kind: 'text'}, 'text')}>${words.noFile}</button>`
      }
    </div>
    ${element.step?.kind === 'text' ? asText(file) : nothing}
  </div>`;
}

/** The second step: what is removed is gone from here. */
export function sureToRemove(element: PpgpOutbox, {name, exported}: ExportFile): TemplateResult {
  const count = exported.items.length + exported.unreadable.length;
  return confirmation({
    title: words.removeTitle({count}),
    next: words.removeNext({count, name}),
    yes: html`<button type="button" class="second" part="remove-yes" @click=${() => element.removeExported()}>${words.removeYes}</button>`,
    cancel: () => element.goTo(undefined, 'exported'),
  });
}
