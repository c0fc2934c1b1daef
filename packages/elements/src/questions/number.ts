import {html, nothing} from 'lit';
import {describedBy, field} from './frame.js';
import {partId, type QuestionView} from './question-view.js';

const WRITTEN = /^-?\d+(\.\d+)?$/;

/** What was typed as a number, the French way or the other; as it was typed where it is none; undefined where there is nothing. */
export function numberIn(typed: string): number | string | undefined {
  const bare = typed.replace(/\s/g, '').replace(',', '.');
  if (bare === '') return undefined;
  return WRITTEN.test(bare) ? Number(bare) : typed;
}

/** A short field for a number, with its unit beside it. */
export const number: QuestionView = (context) => {
  const {asked, asker, problems} = context;
  const {question, answer} = asked;
  if (question.type !== 'number') return field(context);
  const {id, unit, integer = false, min = 0} = question;
  const control = partId(id, 'field');
  const typed = asker.typed.get(id) ?? '';
  // What was typed stays as it was typed, « 12,50 » too, as long as it means the answer.
  const shown = numberIn(typed) === (answer ?? undefined) ? typed : typeof answer === 'number' ? String(answer).replace('.', ',') : '';
  const write = (event: InputEvent): void => {
    const {value} = event.target as HTMLInputElement;
    asker.typed.set(id, value);
    asker.change(id, (session) => session.answer(id, numberIn(value)));
  };
  const body = html`<div class="flow">
    <input
      class="field short"
      part="field"
      id=${control}
      inputmode=${min < 0 ? 'text' : integer ? 'numeric' : 'decimal'}
      autocomplete="off"
      aria-describedby=${describedBy(context, ...(unit ? ['unit'] : []))}
      aria-invalid=${problems.length > 0 ? 'true' : 'false'}
      .value=${shown}
      @input=${write}
    />${unit ? html`<span id=${partId(id, 'unit')}>${asker.reader.show(unit, `${id}.unit`)}</span>` : nothing}
  </div>`;
  return field(context, body, control);
};
