import {frGrid} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {icon, icons} from '../internal/icons.js';
import {cell} from '../questions/cell.js';
import {title} from '../questions/frame.js';
import {inOrder, type RaterView, type Subject} from './rater-view.js';

const folder = icon('M3 6.5h6l2 2.5h10v10.5H3z');

/** Where the document is: on the device, or on this site. */
function opener(view: RaterView): TemplateResult {
  const words = view.reader.words(frGrid);
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) view.show(file);
    input.value = '';
  };
  const address = (event: Event): void => {
    const field = (event.target as HTMLElement).closest('details')?.querySelector('input');
    if (field?.value.trim()) view.show(field.value.trim());
  };
  return html`<div class="grid tight" part="opener">
    <b>${words.besideTitle}</b>
    <p class="small soft" id="beside-hint">${words.besideHint}</p>
    <div class="ways">
      <label class="second file"
        >${folder}${words.besideOpen}<input type="file" accept="image/*,application/pdf,.pdf" aria-describedby="beside-hint" @change=${take}
      /></label>
      ${view.beside?.opened()}
    </div>
    <details>
      <summary>${words.besideOnSite}</summary>
      <div class="grid tight">
        <label class="small" for="address">${words.besideAddress}</label>
        <input class="field" part="field" id="address" autocomplete="off" inputmode="url" />
        <button type="button" class="second" part="open-address" @click=${address}>${words.besideShow}</button>
      </div>
    </details>
    ${view.besideFailed ? html`<div class="note error" role="alert">${icons.warning}<p>${words.partFailed}</p></div>` : undefined}
  </div>`;
}

/** Before the items: which document, which version, who reads it, and what is true of it as a whole. */
export function documentScreen(view: RaterView): TemplateResult {
  const {grid, rating, reader, level, subject} = view;
  const words = reader.words(frGrid);
  const named = (name: keyof Subject, label: string, hint?: string): TemplateResult =>
    html`<div class="grid tight">
      <label for=${name}><b>${label}</b></label>
      ${hint && html`<p class="small soft" id=${`${name}-hint`}>${hint}</p>`}
      <input
        class="field"
        part="field"
        id=${name}
        autocomplete="off"
        maxlength="80"
        aria-describedby=${hint ? `${name}-hint` : ''}
        .value=${live(subject[name])}
        @input=${(event: InputEvent) => view.rename({[name]: (event.target as HTMLInputElement).value})}
        @change=${() => view.keep()}
      />
    </div>`;
  const first = inOrder(grid).find(({id}) => rating.markOf(id) === undefined) ?? grid.items[0];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (first) view.go({kind: 'item', id: first.id});
  };
  return html`<form novalidate autocomplete="off" @submit=${submit}>
    <div class="grid">${title(level, 'document', words.startTitle)}<p>${words.startLead}</p></div>
    ${named('title', words.documentLabel, words.documentHint)}
    <div class="pair">${named('version', words.versionLabel)}${named('rater', words.raterLabel, words.raterHint)}</div>
    ${opener(view)}
    ${
      grid.facts &&
      html`<fieldset class="question" part="facts">
        <legend><b>${words.factsTitle}</b></legend>
        <p class="small soft">${words.factsHint}</p>
        <div class="grid tight">
          ${grid.facts.map(({id, label}) =>
            cell({
              type: 'checkbox',
              look: 'choice',
              isChosen: rating.isTicked(id),
              choose: () => view.change((changed) => changed.tick(id, !changed.isTicked(id))),
              words: reader.show(label),
            }),
          )}
        </div>
      </fieldset>`
    }
    <div class="ways">
      <button type="submit" class="primary" part="next">
        ${Object.keys(rating.rated.marks).length > 0 ? words.goOn : words.begin}${icons.next}
      </button>
      <button type="button" class="back" part="to-dossier" @click=${() => view.go({kind: 'dossier'})}>${words.toDossier}</button>
      <button type="button" class="back" part="to-paper" @click=${() => view.go({kind: 'paper'})}>${words.toPaper}</button>
    </div>
    ${grid.origin && html`<details><summary>${words.origin}</summary><p class="small">${reader.show(grid.origin)}</p></details>`}
  </form>`;
}
