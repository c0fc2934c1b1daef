import {fr, frForm, frKinds} from '@ppgp/words';
import {html} from 'hono/html';
import {DECLINED, part, type DatePart} from './fields.js';
import {icons} from './icons.js';
import {describedBy, describes, partId, problemOf, type Page} from './question-frame.js';
import type {Shown} from './questions-of.js';
import type {Html} from './wording.js';

const MONTHS = Array.from({length: 12}, (_, index) => index + 1);

const invalid = (page: Page, one: Shown): string => (problemOf(page, one) ? 'true' : 'false');

/** What stands in a field that is typed in. */
const typed = ({fields}: Page, {question}: Shown): string => {
  const [first = '', ...more] = fields.getAll(question.id);
  return first === DECLINED && more.length === 0 && question.decline === true ? '' : first;
};

/** Free text. A parser leaves out the first line's end, so there is one more. */
export function textField(page: Page, one: Shown, control: string): Html {
  const {question} = one;
  if (question.type !== 'text') return html``;
  const {id, max, lines = 3} = question;
  const names = partId('names', id);
  const count = partId('count', id);
  return html`<p class="status small soft" id="${names}">${icons.lock}<span>${page.wording.words(fr).noNames}</span></p>
    <div class="stack">
      <textarea class="field" id="${control}" name="${id}" rows="${lines}" autocomplete="off" ${describes(`${describedBy(page, one)} ${names} ${count}`.trim())} aria-invalid="${invalid(page, one)}">
${typed(page, one)}</textarea>
      <p class="small soft" id="${count}">${page.wording.words(frForm).atMostLetters({max})}</p>
    </div>`;
}

/** A short field for a number, with its unit beside it. */
export function numberField(page: Page, one: Shown, control: string): Html {
  const {question} = one;
  if (question.type !== 'number') return html``;
  const {id, unit, integer = false, min = 0} = question;
  const unitId = partId('unit', id);
  return html`<div class="flow">
    <input
      class="field short"
      id="${control}"
      name="${id}"
      value="${typed(page, one)}"
      inputmode="${min < 0 ? 'text' : integer ? 'numeric' : 'decimal'}"
      autocomplete="off"
      ${describes([describedBy(page, one), unit === undefined ? '' : unitId].filter(Boolean).join(' '))}
      aria-invalid="${invalid(page, one)}"
    />${unit === undefined ? '' : html`<span id="${unitId}">${page.wording.show(unit, `${id}.unit`)}</span>`}
  </div>`;
}

/** The parts of a date as they were typed, or those of one that came whole. */
function partTyped(page: Page, one: Shown, name: DatePart): string {
  const own = page.fields.get(part(one.question.id, name));
  if (own !== null) return own;
  const [year = '', month = '', day = ''] = typed(page, one).split('-');
  return {year, month, day}[name];
}

/** A day or a month in fields of its parts: no calendar to leaf through for a birthday. */
export function dateParts(page: Page, one: Shown): Html {
  const {question} = one;
  if (question.type !== 'date') return html``;
  const {id, unit} = question;
  const words = page.wording.words(frKinds);
  const described = describedBy(page, one);
  const attributes = (name: DatePart): {id: string; name: string} => ({id: partId('field', part(id, name)), name: part(id, name)});
  const digits = (name: DatePart, label: string, length: number): Html => {
    const {id: control, name: fieldName} = attributes(name);
    return html`<div class="part ${name}">
      <label class="small" for="${control}">${label}</label>
      <input
        class="field"
        id="${control}"
        name="${fieldName}"
        value="${partTyped(page, one, name)}"
        inputmode="numeric"
        maxlength="${length}"
        autocomplete="off"
        ${describes(described)}
        aria-invalid="${invalid(page, one)}"
      />
    </div>`;
  };
  const chosen = Number(partTyped(page, one, 'month'));
  const month = attributes('month');
  const option = (value: number): Html =>
    html`<option value="${String(value).padStart(2, '0')}" ${value === chosen ? 'selected' : ''}>${words.months({month: value})}</option>`;
  return html`<div class="parts">
    ${unit === 'day' ? digits('day', words.day, 2) : ''}
    <div class="part">
      <label class="small" for="${month.id}">${words.month}</label>
      <select class="field" id="${month.id}" name="${month.name}" ${describes(described)} aria-invalid="${invalid(page, one)}">
        <option value="">${words.monthChoose}</option>
        ${MONTHS.map(option)}
      </select>
    </div>
    ${digits('year', words.year, 4)}
  </div>`;
}
