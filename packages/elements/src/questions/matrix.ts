import type {Choice} from '@ppgp/schema';
import {isByRow, isPerMaterial, own} from '@ppgp/session';
import {html, nothing, type TemplateResult} from 'lit';
import {sheet} from '../internal/icons.js';
import {errorLine, group} from './frame.js';
import {partId, type QuestionContext, type QuestionView} from './question-view.js';
import {scaleCells} from './scale-cells.js';

/** The document of a row, small; decorative, because the row is named beside it. */
function picture({asked: {question}, asker}: QuestionContext, row: Choice): TemplateResult | undefined {
  if (row.picture) return html`<img class="document" src=${asker.resolve(row.picture)} alt="" />`;
  return question.type === 'matrix' && isPerMaterial(question) ? sheet : undefined;
}

function rowGroup(context: QuestionContext, row: Choice): TemplateResult {
  const {asked, asker, problems} = context;
  const {question, answer} = asked;
  const id = partId(question.id, row.id);
  const chosen = isByRow(answer) ? own(answer, row.id) : undefined;
  const problem = problems.find((one) => one.code === 'row-required' && one.row === row.id);
  const choose = (code: string): void => asker.change(question.id, (session) => session.answerRow(question.id, row.id, code));
  return html`<fieldset class="row" part="row" id=${id} aria-describedby=${problem ? partId(id, 'error') : nothing}>
    <legend>${picture(context, row)}<span>${asker.reader.showChoice(question, row)}</span></legend>
    ${problem && errorLine(partId(id, 'error'), problem.sentence)}${scaleCells(context, id, chosen, choose)}
  </fieldset>`;
}

/** The same scale for several rows: a list of small groups, never a table. */
export const matrix: QuestionView = (context) =>
  group(context, html`<div>${context.asked.rows.map((row) => rowGroup(context, row))}</div>`);
