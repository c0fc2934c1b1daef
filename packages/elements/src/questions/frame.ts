import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import {problemSentence} from '../internal/problem-sentence.js';
import {partId, type QuestionContext} from './question-view.js';

/** The sentence under a question that cannot be taken as it is. */
export function errorLine(id: string, sentence: string): TemplateResult {
  return html`<p class="status error" id=${id}>${icons.warning}<span>${sentence}</span></p>`;
}

const ownProblem = ({problems}: QuestionContext) => problems.find(({code}) => code !== 'row-required');

/** What describes a question's controls, for `aria-describedby`. */
export function describedBy(context: QuestionContext, ...more: string[]): string | typeof nothing {
  const {id, hint} = context.asked.question;
  const parts = [...(hint === undefined ? [] : ['hint']), ...more, ...(ownProblem(context) === undefined ? [] : ['error'])];
  return parts.length === 0 ? nothing : parts.map((part) => partId(id, part)).join(' ');
}

const requiredMark = ({asked, reader}: QuestionContext): TemplateResult | typeof nothing =>
  asked.question.required === true ? html`<span class="required soft">${reader.words.required}</span>` : nothing;

function around({asked, reader}: QuestionContext): {hint: TemplateResult | typeof nothing; picture: string | undefined} {
  const {id, hint, picture} = asked.question;
  return {
    hint: hint === undefined ? nothing : html`<p class="hint soft" id=${partId(id, 'hint')}>${reader.show(hint, `${id}.hint`)}</p>`,
    picture,
  };
}

function errorOf(context: QuestionContext): TemplateResult | typeof nothing {
  const problem = ownProblem(context);
  return problem === undefined
    ? nothing
    : errorLine(partId(problem.question, 'error'), problemSentence(problem, context.asked, context.reader));
}

const declineRow = ({asked, reader, answer}: QuestionContext): TemplateResult | typeof nothing => {
  if (asked.question.decline !== true) return nothing;
  const declined = asked.answer === null;
  return html`<label class="cell choice apart ${declined ? 'chosen' : ''}" part="choice"
    ><input type="checkbox" .checked=${declined} @change=${() => answer(declined ? undefined : null)} /><span class="mark square" aria-hidden="true"
      >${icons.check}</span
    ><span>${reader.words.decline}</span></label
  >`;
};

/** A question answered by several controls: a group with its title as legend. */
export function group(context: QuestionContext, body: TemplateResult, moreHint: TemplateResult | typeof nothing = nothing): TemplateResult {
  const {asked, reader, level} = context;
  const {id, label} = asked.question;
  const {hint} = around(context);
  const more = moreHint === nothing ? [] : ['more'];
  return html`<fieldset class="question" part="question" id=${partId(id, 'question')} aria-describedby=${describedBy(context, ...more)}>
    <legend class="title">
      <span role="heading" aria-level=${level} tabindex="-1" id=${partId(id, 'title')}>${reader.show(label, `${id}.label`)}</span> ${requiredMark(context)}
    </legend>
    ${hint}${moreHint === nothing ? nothing : html`<p class="hint soft" id=${partId(id, 'more')}>${moreHint}</p>`}${errorOf(context)}${body}${declineRow(context)}
  </fieldset>`;
}

/** A question answered by one field: its title is the field's label. */
export function field(context: QuestionContext, control: string, before: TemplateResult, body: TemplateResult): TemplateResult {
  const {asked, reader, level} = context;
  const {id, label} = asked.question;
  return html`<div class="question" part="question" id=${partId(id, 'question')}>
    <div class="title" role="heading" aria-level=${level} tabindex="-1" id=${partId(id, 'title')}>
      <label for=${control}>${reader.show(label, `${id}.label`)} ${requiredMark(context)}</label>
    </div>
    ${around(context).hint}${before}${errorOf(context)}${body}${declineRow(context)}
  </div>`;
}
