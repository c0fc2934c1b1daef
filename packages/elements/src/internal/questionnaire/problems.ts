import type {Asked, Problem, Step} from '@ppgp/session';
import {fr} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {partId} from '../../questions/question-view.js';
import {icons} from '../icons.js';
import type {Reader} from '../reader.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** What to do about a problem, in the author's words where there are any. */
export function problemSentence(problem: Problem, {question}: Asked, reader: Reader): string {
  const words = reader.words(fr);
  if (question.error !== undefined) return reader.plain(question.error, `${question.id}.error`);
  switch (problem.code) {
    case 'required':
      return question.type === 'text' ? words.problemRequiredText : words.problemRequired;
    case 'row-required':
      return words.problemRequired;
    case 'too-many':
      return words.problemTooMany(problem);
    case 'too-few':
      return words.problemTooFew(problem);
    case 'too-long':
      return words.problemTooLong(problem);
    default:
      return words.problemOther;
  }
}

/** What is wrong in a step, counted in words, with a link to each place. */
export function problemSummary(element: QuestionnaireElement, step: Step, problems: readonly Problem[]): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const {reader} = element;
  const words = reader.words(fr);
  const link = (problem: Problem): TemplateResult | typeof nothing => {
    const asked = step.asked.find(({question}) => question.id === problem.question);
    if (asked === undefined) return nothing;
    const question = reader.plain(asked.question.label, `${problem.question}.label`);
    const row = problem.code === 'row-required' ? asked.rows.find(({id}) => id === problem.row) : undefined;
    const text = row === undefined ? question : words.problemRow({row: reader.plain(row.label), question});
    const place = partId(problem.question, row?.id ?? 'question');
    return html`<li><button type="button" @click=${() => element.find(place)?.querySelector<HTMLElement>('input, textarea')?.focus()}>${text}</button></li>`;
  };
  return html`<div class="note error" part="problems" id="problems" role="group" aria-label=${words.problemsTitle} tabindex="-1">
    ${icons.warning}<b>${words.problems({count: problems.length})}</b>
    <ul>
      ${problems.map(link)}
    </ul>
  </div>`;
}
