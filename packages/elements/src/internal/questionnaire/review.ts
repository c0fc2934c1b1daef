import type {Answer, Choice} from '@ppgp/schema';
import {isAsking, type Asked} from '@ppgp/session';
import {html, nothing, type TemplateResult} from 'lit';
import type {Reader} from '../reader.js';
import {head} from './asking.js';
import {contact} from './contact.js';
import type {QuestionnaireElement} from './questionnaire-element.js';
import {waitingLine} from './receipt.js';

function words(asked: Asked, answer: Answer, choices: readonly Choice[], reader: Reader): string {
  if (answer === null) return reader.words.declined;
  const label = (code: string): string => {
    const choice = choices.find(({id}) => id === code);
    return choice === undefined ? code : reader.choice(asked.question, choice);
  };
  if (Array.isArray(answer)) return reader.words.list({items: answer.map(label)});
  if (typeof answer === 'string' && asked.question.type === 'text') return reader.words.quoted({text: answer});
  return typeof answer === 'string' ? label(answer) : String(answer);
}

/** An answer in words; a matrix as a list of its rows. */
function answered(asked: Asked, other: string, reader: Reader): string | TemplateResult {
  const {answer, rows, choices} = asked;
  if (answer === undefined) return '';
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
    const given = rows.filter(({id}) => Object.hasOwn(answer, id));
    const line = (row: Choice): TemplateResult =>
      html`<li>${reader.words.rowAnswer({row: reader.plain(row.label), answer: words(asked, answer[row.id] ?? null, choices, reader)})}</li>`;
    return html`<ul>
      ${given.map(line)}
    </ul>`;
  }
  const said = words(asked, answer, choices, reader);
  return other === '' ? said : `${said} ${reader.words.quoted({text: other})}`;
}

function entry(
  element: QuestionnaireElement,
  term: string | TemplateResult,
  name: string,
  said: string | TemplateResult,
  goTo: string,
): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${said}</dd>
    <dd>
      <button type="button" @click=${() => element.goTo(goTo)}>${element.reader.words.change}<span class="hidden"> : ${name}</span></button>
    </dd>
  </div>`;
}

/** All answers before they go, each with a way to change it. */
export function review(element: QuestionnaireElement): TemplateResult {
  const {walk, reader, headingLevel} = element;
  if (walk === undefined) return html`${nothing}`;
  const {session, progress} = walk;
  const asked = session.asked.filter(isAsking);
  const given = asked.filter(({answer}) => answer !== undefined);
  const [skipped] = asked.filter(({answer}) => answer === undefined);
  const {words: say} = reader;
  return html`${head(element, say.review, progress, true)}
    <div class="grid">
      <div class="title" role="heading" aria-level=${headingLevel} tabindex="-1" id="review">${say.reviewTitle}</div>
      <p>${say.reviewLead({answered: given.length, count: asked.length})}</p>
    </div>
    <dl part="review">
      ${given.map((one) => {
        const {id, label} = one.question;
        return entry(
          element,
          reader.show(label, `${id}.label`),
          reader.plain(label, `${id}.label`),
          answered(one, session.otherWords(id), reader),
          id,
        );
      })}
      ${skipped === undefined ? nothing : entry(element, say.skipped, say.skipped, String(asked.length - given.length), skipped.question.id)}
    </dl>
    <div class="grid">
      <button type="button" class="primary" part="send" @click=${() => void element.send()}>${say.send}</button>
      ${waitingLine(element)}
    </div>
    ${contact(element)}`;
}
