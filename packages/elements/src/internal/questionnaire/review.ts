import type {Answer, Choice} from '@ppgp/schema';
import {isAsking, type Asked, type Walk} from '@ppgp/session';
import {fr} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import type {Reader} from '../reader.js';
import {contact, head} from './asking.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** An answer in words, that of one row where it is a matrix. */
function inWords({question, choices}: Asked, answer: Answer, reader: Reader): string {
  const words = reader.words(fr);
  if (answer === null) return words.declined;
  const label = (code: string): string => {
    const choice = choices.find(({id}) => id === code);
    return choice === undefined ? code : reader.choice(question, choice);
  };
  if (Array.isArray(answer)) return words.list({items: answer.map(label)});
  if (typeof answer === 'string' && question.type === 'text') return words.quoted({text: answer});
  return typeof answer === 'string' ? label(answer) : String(answer);
}

/** An answer in words; a matrix as a list of its rows. */
function answered(asked: Asked, other: string, reader: Reader): string | TemplateResult {
  const {answer, rows} = asked;
  const words = reader.words(fr);
  if (answer === undefined) return '';
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
    const given = rows.filter(({id}) => Object.hasOwn(answer, id));
    const line = (row: Choice): TemplateResult =>
      html`<li>${words.rowAnswer({row: reader.plain(row.label), answer: inWords(asked, answer[row.id] ?? null, reader)})}</li>`;
    return html`<ul>
      ${given.map(line)}
    </ul>`;
  }
  const said = inWords(asked, answer, reader);
  return other === '' ? said : `${said} ${words.quoted({text: other})}`;
}

/** All answers before they go, each with a way to change it. */
export function review(element: QuestionnaireElement, {session, progress}: Walk): TemplateResult {
  const {reader, level, afterPaint} = element;
  const words = reader.words(fr);
  const asked = session.asked.filter(isAsking);
  const given = asked.filter(({answer}) => answer !== undefined);
  const [skipped] = asked.filter(({answer}) => answer === undefined);
  const entry = (term: string | TemplateResult, name: string, said: string | TemplateResult, goTo: string): TemplateResult =>
    html`<div>
      <dt>${term}</dt>
      <dd>${said}</dd>
      <dd>
        <button type="button" @click=${() => element.goTo(goTo)}>${words.change}<span class="hidden"> : ${name}</span></button>
      </dd>
    </div>`;
  return html`${head(element, words.review, progress, true)}
    <div class="grid">
      <div class="title" role="heading" aria-level=${level} tabindex="-1" id="review">${words.reviewTitle}</div>
      <p>${words.reviewLead({answered: given.length, count: asked.length})}</p>
    </div>
    <dl part="review">
      ${given.map((one) => {
        const {id, label} = one.question;
        const key = `${id}.label`;
        return entry(reader.show(label, key), reader.plain(label, key), answered(one, session.otherWords(id), reader), id);
      })}
      ${skipped === undefined ? nothing : entry(words.skipped, words.skipped, String(asked.length - given.length), skipped.question.id)}
    </dl>
    <div class="grid">
      <button type="button" class="primary" part="send" @click=${() => void afterPaint?.send()}>${words.send}</button>
      ${afterPaint?.waitingLine()}
    </div>
    ${contact(element)}`;
}
