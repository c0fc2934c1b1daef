import {fr} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import type {SubmissionController} from '../controllers/submission-controller.js';
import {drawing, icon, icons} from '../icons.js';
import {contact} from './asking.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** An envelope with a tick. */
const sent = icon('M21 11V6H3v12.5h9M3 6.5l9 7 9-7M14.5 18.5l2.5 2.5 5-5.5');
/** An envelope with a heart. */
const thanks = drawing(
  'picture',
  'M10 20h34v24H10z',
  'M6 17v22.5h36V17M6 17l18 14 18-14M6 17l8-5.5M42 17l-8-5.5M24 23c-6-5-9-8-9-12 0-6 7.6-6.5 9-1 1.4-5.5 9-5 9 1 0 4-3 7-9 12z',
);

/** Whether this is held in a hand: only then is it « ce téléphone ». */
const device = (): 'phone' | 'other' =>
  matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600 ? 'phone' : 'other';

/** A line of status: an icon of its own shape, bold words, and what follows from them. */
const status = (kind: 'ok' | 'wait' | 'error' | '', icon: unknown, bold: string, rest = ''): TemplateResult =>
  html`<p class="status small soft ${kind}" part="status">${icon}<span><b>${bold}</b> ${rest}</span></p>`;

/** Answers of earlier visits that still wait on this device. On a shared tablet they are the staff's affair. */
export function waitingLine({mode, reader}: QuestionnaireElement, {waiting}: SubmissionController): TemplateResult | typeof nothing {
  if (waiting === 0 || mode === 'kiosk') return nothing;
  return status('wait', icons.clock, reader.words(fr).waiting({count: waiting}));
}

interface Sentences {
  title: string;
  lead?: string;
  lines?: TemplateResult;
  thankful?: boolean;
}

function sentences({state, reader}: QuestionnaireElement, submissions: SubmissionController): Sentences {
  const words = reader.words(fr);
  const waiting = (bold: string, rest: string): TemplateResult =>
    html`<div class="note wait" part="status">
      ${icons.clock}<b>${bold}</b>
      <p>${rest}</p>
      ${submissions.portal ? html`<p>${words.portal}</p>` : nothing}
      <button type="button" class="second" part="retry" @click=${() => submissions.sendNow()}>${words.retry}</button>
    </div>`;
  switch (state) {
    case 'sent':
      return {
        title: words.sentTitle,
        lead: words.sentLead,
        lines: status('ok', sent, words.sentHere, submissions.waiting === 0 ? words.sentNothingLeft : ''),
        thankful: true,
      };
    case 'saved':
      return {title: words.savedTitle, lines: waiting(words.savedHere({device: device()}), words.savedNext), thankful: true};
    case 'parked':
      return {title: words.parkedTitle, lines: waiting(words.savedHere({device: device()}), words.parkedNext)};
    case 'handed':
      return {title: words.handedTitle, lines: status('', icons.check, words.handedHere), thankful: true};
    case 'unsaved':
      if (submissions.exposed) return {title: words.privateTitle, lines: status('error', icons.warning, words.privateNext)};
      return {title: words.unsavedTitle, lines: waiting(words.unsavedHere, words.unsavedNext)};
    default:
      return {title: words.saving};
  }
}

/** One sentence that is true, what happens next, and whom to call. */
export function receipt(element: QuestionnaireElement, submissions: SubmissionController): TemplateResult {
  const {title, lead, lines, thankful = false} = sentences(element, submissions);
  return html`<div class="grid" part="receipt">
      ${thankful ? thanks : nothing}
      <div class="title" role="heading" aria-level=${element.level} tabindex="-1" id="receipt">${title}</div>
      ${lead === undefined ? nothing : html`<p>${lead}</p>`}
    </div>
    ${lines}${contact(element)}`;
}
