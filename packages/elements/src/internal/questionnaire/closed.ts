import type {Questionnaire} from '@ppgp/schema';
import {dayInParis, openingOn, type Opening} from '@ppgp/session';
import {frConfigured} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {title} from '../../questions/frame.js';
import {contact} from './asking.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

// Written in by the build; absent where the source runs as it is.
declare const __PPGP_BUILD_DAY__: string | undefined;

function openingToday(questionnaire: Questionnaire): Opening {
  const today = dayInParis(Date.now());
  return openingOn(today, questionnaire, typeof __PPGP_BUILD_DAY__ === 'string' ? __PPGP_BUILD_DAY__ : today);
}

/** Asked with every drawing: the day is looked up only where one is set. */
export const isOpen = (questionnaire: Questionnaire): boolean =>
  (questionnaire.opens === undefined && questionnaire.closes === undefined) || openingToday(questionnaire) === 'open';

/** Before the opening day, and after the closing one. */
export function closed(element: QuestionnaireElement, questionnaire: Questionnaire): TemplateResult {
  const words = element.reader.words(frConfigured);
  const {opens} = questionnaire;
  const early = openingToday(questionnaire) === 'before' && opens !== undefined;
  return html`<div class="grid">
      ${title(element.level, 'closed', early ? words.beforeTitle : words.closedTitle)}
      <p>${early ? words.beforeNext({day: words.day({day: opens})}) : words.closedNext}</p>
    </div>
    ${contact(element)}`;
}
