import {frGrid} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {icons} from '../internal/icons.js';
import {cell} from '../questions/cell.js';
import {title} from '../questions/frame.js';
import {inOrder, type RaterView, type Subject} from './rater-view.js';

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
    </div>
    ${grid.origin && html`<details><summary>${words.origin}</summary><p class="small">${reader.show(grid.origin)}</p></details>`}
  </form>`;
}
