import {frFirst} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import {partId, type QuestionContext, type ToldProblem} from './question-view.js';

/** The sentence under a question that cannot be taken as it is. */
export const errorLine = (id: string, sentence: string): TemplateResult =>
  html`<p class="status error" id=${id}>${icons.warning}<span>${sentence}</span></p>`;

const ownProblem = ({problems}: QuestionContext): ToldProblem | undefined => problems.find(({code}) => code !== 'row-required');

/** What describes a question's controls, for `aria-describedby`. */
export function describedBy(context: QuestionContext, ...more: string[]): string | typeof nothing {
  const {id, hint} = context.asked.question;
  const parts = [...(hint === undefined ? [] : ['hint']), ...more, ...(ownProblem(context) === undefined ? [] : ['error'])];
  return parts.length === 0 ? nothing : parts.map((part) => partId(id, part)).join(' ');
}

/** The title of a question, where the focus goes. `control`: the field it is the label of. */
function title({asked: {question}, reader, level}: QuestionContext, control?: string): TemplateResult {
  const {id, label, required} = question;
  const words = html`${reader.show(label, `${id}.label`)}${
    required === true ? html` <span class="required soft">${reader.words(frFirst).required}</span>` : nothing
  }`;
  return html`<span class="title" role="heading" aria-level=${level} tabindex="-1" id=${partId(id, 'title')}
    >${control === undefined ? words : html`<label for=${control}>${words}</label>`}</span
  >`;
}

const hintLine = (id: string, words: string | TemplateResult): TemplateResult => html`<p class="hint soft" id=${id}>${words}</p>`;

/** Under the title: the author's hint, then what is wrong. */
function hints(context: QuestionContext, more?: string): TemplateResult {
  const {id, hint} = context.asked.question;
  const problem = ownProblem(context);
  return html`${hint === undefined ? nothing : hintLine(partId(id, 'hint'), context.reader.show(hint, `${id}.hint`))}${
    more === undefined ? nothing : hintLine(partId(id, 'more'), more)
  }${problem === undefined ? nothing : errorLine(partId(id, 'error'), problem.sentence)}`;
}

/** A question answered by several controls: a group with its title as legend. `more`: how many may be chosen. */
export function group(context: QuestionContext, body: TemplateResult, more?: string): TemplateResult {
  const id = partId(context.asked.question.id, 'question');
  const described = describedBy(context, ...(more === undefined ? [] : ['more']));
  return html`<fieldset class="question" part="question" id=${id} aria-describedby=${described}>
    <legend>${title(context)}</legend>
    ${hints(context, more)}${body}${context.decline?.(context)}
  </fieldset>`;
}

/** A question answered by one field, of which its title is the label; or by none. */
export function field(context: QuestionContext, body: TemplateResult, control?: string): TemplateResult {
  return html`<div class="question" part="question" id=${partId(context.asked.question.id, 'question')}>
    ${title(context, control)}${hints(context)}${body}${context.decline?.(context)}
  </div>`;
}
