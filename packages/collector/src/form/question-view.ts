import type {Board, Choice, QuestionType} from '@ppgp/schema';
import {isPerMaterial} from '@ppgp/session';
import {fr, frForm, frKinds} from '@ppgp/words';
import {html} from 'hono/html';
import {bySet} from './board-form.js';
import {choiceRows, errorOf, firstChoice, lookOf, otherField, scaleLine} from './choice-view.js';
import {part} from './fields.js';
import {describes, field, group, errorLine, partId, problemOf, statement, type Page} from './question-frame.js';
import {dateParts, numberField, textField} from './typed-view.js';
import type {Shown} from './questions-of.js';
import type {Html} from './wording.js';
import {placesOf} from './write-fields.js';

type View = (page: Page, one: Shown) => Html;

const single: View = (page, one) =>
  group(page, one, choiceRows(page, one, {type: 'radio', name: one.question.id, choices: one.choices, ...errorOf(page, one)}));

function multiple(page: Page, one: Shown): Html {
  const {question, choices} = one;
  const words = page.wording.words(fr);
  const max = question.type === 'multiple' ? question.max : undefined;
  const boxes = (some: readonly Choice[]): Html =>
    choiceRows(page, one, {type: 'checkbox', name: question.id, choices: some, ...errorOf(page, one)});
  const body = page.board === undefined ? boxes(choices) : inSets(page, page.board, choices, boxes);
  return group(page, one, body, max === undefined ? words.several : words.atMost({max}));
}

/** A board's themes, each set under its name. */
const inSets = (page: Page, board: Board, choices: readonly Choice[], boxes: (some: readonly Choice[]) => Html): Html =>
  html`${bySet(board, choices).map(({set, choices}) =>
    set === undefined
      ? boxes(choices)
      : html`<fieldset class="row" id="${partId('set', set.id)}">
          <legend>${page.wording.show(set.label)}</legend>
          ${boxes(choices)}
        </fieldset>`,
  )}`;

/** Faces or numbers stand on one line, and « pas concerné » apart under it; words stand one under the other. */
function scale(page: Page, one: Shown): Html {
  const {question, choices} = one;
  const radios = {type: 'radio', name: question.id, choices, ...errorOf(page, one)} as const;
  if (lookOf(question) === 'words') return group(page, one, choiceRows(page, one, radios));
  const apart = choices.filter(({role}) => role !== undefined);
  const line = scaleLine(page, one, {...radios, choices: choices.filter(({role}) => role === undefined)});
  return group(page, one, html`${line}${apart.length === 0 ? '' : choiceRows(page, one, {...radios, choices: apart})}`);
}

function matrixRow(page: Page, one: Shown, row: Choice): Html {
  const {question, choices} = one;
  const name = part(question.id, row.id);
  const problem = problemOf(page, one, row);
  const error = partId('error', name);
  const source = row.picture === undefined ? undefined : page.resolve(row.picture);
  const isDocument = question.type === 'matrix' && isPerMaterial(question);
  return html`<fieldset class="row" id="${partId('row', name)}" ${describes(problem ? error : '')}>
    <legend>
      ${source === undefined ? '' : html`<img class="${isDocument ? 'document' : 'thumb'}" src="${source}" alt="" />`}<span
        >${page.wording.showChoice(question, row)}</span
      >
    </legend>
    ${problem ? errorLine(name, problem) : ''}${scaleLine(page, one, {type: 'radio', name, choices, ...(problem ? {describedBy: error} : errorOf(page, one))})}
  </fieldset>`;
}

const matrix: View = (page, one) => group(page, one, html`<div class="matrix">${one.rows.map((row) => matrixRow(page, one, row))}</div>`);

/** Places to fill, each a list of all that can be ranked: no script, no dragging. */
function ranking(page: Page, one: Shown): Html {
  const {question, choices} = one;
  const {id} = question;
  const words = page.wording.words(frForm);
  const max = placesOf(question, choices.length);
  const place = (_: unknown, index: number): Html => {
    const name = part(id, index + 1);
    const chosen = page.fields.get(name) ?? '';
    const option = (choice: Choice): Html =>
      html`<option value="${choice.id}" ${chosen === choice.id ? 'selected' : ''}>${page.wording.choice(question, choice)}</option>`;
    return html`<li>
      <label class="small" for="${partId('field', name)}">${words.rank({place: index + 1})}</label>
      <select class="field" id="${partId('field', name)}" name="${name}" ${describes(errorOf(page, one).describedBy ?? '')}>
        <option value="">${words.rankNone}</option>
        ${choices.map(option)}
      </select>
    </li>`;
  };
  const other = choices.find(({role}) => role === 'other');
  const body = html`<ol class="ranks">
      ${Array.from({length: max}, place)}
    </ol>
    ${other ? otherField(page, question, other) : ''}`;
  return group(page, one, body, page.wording.words(frKinds).rankAtMost({max}));
}

function yesOrNo(page: Page, one: Shown): Html {
  const words = page.wording.words(frKinds);
  const choices = yesNo(words);
  const {question} = one;
  const body = scaleLine(page, one, {type: 'radio', name: question.id, choices, ...errorOf(page, one)});
  const quoted = question.type === 'consent' ? page.shown.find((other) => other.question.id === question.of)?.number : undefined;
  return group(page, one, body, quoted === undefined ? undefined : page.wording.words(frForm).about({number: quoted}));
}

const yesNo = (words: {yes: string; no: string}): readonly Choice[] => [
  {id: 'oui', label: words.yes},
  {id: 'non', label: words.no},
];

const control = ({question: {id}}: Shown): string => partId('field', id);
const text: View = (page, one) => field(page, one, control(one), textField(page, one, control(one)));
const number: View = (page, one) => field(page, one, control(one), numberField(page, one, control(one)));
const date: View = (page, one) => group(page, one, dateParts(page, one));

const VIEWS: Readonly<Record<QuestionType, View>> = {
  single,
  multiple,
  scale,
  matrix,
  ranking,
  boolean: yesOrNo,
  consent: yesOrNo,
  number,
  date,
  text,
  statement,
  section: statement,
};

export const questionView: View = (page, one) => VIEWS[one.question.type](page, one);

/** The id of the control that a link of the summary leads to. */
export function firstControl({question, choices, rows}: Shown, row: string | undefined): string {
  const {id, type} = question;
  if (type === 'matrix') return firstChoice(part(id, row ?? rows[0]?.id ?? ''), choices);
  if (type === 'boolean' || type === 'consent') return partId('choice', `${id}.oui`);
  if (type === 'ranking') return partId('field', part(id, 1));
  if (question.type === 'date') return partId('field', part(id, question.unit === 'day' ? 'day' : 'month'));
  if (type === 'text' || type === 'number') return partId('field', id);
  return firstChoice(id, choices);
}
