import {isAsking, type Asked, type Walk} from '@ppgp/session';
import {fr} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {title} from '../../questions/frame.js';
import type {AfterPaint} from './after-paint.js';
import {inWords} from './answer-in-words.js';
import {contact, head} from './asking.js';
import type {QuestionnaireElement} from './questionnaire-element.js';
import {waitingLine} from './receipt.js';

/** All answers before they go, each with a way to change it. */
export function review(element: QuestionnaireElement, {session, progress}: Walk, afterPaint: AfterPaint): TemplateResult {
  const {kinds, reader, level} = element;
  const words = reader.words(fr);
  const asked = session.asked.filter(isAsking);
  const [skipped, ...more] = asked.filter(({answer}) => answer === undefined);
  const entry = (id: string, name: string, term: unknown, said: unknown): TemplateResult =>
    html`<div>
      <dt>${term}</dt>
      <dd>${said}</dd>
      <dd>
        <button type="button" @click=${() => element.goTo(id)}>${words.change}<span class="hidden"> : ${name}</span></button>
      </dd>
    </div>`;
  const said = (one: Asked): unknown => {
    const sentence = (kinds.inWords ?? inWords)(one, reader);
    return typeof sentence === 'string' ? sentence : html`<ul>${sentence.map((line) => html`<li>${line}</li>`)}</ul>`;
  };
  const given = asked.map((one) => {
    const {id} = one.question;
    const other = session.otherWords(id);
    return one.answer === undefined
      ? undefined
      : entry(id, reader.plainLabel(one.question), reader.label(one.question), html`${said(one)} ${other && words.quoted({text: other})}`);
  });
  const count = skipped ? more.length + 1 : 0;
  return html`${head(element, words.review, progress, true)}
    <div class="grid">
      ${title(level, 'review', words.reviewTitle)}
      <p>${words.reviewLead({answered: asked.length - count, count: asked.length})}</p>
    </div>
    <dl part="review">
      ${given}${skipped && entry(skipped.question.id, words.skipped, words.skipped, count)}
    </dl>
    <div class="grid">
      <button type="button" class="primary" part="send" @click=${() => void afterPaint.send()}>${words.send}</button>
      ${waitingLine(element)}
    </div>
    ${contact(element)}`;
}
