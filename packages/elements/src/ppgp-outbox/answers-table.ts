import {frOutbox as words, type Column} from '@ppgp/words';
import type {OutboxExport} from '../internal/outbox.js';

type Cell = string | number;

/** Before the names of questions, so that one that is called « lang » is not taken for the column of that name. */
const QUESTION = 'q/';
const FIRST: readonly Column[] = [
  'campaign',
  'version',
  'day',
  'savedDay',
  'endpoint',
  'id',
  'lang',
  'mode',
  'territory',
  'source',
  'wave',
];

/** What a spreadsheet would run as a formula, full-width signs included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text is guarded by an apostrophe and quoted where needed; a number stays a number, with the French comma. */
function written(value: Cell): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return safe !== value || /[";\r\n]/.test(value) ? `"${safe.replaceAll('"', '""')}"` : value;
}

/** An answer as cells by column: a list is one cell, a matrix or a board one column a row, `question.row`. */
function cellsOf(name: string, answer: unknown): [string, Cell][] {
  if (Array.isArray(answer)) return [[name, answer.map(String).join(', ')]];
  if (typeof answer === 'number') return [[name, answer]];
  if (typeof answer !== 'object' || answer === null) return [[name, answer === null ? '~' : String(answer)]];
  return Object.entries(answer).flatMap(([row, one]) => cellsOf(`${name}.${row}`, one));
}

/** What a payload says, by column; itself where it is sealed, or no JSON. */
function contentOf(kind: string, payload: string): Record<string, Cell> {
  try {
    if (kind !== 'plain') return {unread: payload};
    const {answers, other, ...rest} = Object(JSON.parse(payload)) as Record<string, unknown>;
    const said = (answer: unknown, after: string): [string, Cell][] =>
      Object.entries(Object(answer) as object).flatMap(([question, one]) => cellsOf(QUESTION + question + after, one));
    const about = FIRST.flatMap((name): [string, Cell][] => (rest[name] === undefined ? [] : [[name, String(rest[name])]]));
    return Object.fromEntries([...about, ...said(answers, ''), ...said(other, '.autre')]);
  } catch {
    return {unread: payload};
  }
}

/** Answers as a table for a person with a French spreadsheet: UTF-8 with its mark, semicolons, one line an answer, one column a question. */
export function answersTable({items}: OutboxExport): string {
  const lines = items.map(({endpoint, savedDay, item: {campaign, version, day, id, kind, payload}}): Record<string, Cell> => ({
    ...contentOf(kind, payload),
    ...{campaign, version, day, savedDay, endpoint, id},
  }));
  const columns = [...new Set([...FIRST, ...lines.flatMap((line) => Object.keys(line))])];
  const head = columns.map((name) => (name.startsWith(QUESTION) ? name.slice(QUESTION.length) : words.column({name: name as Column})));
  const rows = [head, ...lines.map((line) => columns.map((name) => line[name] ?? ''))];
  return `\ufeff${rows.map((row) => `${row.map(written).join(';')}\r\n`).join('')}`;
}
