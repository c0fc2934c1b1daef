import {fr} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {title} from '../../questions/frame.js';
import type {SubmissionController} from '../controllers/submission-controller.js';
import {drawing, icon, icons} from '../icons.js';
import type {Reader} from '../reader.js';
import type {ElementState, QuestionnaireElement} from './questionnaire-element.js';

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

/** Answers of earlier visits that still wait on this device, or vanished from it. On a shared tablet they are the staff's affair. */
export function waitingLine({mode, reader, afterPaint}: QuestionnaireElement): TemplateResult | undefined {
  if (!afterPaint || mode === 'kiosk') return undefined;
  const {waiting, missing} = afterPaint.submissions;
  const words = reader.words(fr);
  return html`${waiting > 0 ? status('wait', icons.clock, words.waiting({count: waiting})) : undefined}
  ${missing > 0 ? status('error', icons.warning, words.missing({count: missing})) : undefined}`;
}

/** What a receipt needs of an element. */
interface Receiving {
  readonly reader: Reader;
  readonly state: ElementState;
  readonly level: number;
}

/** What the receipt says: a title, then where the answer is, then what follows. */
function sentences(element: Receiving, submissions: SubmissionController): [title: string, lines?: TemplateResult] {
  const words = element.reader.words(fr);
  const {portal, exposed, waiting, reason} = submissions;
  const note = (bold: string, next: string): TemplateResult =>
    html`<div class="note wait" part="status">
      ${icons.clock}<b>${bold}</b>
      <p>${next} ${portal ? words.portal : ''}</p>
      <button type="button" class="second" part="retry" @click=${() => submissions.sendNow()}>${words.retry}</button>
    </div>`;
  const here = words.savedHere({device: device()});
  switch (element.state) {
    case 'sent':
      return [
        words.sentTitle,
        html`<p>${words.sentLead}</p>${status('ok', sent, words.sentHere, waiting > 0 ? '' : words.sentNothingLeft)}`,
      ];
    case 'saved':
      return [words.savedTitle, note(here, words.savedNext)];
    case 'parked':
      return [words.parkedTitle, note(here, words.parkedNext)];
    case 'handed':
      return [words.handedTitle, status('', icons.check, words.handedHere)];
    case 'unsaved':
      if (exposed) return [words.privateTitle, status('error', icons.warning, words.privateNext)];
      return [words.unsavedTitle, note(`${words.unsavedHere} ${words.unsavedWhy({reason})}`, words.unsavedNext)];
    default:
      return [words.saving];
  }
}

/** One sentence that is true, what happens next, and whom to call. */
export function receipt(element: Receiving, submissions: SubmissionController, contact: TemplateResult): TemplateResult {
  const [said, lines] = sentences(element, submissions);
  const isThanked = ['sent', 'saved', 'handed'].includes(element.state);
  return html`<div class="grid" part="receipt">${isThanked ? thanks : undefined}${title(element.level, 'receipt', said)}</div>
    ${lines}${contact}`;
}
