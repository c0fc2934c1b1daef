import type {Asked, Problem, Step} from '@ppgp/session';
import {fr} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {partId} from '../../questions/question-view.js';
import {icons} from '../icons.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** What to do about a problem, in the author's words where there are any. */
export function problemSentence(problem: Problem, {question}: Asked, {kinds, reader}: QuestionnaireElement): string {
  const words = reader.words(fr);
  if (question.error) return reader.plain(question.error, `${question.id}.error`);
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
      return kinds.problem?.(problem, reader) ?? words.problemOther;
  }
}

/** What is wrong in a step, counted in words, with a way to each place. */
export function problemSummary(element: QuestionnaireElement, {asked}: Step, problems: readonly Problem[]): TemplateResult | undefined {
  if (problems.length === 0) return undefined;
  const {reader} = element;
  const words = reader.words(fr);
  const place = (problem: Problem): TemplateResult | undefined => {
    const found = asked.find(({question}) => question.id === problem.question);
    if (!found) return undefined;
    const {id} = found.question;
    const row = problem.code === 'row-required' ? found.rows.find((one) => one.id === problem.row) : undefined;
    const question = reader.plainLabel(found.question);
    const control = (): HTMLElement | null | undefined =>
      element.find(partId(id, row?.id ?? 'question'))?.querySelector<HTMLElement>('input, textarea, select, button:enabled');
    return html`<li>
      <button type="button" @click=${() => control()?.focus()}>${row ? words.problemRow({row: reader.choice(found.question, row), question}) : question}</button>
    </li>`;
  };
  return html`<div class="note error" part="problems" id="problems" role="group" aria-label=${words.problemsTitle} tabindex="-1">
    ${icons.warning}<b>${words.problems({count: problems.length})}</b>
    <ul>
      ${problems.map(place)}
    </ul>
  </div>`;
}
