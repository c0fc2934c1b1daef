import type {Asked, Problem, Progress, Step} from '@ppgp/session';
import {isPerMaterial} from '@ppgp/session';
import {html, nothing, type TemplateResult} from 'lit';
import {views} from '../../questions/views.js';
import {icons} from '../icons.js';
import {contact} from './contact.js';
import type {QuestionnaireElement} from './questionnaire-element.js';
import {waitingLine} from './receipt.js';

/** Beyond this, capsules are too thin to count. */
const MAX_CAPSULES = 16;

/** « Petits pas »: the way as a path of capsules, one up, one down. */
export function steps({index, count}: Progress, done = false): TemplateResult | typeof nothing {
  if (count < 2 || count > MAX_CAPSULES) return nothing;
  const capsule = (at: number): string => (done || at < index ? 'done' : at === index ? 'now' : '');
  return html`<div class="steps" aria-hidden="true">${Array.from({length: count}, (_, at) => html`<i class=${capsule(at + 1)}></i>`)}</div>`;
}

/** Back link, place and steps: the same on every screen that asks. */
export function head(element: QuestionnaireElement, place: string, progress: Progress, done = false): TemplateResult {
  const back =
    element.walk?.isFirst === true
      ? nothing
      : html`<button type="button" class="back" part="back" @click=${() => element.back()}>${icons.back}${element.reader.words.back}</button>`;
  return html`<div class="grid"><div class="flow">${back}<span class="place small soft">${place}</span></div>${steps(progress, done)}</div>`;
}

function promises({reader, questionnaire}: QuestionnaireElement): TemplateResult {
  const {words} = reader;
  const minutes = questionnaire?.minutes;
  return html`<div class="grid">
    <p><b>${reader.show(questionnaire?.title ?? '', 'title')}</b></p>
    <ul class="flow small">
      ${minutes === undefined ? nothing : html`<li class="flow">${icons.clock}<span>${words.minutes({count: minutes})}</span></li>`}
      <li class="flow">${icons.shield}<span>${words.anonymous}</span></li>
      <li class="flow">${icons.check}<span>${words.maySkip}</span></li>
    </ul>
  </div>`;
}

/** What the visitor may know before answering: the département's own words where it has put some. */
function notice({reader, questionnaire}: QuestionnaireElement): TemplateResult {
  const own = questionnaire?.notice;
  return html`<slot name="notice"
    >${own === undefined ? nothing : html`<details><summary>${reader.words.whoReads}</summary><p class="small">${reader.show(own, 'notice')}</p></details>`}</slot
  >`;
}

function summary(element: QuestionnaireElement, step: Step): TemplateResult | typeof nothing {
  const {problems, reader} = element;
  if (problems.length === 0) return nothing;
  const link = (problem: Problem): TemplateResult | typeof nothing => {
    const asked = step.asked.find(({question}) => question.id === problem.question);
    if (asked === undefined) return nothing;
    const question = reader.plain(asked.question.label, `${problem.question}.label`);
    const row = problem.code === 'row-required' ? asked.rows.find(({id}) => id === problem.row) : undefined;
    const text = row === undefined ? question : reader.words.problemRow({row: reader.plain(row.label), question});
    return html`<li><button type="button" @click=${() => element.show(problem)}>${text}</button></li>`;
  };
  return html`<div class="note error" part="problems" id="problems" role="group" aria-label=${reader.words.problemsTitle} tabindex="-1">
    ${icons.warning}<b>${reader.words.problems({count: problems.length})}</b>
    <ul>
      ${problems.map(link)}
    </ul>
  </div>`;
}

function question(element: QuestionnaireElement, asked: Asked): TemplateResult {
  const {id, type} = asked.question;
  const perMaterial = asked.question.type === 'matrix' && isPerMaterial(asked.question);
  const view = views[type];
  if (view === undefined) return html`${nothing}`;
  return view({
    asked,
    reader: element.reader,
    level: Math.min(6, Math.max(1, element.headingLevel)),
    problems: element.problems.filter((problem) => problem.question === id),
    other: element.walk?.session.otherWords(id) ?? '',
    perMaterial,
    resolve: (url) => element.resolve(url),
    answer: (value) => element.answer(id, (session) => session.answer(id, value)),
    answerRow: (row, code) => element.answer(id, (session) => session.answerRow(id, row, code)),
    writeOther: (words) => element.answer(id, (session) => session.writeOther(id, words)),
  });
}

/** One step: its questions, and one way on. */
export function asking(element: QuestionnaireElement): TemplateResult {
  const {walk, reader} = element;
  if (walk?.place.kind !== 'step') return html`${nothing}`;
  const {step} = walk.place;
  const {words} = reader;
  const submit = (event: Event): void => {
    event.preventDefault();
    element.next();
  };
  const {progress} = walk;
  return html`${walk.isFirst ? promises(element) : nothing}${head(element, words.place(progress), progress)}
    <form novalidate autocomplete="off" @submit=${submit}>
      ${summary(element, step)}${step.asked.map((asked) => question(element, asked))}
      <div class="grid">
        <button type="submit" class="primary" part="next">${walk.leadsToReview ? words.toReview : words.next}${icons.next}</button>
        ${waitingLine(element)}
      </div>
    </form>
    ${walk.isFirst ? notice(element) : nothing}${contact(element)}`;
}
