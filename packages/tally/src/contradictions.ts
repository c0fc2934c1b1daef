import {ANSWER_FORMS, type Code, type Id, type Questionnaire, type QuestionResult, type Results, type Table} from '@ppgp/schema';
import {share} from './share.js';

/** Two numbers of a results file that cannot both be true. */
export interface Contradiction {
  /** Absent where it concerns the whole campaign. */
  question?: Id;
  row?: Id;
  code?: Code;
  /**
   * `over-base`: k people are more than the n who answered. `sum`: the answers to a question with one choice add up to k, over its base n.
   * `over-counted`: k answered one question, of n answers in all. `part`: k is a part of n, and larger. `percent`: a percentage stands
   * beside k of n, and is not theirs.
   */
  why: 'over-base' | 'sum' | 'over-counted' | 'part' | 'percent';
  k: number;
  n: number;
  percent?: number;
}

/** Where a question or a row of it stands, and what it is read with. */
interface Place {
  question: Id;
  row?: Id;
  isOneChoice: boolean;
}

const numbersOf = (counts: object | undefined): [string, number][] =>
  Object.entries(counts ?? {}).flatMap(([code, count]: [string, unknown]) => (typeof count === 'number' ? [[code, count]] : []));
const sumOf = (counts: object | undefined): number => numbersOf(counts).reduce((sum, [, count]) => sum + count, 0);

/**
 * What a results file says that cannot be, whoever wrote it: nothing of such a file should be drawn. Suppressed numbers contradict nothing.
 * Percentages are no part of the format; where a file has `percents` beside `cells` they are checked against the one rounding rule.
 */
export function contradictionsIn(results: Results, questionnaire?: Questionnaire): Contradiction[] {
  const {audience, received, counted, weeks} = results;
  // A table published earlier stays when answers are taken out.
  const everyone = audience === 'public' ? received : counted;
  const found: Contradiction[] = [];
  if (received !== null && counted !== null && counted > received) found.push({why: 'part', k: counted, n: received});
  if (received !== null && sumOf(weeks) > received) found.push({why: 'part', k: sumOf(weeks), n: received});
  for (const [id, result] of Object.entries(results.questions)) {
    const question = questionnaire?.questions.find((one) => one.id === id);
    const form = question && ANSWER_FORMS[question.type];
    found.push(...inQuestion(result, {question: id, isOneChoice: form === 'code' || form === 'by-row' || form === 'yes-no'}, everyone));
  }
  return found;
}

function inQuestion(result: QuestionResult, place: Place, everyone: number | null): Contradiction[] {
  const {base, rows = {}, pairs = {}} = result;
  const {question} = place;
  const found = inTable(result, place);
  if (base !== null && everyone !== null && base > everyone) found.push({question, why: 'over-counted', k: base, n: everyone});
  for (const [row, table] of Object.entries(rows)) {
    found.push(...inTable(table, {...place, row}));
    if (table.base !== null && base !== null && table.base > base) found.push({question, row, why: 'over-counted', k: table.base, n: base});
  }
  for (const [names, pair] of Object.entries(pairs)) {
    const both = sumOf(pair);
    const least = Math.min(...names.split('|').map((row) => rows[row]?.base ?? Infinity));
    if (both > least) found.push({question, row: names, why: 'part', k: both, n: least});
  }
  return found;
}

function inTable(table: Table, {isOneChoice, ...place}: Place): Contradiction[] {
  const {base, cells, points, firsts} = table;
  if (base === null) return [];
  const found: Contradiction[] = numbersOf(cells)
    .filter(([, k]) => k > base)
    .map(([code, k]) => ({...place, code, why: 'over-base', k, n: base}));
  if (isOneChoice && found.length === 0 && sumOf(cells) > base) found.push({...place, why: 'sum', k: sumOf(cells), n: base});
  if (sumOf(firsts) > base) found.push({...place, why: 'sum', k: sumOf(firsts), n: base});
  for (const [code, k] of numbersOf(firsts)) {
    const n = cells[code];
    if (typeof n === 'number' && k > n) found.push({...place, code, why: 'part', k, n});
  }
  for (const [code, n] of numbersOf(points)) {
    const k = cells[code];
    if (typeof k === 'number' && k > n) found.push({...place, code, why: 'part', k, n});
  }
  const {percents} = table as {percents?: object};
  for (const [code, percent] of numbersOf(percents)) {
    const k = cells[code];
    if (typeof k === 'number' && k <= base && share(k, base).percent !== percent)
      found.push({...place, code, why: 'percent', k, n: base, percent});
  }
  return found;
}
