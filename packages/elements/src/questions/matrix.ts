import type {Choice} from '@ppgp/schema';
import {isPerMaterial} from '@ppgp/session';
import {html, nothing, type TemplateResult} from 'lit';
import {sheet} from '../internal/icons.js';
import {errorLine, group} from './frame.js';
import {partId, type QuestionContext, type QuestionView} from './question-view.js';
import {lookOf, scaleCells} from './scale-cells.js';

/** The document of a row, small; decorative, because the row is named beside it. */
function picture({asked, resolve}: QuestionContext, row: Choice): TemplateResult | typeof nothing {
  if (row.picture !== undefined) return html`<img class="document" src=${resolve(row.picture)} alt="" />`;
  return asked.question.type === 'matrix' && isPerMaterial(asked.question) ? sheet : nothing;
}

function rowGroup(context: QuestionContext, row: Choice): TemplateResult {
  const {asked, reader, answerRow, problems} = context;
  const {question, choices, answer} = asked;
  const given = typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {};
  const problem = problems.find((one) => one.code === 'row-required' && one.row === row.id);
  const error = partId(question.id, `${row.id}.error`);
  const cells = {
    question,
    choices,
    reader,
    name: partId(question.id, row.id),
    chosen: Object.hasOwn(given, row.id) ? given[row.id] : undefined,
    choose: (code: string) => answerRow(row.id, code),
  };
  return html`<fieldset class="row" part="row" id=${partId(question.id, row.id)} aria-describedby=${problem === undefined ? nothing : error}>
    <legend tabindex="-1">${picture(context, row)}<span>${reader.show(row.label)}</span></legend>
    ${problem === undefined ? nothing : errorLine(error, problem.sentence)}${scaleCells(lookOf(question), cells)}
  </fieldset>`;
}

/** The same scale for several rows: a list of small groups, never a table. */
export const matrix: QuestionView = (context) =>
  group(context, html`<div class="matrix">${context.asked.rows.map((row) => rowGroup(context, row))}</div>`);
