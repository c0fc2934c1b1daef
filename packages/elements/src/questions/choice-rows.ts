import type {Choice} from '@ppgp/schema';
import {html, type TemplateResult} from 'lit';
import {cell} from './cell.js';
import type {QuestionContext} from './question-view.js';

/** How the choices of a question are pressed. */
interface Rows {
  type: 'radio' | 'checkbox';
  /** All of the question, unless told. */
  choices?: readonly Choice[];
  chosen: readonly unknown[];
  isDisabled?: (choice: Choice) => boolean;
  choose: (choice: Choice) => void;
}

/** Choices one under the other: « rien de tout cela », « je ne sais pas » stand apart. */
export function choiceRows(context: QuestionContext, {type, choices, chosen, isDisabled, choose}: Rows): TemplateResult {
  const {asked, asker, otherField} = context;
  const {question} = asked;
  const isDocument = 'choices' in question && typeof question.choices === 'object' && 'from' in question.choices;
  const look = isDocument ? 'document' : 'pictogram';
  const row = (choice: Choice): TemplateResult => {
    const {id, hint, picture, role} = choice;
    const isChosen = chosen.includes(id);
    const said = asker.reader.showChoice(question, choice);
    const isOff = isDisabled?.(choice) === true;
    const place = role === 'exclusive' || role === 'na' ? 'choice apart' : 'choice';
    const drawn = cell({
      type,
      name: question.id,
      value: id,
      look: isOff ? `${place} disabled` : place,
      isChosen,
      isDisabled: isOff,
      choose: () => choose(choice),
      words: hint ? html`${said}<span class="sub small soft">${asker.reader.show(hint)}</span>` : said,
      picture: picture ? html`<img class=${look} src=${asker.resolve(picture)} alt="" />` : undefined,
    });
    // Always the same for one choice, so that its control stays when it is chosen.
    return role === 'other' ? html`<div class="grid">${drawn}${isChosen ? otherField?.(context) : undefined}</div>` : drawn;
  };
  return html`<div class="grid">${(choices ?? asked.choices).map(row)}</div>`;
}
