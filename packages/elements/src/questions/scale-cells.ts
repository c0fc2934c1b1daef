import type {Choice, Question} from '@ppgp/schema';
import {html, type TemplateResult} from 'lit';
import {face, icons} from '../internal/icons.js';
import type {Reader} from '../internal/reader.js';

interface Cells {
  question: Question;
  choices: readonly Choice[];
  reader: Reader;
  /** Name of the radio group. */
  name: string;
  chosen: unknown;
  choose(code: string): void;
}

/** A short scale as pills on one line; the word stands in each. Faces are drawn only for three choices, best first. */
export function scaleCells(look: 'faces' | 'words' | 'numbers', {question, choices, reader, name, chosen, choose}: Cells): TemplateResult {
  const faces = look === 'faces' && choices.length === 3;
  return html`<div class="cells">
    ${choices.map(
      (choice, index) => html`<label class="cell ${faces ? 'face' : 'pill'}${chosen === choice.id ? ' chosen' : ''}" part="choice"
        ><input type="radio" name=${name} value=${choice.id} .checked=${chosen === choice.id} @change=${() => choose(choice.id)} />${
          faces ? face(index) : ''
        }<span class="mark" aria-hidden="true">${icons.check}</span><span>${reader.showChoice(question, choice)}</span></label
      >`,
    )}
  </div>`;
}

/** How a scale looks unless the definition says: the ready-made faces as faces, the rest as words. */
export function lookOf(question: Question): 'faces' | 'words' | 'numbers' {
  if (question.type !== 'scale' && question.type !== 'matrix') return 'words';
  return question.look ?? (question.choices === 'faces3' ? 'faces' : 'words');
}
