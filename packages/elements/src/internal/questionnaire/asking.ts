import type {Asked, Progress, Step, Walk} from '@ppgp/session';
import {frFirst} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icons} from '../icons.js';
import {outline} from './failed.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** « Petits pas »: the way as a path of capsules, one up, one down. */
function steps({index, count}: Progress, done: boolean): TemplateResult | undefined {
  // Beyond this, capsules are too thin to count.
  if (count < 2 || count > 16) return undefined;
  const capsule = (_: unknown, at: number): TemplateResult =>
    html`<i class=${done || at + 1 < index ? 'done' : at + 1 === index ? 'now' : ''}></i>`;
  return html`<div class="steps" aria-hidden="true">${Array.from({length: count}, capsule)}</div>`;
}

/** What the first screen promises; on the others, the way back. */
function lead({reader, walk, found, afterPaint}: QuestionnaireElement): TemplateResult {
  const words = reader.words(frFirst);
  if (!walk?.isFirst)
    return html`<button type="button" class="back" part="back" @click=${() => afterPaint?.back()}>${icons.back}${words.back}</button>`;
  const {minutes, title = ''} = found?.definition ?? {};
  const promise = (icon: TemplateResult, said: string): TemplateResult => html`<li class="flow">${icon}<span>${said}</span></li>`;
  return html`<b>${reader.show(title, 'title')}</b>
    <ul class="flow small">
      ${minutes && promise(icons.clock, words.minutes({count: minutes}))}${promise(icons.shield, words.anonymous)}${promise(icons.check, words.maySkip)}
    </ul>`;
}

/** Promises or the way back, the place and the steps: the same on every screen that asks. */
export const head = (element: QuestionnaireElement, place: string, progress: Progress, done = false): TemplateResult =>
  html`<div class="grid"><div class="flow">${lead(element)}<span class="place small soft">${place}</span></div>${steps(progress, done)}</div>`;

/** Whom to call, in the same place on every screen: the host's words, else the definition's. */
export const contact = ({configured, found, reader, walk}: QuestionnaireElement): TemplateResult =>
  html`<slot name="contact">${configured?.contact(reader, found?.definition.territories, walk?.session.situation.territory)}</slot>`;

/** The rest of the page did not arrive: said at once, not after twelve questions. */
function incomplete({reader, retry}: QuestionnaireElement): TemplateResult {
  const words = reader.words(frFirst);
  return html`<div class="note error" role="alert" id="incomplete" tabindex="-1">
    ${icons.warning}<b>${words.incomplete}</b>
    <p>${words.incompleteNext}</p>
    <button type="button" class="second" @click=${retry}>${words.reload}</button>
  </div>`;
}

function question(element: QuestionnaireElement, {session}: Walk, asked: Asked, level: number): unknown {
  const {afterPaint, configured, kinds} = element;
  const {id, type} = asked.question;
  const view = kinds.views[type] ?? afterPaint?.views[type];
  if (!view) return outline();
  const problems = afterPaint?.problemsOf(asked) ?? [];
  const other = session.otherWords(id);
  const draw = (): TemplateResult =>
    view({asked, asker: element, level, problems, other, decline: configured?.declineRow, otherField: configured?.otherField});
  return configured ? configured.unlessSame(element, [asked, other, problems], draw) : draw();
}

/** One step: its questions, and one way on. They are in a box of their own: with each child a form gets, Chromium looks through all of them. */
export function asking(element: QuestionnaireElement, walk: Walk, step: Step): TemplateResult {
  const {afterPaint, configured, draftKeeper, reader, found} = element;
  const words = reader.words(frFirst);
  const {progress, isFirst, leadsToReview} = walk;
  const {
    said = words.place(progress),
    path = progress,
    look = '',
    level = element.level,
    shown = step.asked,
  } = configured?.place(element, walk, step) ?? {};
  const submit = (event: Event): void => {
    event.preventDefault();
    element.soon((ready) => ready.next());
  };
  return html`${head(element, said, path)}${element.incomplete ? incomplete(element) : undefined}${configured?.plainer(element)}${draftKeeper?.found}
    <form class=${look} novalidate autocomplete="off" @submit=${submit}>
      ${afterPaint?.summary(step)}
      <div class="${look}">${shown.map((asked) => asked && question(element, walk, asked, asked.section ? level : element.level))}</div>
      <div class="grid">
        <button type="submit" class="primary" part="next">${leadsToReview ? words.toReview : words.next}${icons.next}</button>
        ${configured?.enough(element, walk)}${afterPaint?.waitingLine()}
      </div>
    </form>
    ${isFirst ? html`${draftKeeper?.promise}<slot name="notice">${configured?.notice(reader, found?.definition.notice)}</slot>` : undefined}${contact(element)}`;
}
