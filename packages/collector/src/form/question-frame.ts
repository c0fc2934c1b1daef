import type {Board, Choice} from '@ppgp/schema';
import {frConfigured, frFirst, frForm} from '@ppgp/words';
import {html} from 'hono/html';
import {conditionInWords, type Telling} from './condition-in-words.js';
import {DECLINED} from './fields.js';
import {icons} from './icons.js';
import type {Told} from './problem-words.js';
import type {Shown} from './questions-of.js';
import type {Html} from './wording.js';

/** What the questions of a page need to be drawn. */
export interface Page extends Telling {
  /** Of which this is the form: its themes stand in their sets. */
  board?: Board | undefined;
  /** What was typed so far, as it was sent. */
  fields: URLSearchParams;
  problems: readonly Told[];
  /** An address of the definition as one of this host; undefined for pictures elsewhere, which the page's policy refuses. */
  resolve(url: string): string | undefined;
}

/** Ids in the page. The names of definitions hold no colon. */
export const partId = (part: string, name: string): string => `${part}:${name}`;

export const isOn = (page: Page, name: string, value: string): boolean => page.fields.getAll(name).includes(value);

/** What is wrong with the question itself, or with one of its rows. */
export const problemOf = ({problems}: Page, {question}: Shown, row?: Choice): Told | undefined =>
  problems.find((one) => one.question === question.id && one.row === row?.id);

export const errorLine = (name: string, {sentence}: Told): Html =>
  html`<p class="status error" id="${partId('error', name)}">${icons.warning}<span>${sentence}</span></p>`;

/** The lines that describe a question's controls, in their order: what they say and their ids. */
function linesOf(page: Page, one: Shown, more?: string): {ids: string[]; lines: Html[]} {
  const {question, condition, rowCondition} = one;
  const {id, hint, type} = question;
  const {wording} = page;
  const words = wording.words(frForm);
  const said = condition && {condition: conditionInWords(condition, page)};
  const when = said && (type === 'section' ? words.partIf(said) : type === 'statement' ? words.readIf(said) : words.onlyIf(said));
  const rows = rowCondition && words.rowsIf({condition: conditionInWords(rowCondition, page)});
  const problem = problemOf(page, one);
  const all: [part: string, words: unknown][] = [
    ['when', when],
    ['rows', rows],
    ['hint', hint && wording.show(hint, `${id}.hint`)],
    ['more', more],
  ];
  const present = all.filter(([, line]) => line);
  const lines = present.map(
    ([part, line]) => html`<p class="${part === 'hint' || part === 'more' ? 'hint soft' : 'when'}" id="${partId(part, id)}">${line}</p>`,
  );
  const ids = present.map(([part]) => partId(part, id));
  return problem ? {ids: [...ids, partId('error', id)], lines: [...lines, errorLine(id, problem)]} : {ids, lines};
}

/** An attribute only where there is something to say. */
export const describes = (ids: string): Html | string => (ids === '' ? '' : html`aria-describedby="${ids}"`);

/** The ids of what describes a question's controls. */
export const describedBy = (page: Page, one: Shown, more?: string): string => linesOf(page, one, more).ids.join(' ');

function titleWords({wording}: Page, {question, number}: Shown): Html {
  return html`${number === undefined ? '' : html`<span class="number">${number}.</span> `}${wording.label(question)}${
    question.required === true ? html` <span class="required soft">${wording.words(frFirst).required}</span>` : ''
  }`;
}

/** Under a section a question is a step lower. */
const heading = ({section}: Shown, words: Html): Html =>
  section === undefined ? html`<h2 class="title">${words}</h2>` : html`<h3 class="title">${words}</h3>`;

function picture(page: Page, {question}: Shown): Html | string {
  const source = question.picture === undefined ? undefined : page.resolve(question.picture);
  return source === undefined ? '' : html`<img class="pictogram" src="${source}" alt="" />`;
}

/** « Je préfère ne pas répondre », where the question offers it: a radio button among radio buttons, else a box. */
function declineRow(page: Page, {question: {id, decline, type}}: Shown): Html | string {
  if (decline !== true) return '';
  const isRadio = type === 'single' || type === 'scale' || type === 'boolean' || type === 'consent';
  const words = page.wording.words(frConfigured).decline;
  return html`<label class="choice apart"
    ><input type="${isRadio ? 'radio' : 'checkbox'}" name="${id}" value="${DECLINED}" ${isOn(page, id, DECLINED) ? 'checked' : ''} /><span>${words}</span></label
  >`;
}

/** A question answered by several controls: a group with its title as legend. */
export function group(page: Page, one: Shown, body: Html, more?: string): Html {
  const {ids, lines} = linesOf(page, one, more);
  const {id} = one.question;
  return html`<fieldset class="question" id="${partId('question', id)}" ${describes(ids.join(' '))}>
    <legend>${heading(one, titleWords(page, one))}</legend>
    ${picture(page, one)}${lines}${body}${declineRow(page, one)}
  </fieldset>`;
}

/** A question answered by one field, of which its title is the label. */
export function field(page: Page, one: Shown, control: string, body: Html): Html {
  const {lines} = linesOf(page, one);
  const {id} = one.question;
  return html`<div class="question" id="${partId('question', id)}">
    ${heading(one, html`<label for="${control}">${titleWords(page, one)}</label>`)}${picture(page, one)}${lines}${body}${declineRow(page, one)}
  </div>`;
}

/** Words between questions: a statement, or the heading of a section. */
export function statement(page: Page, one: Shown): Html {
  const {lines} = linesOf(page, one);
  const {id, type} = one.question;
  const title = titleWords(page, one);
  return html`<div class="question ${type}" id="${partId('question', id)}">
    ${type === 'section' ? html`<h2 class="title">${title}</h2>` : html`<p class="title">${title}</p>`}${picture(page, one)}${lines}
  </div>`;
}
