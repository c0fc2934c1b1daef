import type {Asked, Progress, Step, Walk} from '@ppgp/session';
import {frFirst} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../icons.js';
import {outline} from './failed.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** Beyond this, capsules are too thin to count. */
const MAX_CAPSULES = 16;

/** « Petits pas »: the way as a path of capsules, one up, one down. */
function steps({index, count}: Progress, done: boolean): TemplateResult | typeof nothing {
  if (count < 2 || count > MAX_CAPSULES) return nothing;
  const capsule = (at: number): string => (done || at < index ? 'done' : at === index ? 'now' : '');
  return html`<div class="steps" aria-hidden="true">${Array.from({length: count}, (_, at) => html`<i class=${capsule(at + 1)}></i>`)}</div>`;
}

/** What the first screen promises; on the others, the way back. */
function lead({reader, walk, found, back}: QuestionnaireElement): TemplateResult {
  const words = reader.words(frFirst);
  if (walk?.isFirst !== true)
    return html`<button type="button" class="back" part="back" @click=${back}>${icons.back}${words.back}</button>`;
  const minutes = found?.definition.minutes;
  return html`<p><b>${reader.show(found?.definition.title ?? '', 'title')}</b></p>
    <ul class="flow small">
      ${minutes === undefined ? nothing : html`<li class="flow">${icons.clock}<span>${words.minutes({count: minutes})}</span></li>`}
      <li class="flow">${icons.shield}<span>${words.anonymous}</span></li>
      <li class="flow">${icons.check}<span>${words.maySkip}</span></li>
    </ul>`;
}

/** Promises or the way back, the place and the steps: the same on every screen that asks. */
export function head(element: QuestionnaireElement, place: string, progress: Progress, done = false): TemplateResult {
  return html`<div class="grid"><div class="flow">${lead(element)}<span class="place small soft">${place}</span></div>${steps(progress, done)}</div>`;
}

/** Whom to call, in the same place on every screen: the host's words, else the definition's. */
export const contact = ({configured, found, reader, walk}: QuestionnaireElement): TemplateResult =>
  html`<slot name="contact">${configured?.contact(reader, found?.definition.territories, walk?.session.situation.territory)}</slot>`;

function notice({configured, found, reader}: QuestionnaireElement): TemplateResult {
  const own = found?.definition.notice;
  return html`<slot name="notice">${own === undefined ? nothing : configured?.notice(reader, own)}</slot>`;
}

/** The rest of the page did not arrive: said at once, not after twelve questions. */
function incomplete({reader, retry}: QuestionnaireElement): TemplateResult {
  const words = reader.words(frFirst);
  return html`<div class="note error" role="alert" id="incomplete" tabindex="-1">
    ${icons.warning}<b>${words.incomplete}</b>
    <p>${words.incompleteNext}</p>
    <button type="button" class="second" @click=${retry}>${words.reload}</button>
  </div>`;
}

function question(element: QuestionnaireElement, walk: Walk, asked: Asked): TemplateResult {
  const {afterPaint, configured, reader, level} = element;
  const {id, type} = asked.question;
  const view = element.firstViews[type] ?? afterPaint?.view(type);
  if (view === undefined) return outline();
  return view({
    asked,
    reader,
    level,
    problems: afterPaint?.problemsOf(asked) ?? [],
    other: walk.session.otherWords(id),
    resolve: (url) => element.resolve(url),
    answer: (value) => element.answer(id, (session) => session.answer(id, value)),
    answerRow: (row, code) => element.answer(id, (session) => session.answerRow(id, row, code)),
    writeOther: (words) => element.answer(id, (session) => session.writeOther(id, words)),
    decline: configured?.declineRow,
    otherField: configured?.otherField,
  });
}

/** One step: its questions, and one way on. */
export function asking(element: QuestionnaireElement, walk: Walk, step: Step): TemplateResult {
  const {afterPaint, reader} = element;
  const words = reader.words(frFirst);
  const {progress, isFirst, leadsToReview} = walk;
  const submit = (event: Event): void => {
    event.preventDefault();
    element.next();
  };
  return html`${head(element, words.place(progress), progress)}${element.incomplete ? incomplete(element) : nothing}
    <form novalidate autocomplete="off" @submit=${submit}>
      ${afterPaint?.summary(step)}${step.asked.map((asked) => question(element, walk, asked))}
      <div class="grid">
        <button type="submit" class="primary" part="next">${leadsToReview ? words.toReview : words.next}${icons.next}</button>
        ${afterPaint?.waitingLine()}
      </div>
    </form>
    ${isFirst ? notice(element) : nothing}${contact(element)}`;
}
