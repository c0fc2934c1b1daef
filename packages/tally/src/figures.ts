import type {Code, Day, Id, Pair, QuestionResult, Results, Table} from '@ppgp/schema';
import {type Counts, median} from './counts.js';
import {pairsOf, type Shape} from './shape.js';
import {hiddenCells, isPairSafe} from './suppress.js';
import type {QuestionTally, Tally} from './tally.js';
import {told, withoutCells} from './without-cells.js';

export interface FiguresOptions {
  /** The smallest base that is shown; a whole number from 1. */
  k: number;
  audience: 'team' | 'public';
  asOf: Day;
  campaign: Id;
  versions: string[];
  /** Answers stored, and those of them that nobody excluded. */
  received: number;
  counted: number;
  flags?: Record<string, number>;
  /** Received, per ISO week 'YYYY-Www'. */
  weeks?: Record<string, number>;
  /** What the answers in the tally were chosen by. One entry or more makes every table a narrowed one. */
  filter?: Record<string, string>;
  /** How many people were asked. */
  expected?: number;
  /** Every cell is hidden: what it would say beside other figures cannot be told. */
  basesOnly?: boolean;
}

export interface Rule {
  k: number;
  audience: 'team' | 'public';
  /** Cells under k are hidden too: the table is narrowed, or its question is marked `profile` or `sensitive`. */
  strict: boolean;
}

/**
 * The figures to show, suppressed as `hiddenCells` explains. Below k: the base alone for the team, nothing for the public,
 * `hidden: 'base'`. A matrix is judged row by row: `hidden: 'cells'` says that something in it is hidden, be it a row under k.
 * In a strict table `declined` and `na` are shown only where both are at least k, a median only with k answers on either side,
 * points and first ranks never: beside the cells they would give each other away. Flags are for the team alone.
 * @throws RangeError when k is not a whole number from 1.
 */
export function figures(tally: Tally, options: FiguresOptions): Results {
  const {k, audience, filter, basesOnly = false} = options;
  const isNarrowed = filter !== undefined && Object.keys(filter).length > 0;
  return resultsOf(options, tally, (question) => {
    const result = questionResult(question, {k, audience, strict: isNarrowed || question.shape.strict});
    return basesOnly ? withoutCells(result) : result;
  });
}

/**
 * What is said of all answers together, and of each question what `read` says.
 * @throws RangeError when k is not a whole number from 1.
 */
export function resultsOf(options: FiguresOptions, tally: Tally, read: (question: QuestionTally) => QuestionResult): Results {
  const {k, audience, asOf, campaign, versions, received, counted, flags, weeks, filter, expected} = options;
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k must be a whole number from 1, not ${k}`);
  const isPublic = audience === 'public';
  const shown = (count: number) => (isPublic && count < k ? null : count);
  return {
    format: 'ppgp-results/1',
    campaign,
    versions,
    audience,
    k,
    asOf,
    ...(filter && {filter}),
    received: shown(received),
    counted: shown(counted),
    ...(expected !== undefined && {expected}),
    ...(flags && !isPublic && {flags}),
    ...(weeks && {weeks: isPublic ? publicWeeks(weeks, k) : weeks}),
    questions: Object.fromEntries(tally.questions.map((question) => [question.shape.id, read(question)])),
  };
}

export function questionResult(question: QuestionTally, rule: Rule): QuestionResult {
  const {shape, counts} = question;
  const result: QuestionResult = shape.form === 'by-row' ? matrix(question, rule) : table(shape, counts, rule);
  return told(result, counts.base < rule.k);
}

/** A matrix's own table is its base only. */
function matrix({shape, counts, rows, pairs}: QuestionTally, rule: Rule): QuestionResult {
  const named = shape.rows.flatMap((id, i) => {
    const row = rows[i];
    return row ? [{id, row, table: table(shape, row, rule)}] : [];
  });
  const result: QuestionResult = {
    base: baseOf(counts, rule),
    cells: {},
    rows: Object.fromEntries(named.map((each) => [each.id, each.table])),
  };
  if (pairs.length === 0) return result;
  const shares = named.map(({id, row, table: {cells}}) => ({
    id,
    base: row.base,
    favourable: row.cells.reduce((sum, count, i) => (shape.favourable.includes(shape.codes[i] ?? '') ? sum + count : sum), 0),
    isWhole: !Object.values(cells).includes(null),
  }));
  const shown = pairsOf(shares).map(([a, b], i): [string, Pair] => {
    const pair = pairs[i] ?? [0, 0, 0, 0];
    const [both, onlyA, onlyB, neither] = pair;
    const isShown =
      both + onlyA + onlyB + neither >= rule.k && (!rule.strict || (a.isWhole && b.isWhole && isPairSafe(pair, a, b, rule.k)));
    return [`${a.id}|${b.id}`, isShown ? {both, a: onlyA, b: onlyB, neither} : {both: null, a: null, b: null, neither: null}];
  });
  return {...result, pairs: Object.fromEntries(shown)};
}

/** The table of a question, or of one row of a matrix. */
function table(shape: Shape, counts: Counts, rule: Rule): Table {
  const base = baseOf(counts, rule);
  if (shape.form === 'words' || shape.form === 'day') return {base, cells: {}};
  const {k, strict} = rule;
  const isBelow = counts.base < k;
  const areOutsidersHidden = isBelow || (strict && (counts.declined < k || counts.na < k));
  const hidden = hiddenOf(shape, counts, rule);
  const result: Table = {
    base,
    declined: areOutsidersHidden ? null : counts.declined,
    na: areOutsidersHidden ? null : counts.na,
    cells: byCode(shape, counts.cells, hidden),
  };
  if (shape.form === 'amount') return {...result, median: isBelow || (strict && counts.base < 2 * k) ? null : median(counts)};
  if (shape.form !== 'ranked') return result;
  const places = shape.codes.map(() => isBelow || strict);
  return {...result, points: byCode(shape, counts.points, places), firsts: byCode(shape, counts.firsts, places)};
}

const baseOf = ({base}: Counts, {k, audience}: Rule): number | null => (base < k && audience === 'public' ? null : base);

/** Which cells of a table are hidden, along the shape's codes. */
function hiddenOf({codes, exclusive, least, most}: Shape, {base, cells}: Counts, {k, strict}: Rule): boolean[] {
  if (base < k || !strict) return codes.map(() => base < k);
  return hiddenCells({counts: cells, base, least, most, exclusive: codes.map((code) => exclusive.includes(code))}, k);
}

function byCode({codes}: Shape, counts: number[], hidden: boolean[]): Record<Code, number | null> {
  return Object.fromEntries(codes.map((code, i) => [code, hidden[i] ? null : (counts[i] ?? 0)]));
}

/** A week narrows too: the public sees it as a table of which everyone received is the base. */
function publicWeeks(weeks: Record<string, number>, k: number): Record<string, number | null> {
  const counts = Object.values(weeks);
  const base = counts.reduce((sum, count) => sum + count, 0);
  const hidden = hiddenCells({counts, base, least: 1, most: 1, exclusive: counts.map(() => false)}, k);
  return Object.fromEntries(Object.keys(weeks).map((week, i) => [week, hidden[i] || base < k ? null : (counts[i] ?? 0)]));
}
