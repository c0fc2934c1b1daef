import {frOutbox as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icon, icons} from '../internal/icons.js';
import {firstDay} from './rows.js';
import type {WaitingController} from './waiting-controller.js';

const envelope = icon('M3 6h18v12.5H3zM3 6.5l9 7 9-7');
const envelopeWithTick = icon('M21 11V6H3v12.5h9M3 6.5l9 7 9-7M14.5 18.5l2.5 2.5 5-5.5');

type Said = [kind: 'ok' | 'wait' | 'error' | '', icon: TemplateResult, title: string, lead: string];

function said({state, waiting, unreadable, missing, partial, progress, removed, sentAll}: WaitingController): Said {
  const count = waiting.length;
  if (state === 'closed') return ['error', icons.warning, words.closed, words.closedNext];
  if (progress) return ['', envelope, words.sending(progress), words.progress(progress)];
  if (count === 0 && unreadable > 0) return ['wait', icons.warning, words.unreadableTitle, words.unreadable({count: unreadable})];
  if (count === 0 && missing > 0) return ['error', icons.warning, words.missingTitle, words.missing({count: missing})];
  if (count === 0 && partial) return ['error', icons.warning, words.unreadableTitle, words.partial];
  if (count === 0 && removed !== undefined) return ['', icons.check, words.nothingLeft, words.removed({count: removed})];
  if (count === 0 && sentAll) return ['ok', envelopeWithTick, words.allSent, words.nothingWaits];
  if (count === 0) return ['', icons.check, words.nothingHere, words.nothingWaits];
  const unsaved = waiting.filter(({stored}) => !stored).length;
  if (unsaved > 0) return ['error', icons.warning, words.unsaved({count: unsaved}), words.unsavedNext];
  return ['wait', icons.clock, words.waiting({count}), words.keptSince({count, since: firstDay(waiting)})];
}

/** How many answers wait, since when, and what the last « Envoyer maintenant » came to. */
export function headline(controller: WaitingController, level: number): TemplateResult {
  const [kind, sign, title, lead] = said(controller);
  const {ended, failure, waiting, removed} = controller;
  return html`<div class="head" part="head">
    <span class="disc ${kind}">${sign}</span>
    <div class="title" id="head" role="heading" aria-level=${level} tabindex="-1">${title}</div>
    <p class="soft">${lead}</p>
    ${removed !== undefined && waiting.length > 0 ? html`<p part="ended"><b>${words.removed({count: removed})}</b></p>` : nothing}
    ${ended ? html`<p part="ended"><b>${words.ended(ended)}</b></p>` : nothing}
    ${failure ? html`<p class="status error" part="failure">${words[failure]}</p>` : nothing}
  </div>`;
}

/** What else is true of a device on which something waits. */
export function alsoTrue({waiting, unreadable, missing, partial}: WaitingController): TemplateResult[] {
  const said = [
    missing > 0 && words.missing({count: missing}),
    partial && words.partial,
    waiting.length > 0 && unreadable > 0 && words.unreadable({count: unreadable}),
  ];
  return said.flatMap((sentence) =>
    sentence === false ? [] : [html`<p class="note" part="note">${icons.warning}<span>${sentence}</span></p>`],
  );
}
