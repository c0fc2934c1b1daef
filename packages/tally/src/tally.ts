import type {Answer, Answers, Id, Lang, Mode, Questionnaire} from '@ppgp/schema';
import {type Counts, count, isBelowZero, noCounts, raise, type Step, sum, sumLists} from './counts.js';
import {pairsOf, type Shape, shapeOf} from './shape.js';

/** One answer as it is counted: what is visible and valid of it (`session` decides), and what it may be filtered by. */
export interface Counted {
  answers: Answers;
  lang: Lang;
  mode: Mode;
  territory?: Id;
  source?: Id;
  wave?: Id;
  version: string;
  /** ISO week of the answer's day, 'YYYY-Www'. */
  week: string;
}

/** Favourable answers of those who answered two rows: both, only the first, only the second, neither. */
export type PairCounts = [both: number, a: number, b: number, neither: number];

export interface QuestionTally {
  shape: Shape;
  counts: Counts;
  /** Along `shape.rows`; empty but for a matrix. */
  rows: Counts[];
  /** Along `pairsOf(shape.rows)`; empty where the scale has no favourable choice. */
  pairs: PairCounts[];
}

/** What many answers to one questionnaire say. Plain JSON, so that it can be kept and merged; read it through `figures`. */
export interface Tally {
  questions: QuestionTally[];
}

export function empty(definition: Questionnaire): Tally {
  const shapes = definition.questions.flatMap((question) => shapeOf(definition, question) ?? []);
  return {
    questions: shapes.map((shape) => ({
      shape,
      counts: noCounts(shape),
      rows: shape.rows.map(() => noCounts(shape)),
      pairs: shape.favourable.length > 0 ? pairsOf(shape.rows).map((): PairCounts => [0, 0, 0, 0]) : [],
    })),
  };
}

/** Counts one answer. Questions, rows and codes that the definition does not have are left out. */
export function add(tally: Tally, answer: Counted): void {
  step(tally, answer, 1);
}

/**
 * Takes out an answer that was added.
 * @throws RangeError when a count would fall below zero: it was not added; the tally is left as it was.
 */
export function remove(tally: Tally, answer: Counted): void {
  step(tally, answer, -1);
  if (tally.questions.some(({counts, rows, pairs}) => [counts, ...rows].some(isBelowZero) || pairs.flat().some((each) => each < 0))) {
    step(tally, answer, 1);
    throw new RangeError('this answer is not in the tally');
  }
}

/**
 * As if every answer of both had been added to one; both are left as they are.
 * @throws RangeError when the two count different questions, rows or codes.
 */
export function merge(a: Tally, b: Tally): Tally {
  if (outline(a) !== outline(b)) throw new RangeError('tallies of different definitions cannot be merged');
  const questions = a.questions.map((question, i) => {
    const other = b.questions[i] ?? question;
    return {
      shape: question.shape,
      counts: sum(question.counts, other.counts),
      rows: question.rows.map((row, r) => sum(row, other.rows[r] ?? row)),
      pairs: question.pairs.map((pair, p) => sumLists(pair, other.pairs[p] ?? pair) as PairCounts),
    };
  });
  return {questions};
}

const outline = ({questions}: Tally): string =>
  JSON.stringify(questions.map(({shape: {id, form, codes, na, favourable, most, rows}}) => [id, form, codes, na, favourable, most, rows]));

function step(tally: Tally, {answers}: Counted, by: Step): void {
  for (const question of tally.questions) {
    const {id, form} = question.shape;
    if (!Object.hasOwn(answers, id)) continue;
    if (form === 'by-row') stepMatrix(question, answers[id], by);
    else count(question.shape, question.counts, answers[id], by);
  }
}

/**
 * A person is in a matrix's own base when at least one row is in its base. A matrix declined as a whole counts nowhere: which
 * of its rows were asked is not known.
 */
function stepMatrix({shape, counts, rows, pairs}: QuestionTally, answer: Answer | undefined, by: Step): void {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return;
  const given = shape.rows.map((id, i) => {
    const code = Object.hasOwn(answer, id) ? answer[id] : undefined;
    const row = rows[i];
    return row && count(shape, row, code, by) && typeof code === 'string' ? shape.favourable.includes(code) : undefined;
  });
  if (given.some((favourable) => favourable !== undefined)) counts.base += by;
  if (pairs.length === 0) return;
  pairsOf(given).forEach(([a, b], i) => {
    const pair = pairs[i];
    if (pair && a !== undefined && b !== undefined) raise(pair, a ? (b ? 0 : 1) : b ? 2 : 3, by);
  });
}
