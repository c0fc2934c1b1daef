import {frFirst} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import {partId, type QuestionContext, type ToldProblem} from './question-view.js';

/** A title, where the focus goes when reading goes on there. */
export const title = (level: number, id: string, words: unknown): TemplateResult =>
  html`<span class="title" role="heading" aria-level=${level} tabindex="-1" id=${id}>${words}</span>`;

/** The sentence under a question that cannot be taken as it is. */
export const errorLine = (id: string, sentence: string): TemplateResult =>
  html`<p class="status error" id=${id}>${icons.warning}<span>${sentence}</span></p>`;

const ownProblem = ({problems}: QuestionContext): ToldProblem | undefined => problems.find(({code}) => code !== 'row-required');

/** What describes a question's controls, for `aria-describedby`. */
export function describedBy(context: QuestionContext, ...more: string[]): string | typeof nothing {
  const {id, hint} = context.asked.question;
  const parts = [...(hint ? ['hint'] : []), ...(ownProblem(context) ? ['error'] : []), ...more];
  return parts.map((part) => partId(id, part)).join(' ') || nothing;
}

/** The title of a question. `control`: the field it is the label of. */
function questionTitle({asked: {question}, asker: {reader}, level}: QuestionContext, control?: string): TemplateResult {
  const {id, required} = question;
  const words = html`${reader.label(question)}
  ${required === true ? html`<span class="required soft">${reader.words(frFirst).required}</span>` : nothing}`;
  return title(level, partId(id, 'title'), control ? html`<label for=${control}>${words}</label>` : words);
}

/** Under the title: the author's hint, how many may be chosen, what is wrong; then the answers. */
function under(context: QuestionContext, body: TemplateResult | undefined, more?: string): TemplateResult {
  const {id, hint, picture} = context.asked.question;
  const problem = ownProblem(context);
  const line = (part: string, words: unknown): TemplateResult => html`<p class="hint soft" id=${partId(id, part)}>${words}</p>`;
  return html`${picture && html`<img class="pictogram" src=${context.asker.resolve(picture)} alt="" />`}${hint && line('hint', context.asker.reader.show(hint, `${id}.hint`))}${more && line('more', more)}${
    problem && errorLine(partId(id, 'error'), problem.sentence)
  }${body}${context.decline?.(context)}`;
}

/** A question answered by several controls: a group with its title as legend. `more`: how many may be chosen. */
export const group = (context: QuestionContext, body: TemplateResult, more?: string): TemplateResult =>
  html`<fieldset
    class="question"
    part="question"
    id=${partId(context.asked.question.id, 'question')}
    aria-describedby=${describedBy(context, ...(more ? ['more'] : []))}
  >
    <legend>${questionTitle(context)}</legend>
    ${under(context, body, more)}
  </fieldset>`;

/** A question answered by one field, of which its title is the label; or by none. */
export const field = (context: QuestionContext, body?: TemplateResult, control?: string): TemplateResult =>
  html`<div class=${`question ${context.asked.question.type}`} part="question" id=${partId(context.asked.question.id, 'question')}>
    ${questionTitle(context, control)}${under(context, body)}
  </div>`;
