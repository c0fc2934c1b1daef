import {frKinds} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {group} from './frame.js';
import {partId, type QuestionView} from './question-view.js';

const MONTHS = Array.from({length: 12}, (_, index) => index + 1);

type Part = 'year' | 'month' | 'day';
type Parts = Record<Part, string>;

const padded = (digits: string): string => (/^\d$/.test(digits) ? `0${digits}` : digits);

/** « YYYY-MM-DD » or « YYYY-MM », also where parts are missing or wrong; undefined where there is nothing. */
export function dateFrom({year, month, day}: Parts, unit: 'day' | 'month'): string | undefined {
  const parts = unit === 'day' ? [year, month, day] : [year, month];
  return parts.join('') === '' ? undefined : parts.map((part) => padded(part.trim())).join('-');
}

/** A day or a month in fields of its parts: no calendar to leaf through for a birthday. */
export const date: QuestionView = (context) => {
  const {asked, asker, problems} = context;
  const {question, answer} = asked;
  if (question.type !== 'date') return group(context, html``);
  const {id, unit} = question;
  const words = asker.reader.words(frKinds);
  const typed = asker.typed.get(id) ?? '';
  const [year = '', month = '', day = ''] = (
    typeof answer === 'string' ? (dateFrom(partsOf(typed), unit) === answer ? typed : answer) : ''
  ).split('-');
  const parts: Parts = {year, month, day};
  const write = (part: Part) => (event: Event) => {
    const value = (event.target as HTMLInputElement | HTMLSelectElement).value.replaceAll('-', '');
    const next = {...parts, [part]: value};
    asker.typed.set(id, [next.year, next.month, next.day].join('-'));
    asker.change(id, (session) => session.answer(id, dateFrom(next, unit)));
  };
  const isWrong = problems.length > 0 ? 'true' : 'false';
  const digits = (part: Part, name: string, length: number): TemplateResult => html`<div class="part">
    <label class="small" for=${partId(id, part)}>${name}</label>
    <input
      class="field short"
      part="field"
      id=${partId(id, part)}
      inputmode="numeric"
      maxlength=${length}
      autocomplete="off"
      aria-invalid=${isWrong}
      .value=${parts[part]}
      @input=${write(part)}
    />
  </div>`;
  const option = (value: string, name: string): TemplateResult =>
    html`<option value=${value} .selected=${padded(value) === padded(month)}>${name}</option>`;
  const body = html`<div class="parts">
    ${unit === 'day' ? digits('day', words.day, 2) : nothing}
    <div class="part">
      <label class="small" for=${partId(id, 'month')}>${words.month}</label>
      <select class="field" part="field" id=${partId(id, 'month')} aria-invalid=${isWrong} @change=${write('month')}>
        ${option('', words.monthChoose)}${MONTHS.map((one) => option(padded(String(one)), words.months({month: one})))}
      </select>
    </div>
    ${digits('year', words.year, 4)}
  </div>`;
  return group(context, body);
};

function partsOf(typed: string): Parts {
  const [year = '', month = '', day = ''] = typed.split('-');
  return {year, month, day};
}
