import type {Choice} from '@ppgp/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import {isApart, type QuestionContext} from './question-view.js';

interface Row {
  kind: 'radio' | 'checkbox';
  chosen: boolean;
  disabled?: boolean;
  choose: () => void;
}

/** One choice: the native control covers the row, so that the whole row is its target and its focus ring. */
export function choiceRow(context: QuestionContext, choice: Choice, {kind, chosen, disabled = false, choose}: Row): TemplateResult {
  const {asked, reader, resolve} = context;
  const state = `${chosen ? ' chosen' : ''}${disabled ? ' disabled' : ''}${isApart(choice) ? ' apart' : ''}`;
  return html`<div class="grid">
    <label class="cell choice${state}" part="choice">
      <input type=${kind} name=${asked.question.id} value=${choice.id} .checked=${chosen} ?disabled=${disabled} @change=${choose} />
      <span class="mark ${kind === 'radio' ? '' : 'square'}" aria-hidden="true">${icons.check}</span>
      <span
        >${reader.showChoice(asked.question, choice)}${choice.hint === undefined ? nothing : html`<span class="sub small soft">${reader.show(choice.hint)}</span>`}</span
      >
      ${choice.picture === undefined ? nothing : html`<img class="document" src=${resolve(choice.picture)} alt="" />`}
    </label>
    ${choice.role === 'other' && chosen ? context.otherField?.(context) : nothing}
  </div>`;
}
