import type {Answer} from '@ppgp/schema';
import {isAsking, isByRow, type Asked, type Walk} from '@ppgp/session';
import {fr} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {title} from '../../questions/frame.js';
import type {Reader} from '../reader.js';
import type {AfterPaint} from './after-paint.js';
import {contact, head} from './asking.js';
import type {QuestionnaireElement} from './questionnaire-element.js';
import {waitingLine} from './receipt.js';

/** An answer in words; a matrix as a list of its rows. */
function inWords(asked: Asked, answer: Answer, reader: Reader): string | TemplateResult {
  const {question, choices, rows} = asked;
  const words = reader.words(fr);
  const label = (code: string): string => {
    const choice = choices.find(({id}) => id === code);
    return choice ? reader.choice(question, choice) : code;
  };
  if (answer === null) return words.declined;
  if (Array.isArray(answer)) return words.list({items: answer.map(label)});
  if (isByRow(answer)) {
    const given = rows.filter(({id}) => Object.hasOwn(answer, id));
    const said = (code = null as string | null): string => (code === null ? words.declined : label(code));
    return html`<ul>
      ${given.map((row) => html`<li>${words.rowAnswer({row: reader.plain(row.label), answer: said(answer[row.id])})}</li>`)}
    </ul>`;
  }
  if (typeof answer !== 'string') return String(answer);
  return question.type === 'text' ? words.quoted({text: answer}) : label(answer);
}

/** All answers before they go, each with a way to change it. */
export function review(element: QuestionnaireElement, {session, progress}: Walk, afterPaint: AfterPaint): TemplateResult {
  const {reader, level} = element;
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
  const given = asked.map((one) => {
    const {id, label} = one.question;
    const other = session.otherWords(id);
    return one.answer === undefined
      ? undefined
      : entry(
          id,
          reader.plain(label, `${id}.label`),
          reader.show(label, `${id}.label`),
          html`${inWords(one, one.answer, reader)} ${other && words.quoted({text: other})}`,
        );
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
