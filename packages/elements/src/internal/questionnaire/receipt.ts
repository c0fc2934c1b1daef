import {html, nothing, type TemplateResult} from 'lit';
import {icons, thanks} from '../icons.js';
import {contact} from './contact.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** Whether this is held in a hand: only then is it « ce téléphone ». */
const device = (): 'phone' | 'other' =>
  matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600 ? 'phone' : 'other';

/** A line of status: an icon of its own shape, bold words, and what follows from them. */
const status = (kind: 'ok' | 'wait' | 'error' | '', icon: unknown, bold: string, rest = ''): TemplateResult =>
  html`<p class="status small soft ${kind}" part="status">${icon}<span><b>${bold}</b>${rest === '' ? nothing : html` ${rest}`}</span></p>`;

/** Answers of earlier visits that still wait on this device. On a shared tablet they are the staff's affair. */
export function waitingLine({submissions, mode, reader}: QuestionnaireElement): TemplateResult | typeof nothing {
  if (submissions.waiting === 0 || mode === 'kiosk') return nothing;
  return status('wait', icons.clock, reader.words.waiting({count: submissions.waiting}));
}

interface Sentences {
  title: string;
  lead?: string;
  lines: TemplateResult;
}

function waitNote(element: QuestionnaireElement, bold: string, rest: string): TemplateResult {
  const {words} = element.reader;
  return html`<div class="note wait" part="status">
    ${icons.clock}<b>${bold}</b>
    <p>${rest}</p>
    ${element.submissions.portal ? html`<p>${words.portal}</p>` : nothing}
    <button type="button" class="second" part="retry" @click=${() => void element.submissions.sendNow()}>${words.retry}</button>
  </div>`;
}

function sentences(element: QuestionnaireElement): Sentences {
  const {words} = element.reader;
  switch (element.state) {
    case 'sent':
      return {
        title: words.sentTitle,
        lead: words.sentLead,
        lines: status('ok', icons.sent, words.sentHere, element.submissions.waiting === 0 ? words.sentNothingLeft : ''),
      };
    case 'saved':
      return {title: words.savedTitle, lines: waitNote(element, words.savedHere({device: device()}), words.savedNext)};
    case 'parked':
      return {title: words.parkedTitle, lines: waitNote(element, words.savedHere({device: device()}), words.parkedNext)};
    case 'handed':
      return {title: words.handedTitle, lines: status('', icons.check, words.handedHere)};
    case 'unsaved':
      if (element.submissions.exposed) return {title: words.privateTitle, lines: status('error', icons.warning, words.privateNext)};
      return {title: words.unsavedTitle, lines: waitNote(element, words.unsavedHere, words.unsavedNext)};
    default:
      return {title: words.saving, lines: html`${nothing}`};
  }
}

/** One sentence that is true, what happens next, and whom to call. */
export function receipt(element: QuestionnaireElement): TemplateResult {
  const {title, lead, lines} = sentences(element);
  const thankful = element.state === 'sent' || element.state === 'saved' || element.state === 'handed';
  return html`<div class="grid" part="receipt">
      ${thankful ? thanks : nothing}
      <div class="title" role="heading" aria-level=${element.headingLevel} tabindex="-1" id="receipt">${title}</div>
      ${lead === undefined ? nothing : html`<p>${lead}</p>`}
    </div>
    ${lines}${contact(element)}`;
}
