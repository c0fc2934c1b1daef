import {isAsking, type Walk} from '@ppgp/session';
import {frConfigured} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** Plainer words, where the author wrote some. */
export function plainer(element: QuestionnaireElement): TemplateResult | undefined {
  const {found, plain, reader} = element;
  if (found?.definition.questions.every((question) => question.plain === undefined) !== false) return undefined;
  const press = (): void => {
    element.plain = !plain;
  };
  return html`<button type="button" class="toggle" part="plainer" aria-pressed=${plain ? 'true' : 'false'} @click=${press}>
    <span class="mark checkbox" aria-hidden="true"></span>${reader.words(frConfigured).plainer}
  </button>`;
}

/** Whoever has had enough may send what is answered: only what must be answered is asked for. */
export function enough(element: QuestionnaireElement, walk: Walk): TemplateResult | undefined {
  const isBegun = walk.session.asked.some((asked) => isAsking(asked) && asked.answer !== undefined);
  if (walk.leadsToReview || !isBegun) return undefined;
  return html`<button type="button" class="enough" part="enough" @click=${() => element.soon((ready) => ready.toReview())}>
    ${element.reader.words(frConfigured).enough}
  </button>`;
}
