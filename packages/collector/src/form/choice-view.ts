import type {Choice, Id, Question} from '@ppgp/schema';
import {OTHER_MAX} from '@ppgp/session';
import {frForm} from '@ppgp/words';
import {html} from 'hono/html';
import {part} from './fields.js';
import {face} from './icons.js';
import {describedBy, describes, isOn, partId, problemOf, type Page} from './question-frame.js';
import type {Shown} from './questions-of.js';
import type {Html} from './wording.js';

/** How a choice is drawn: a row, a short pill, a number under its button, or a face with its word. */
type Look = 'choice' | 'pill' | 'number-pill' | 'face';

interface Group {
  type: 'radio' | 'checkbox';
  /** Of the fields. */
  name: string;
  choices: readonly Choice[];
  /** Ids of what describes the group where something is wrong. */
  describedBy?: string;
}

/** A few words beside « autre ». */
export function otherField(page: Page, question: Question, choice: Choice): Html {
  const name = part(question.id, 'other');
  const control = partId('field', name);
  const typed = page.fields.get(name) ?? '';
  return html`<div class="beside">
    <label class="small" for="${control}">${page.wording.words(frForm).otherOf({choice: page.wording.choice(question, choice)})}</label>
    <input class="field" id="${control}" name="${name}" value="${typed}" maxlength="${OTHER_MAX}" autocomplete="off" />
  </div>`;
}

function oneChoice(page: Page, question: Question, group: Group, choice: Choice, look: Look, index: number): Html {
  const {type, name} = group;
  const {id, hint, picture, role} = choice;
  const source = picture === undefined ? undefined : page.resolve(picture);
  const apart = look === 'choice' && (role === 'exclusive' || role === 'na') ? ' apart' : '';
  const drawn = html`<label class="${look}${apart}"
    >${look === 'face' ? face(index) : ''}<input
      type="${type}"
      name="${name}"
      value="${id}"
      id="${partId('choice', `${name}.${id}`)}"
      ${describes(group.describedBy ?? '')}
      ${isOn(page, name, id) ? 'checked' : ''}
    /><span>${page.wording.showChoice(question, choice)}${
      hint === undefined ? '' : html`<span class="sub small soft">${page.wording.show(hint)}</span>`
    }</span>${source === undefined ? '' : html`<img class="thumb" src="${source}" alt="" />`}</label
  >`;
  // One field for the words, however many choices ask for some.
  const isLast = group.choices.findLast((one) => one.role === 'other') === choice;
  return role === 'other' && isLast && look === 'choice'
    ? html`<div class="with-other">${drawn}${otherField(page, question, choice)}</div>`
    : drawn;
}

/** Choices one under the other. */
export const choiceRows = (page: Page, {question}: Shown, group: Group): Html =>
  html`<div class="rows">${group.choices.map((choice, index) => oneChoice(page, question, group, choice, 'choice', index))}</div>`;

/** A short scale on one line: the word stands in each. Faces are drawn only for three choices, best first. */
export function scaleLine(page: Page, {question}: Shown, group: Group): Html {
  const looks = lookOf(question);
  const look = looks === 'numbers' ? 'number-pill' : looks === 'faces' && group.choices.length === 3 ? 'face' : 'pill';
  return html`<div class="cells">${group.choices.map((choice, index) => oneChoice(page, question, group, choice, look, index))}</div>`;
}

/** How a scale looks unless the definition says: the ready-made faces as faces, the rest as words. */
export function lookOf(question: Question): 'faces' | 'words' | 'numbers' {
  if (question.type !== 'scale' && question.type !== 'matrix') return 'words';
  return question.look ?? (question.choices === 'faces3' ? 'faces' : 'words');
}

/** What describes each control of a question, where something is wrong with it: the group already says its hint. */
export const errorOf = (page: Page, one: Shown): {describedBy: string} | Record<string, never> =>
  problemOf(page, one) === undefined ? {} : {describedBy: describedBy(page, one)};

/** The first control of a question, or of a row of it: where a link of the summary leads. */
export const firstChoice = (name: string, choices: readonly Choice[]): Id => partId('choice', `${name}.${choices[0]?.id ?? ''}`);
