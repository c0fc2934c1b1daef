import type {Code, Id, QuestionResult, Results, Table} from '@ppgp/schema';
import {type Counts, median} from './counts.js';
import {hiddenInParts} from './cross.js';
import {type FiguresOptions, questionResult, resultsOf} from './figures.js';
import type {Part} from './grid.js';
import type {Shape} from './shape.js';
import type {QuestionTally, Tally} from './tally.js';
import {told, unsaid, withoutCells} from './without-cells.js';

/** As for `figures`, of a part. */
export interface PartOptions extends FiguresOptions {
  /** What may be told of a question, by its id: its cells as far as they are safe, unless it says less. */
  crossing?(this: void, question: Id): 'cells' | 'base' | 'nothing';
}

/**
 * The team's figures of one part of a campaign's answers (one territory, one language, one week, …), to be read beside the
 * whole and beside every other part of the same dimension: `hiddenInParts` explains what is hidden. Questions marked `profile`
 * or `sensitive` have their base alone, since their whole table hides cells already; so have pairs, points, first ranks, and
 * who declined. A part that is the whole is shown as the whole is.
 *
 * Where the parts are those who gave each answer to a question, the same numbers would stand in that question's table, narrowed
 * the other way round; `crossing` says of which questions they are told.
 *
 * `parts` are the tallies of every part, of which no two hold the same answer; who is in none of them is worked out.
 * @throws RangeError when k is not a whole number from 1, or there is no such part.
 */
export function partFigures(whole: Tally, parts: ReadonlyMap<string, Tally>, name: string, options: PartOptions): Results {
  const part = parts.get(name);
  if (part === undefined) throw new RangeError(`there is no part "${name}"`);
  const names = [...parts.keys()];
  return resultsOf(options, part, (question) => {
    const at = part.questions.indexOf(question);
    const everyone = whole.questions[at] ?? question;
    const crossing = options.crossing?.(question.shape.id) ?? 'cells';
    if (crossing === 'nothing') return unsaid(questionResult(question, {k: options.k, audience: 'team', strict: true}));
    if (isSame(question, everyone)) return questionResult(question, {k: options.k, audience: 'team', strict: question.shape.strict});
    const result = withoutCells(questionResult(question, {k: options.k, audience: 'team', strict: true}));
    if (crossing === 'base' || question.shape.strict || question.counts.base < options.k) return result;
    const others = names.map((each) => parts.get(each)?.questions[at] ?? question);
    return crossed(result, {question, everyone, others, own: names.indexOf(name)}, options.k);
  });
}

/**
 * Figures that say nothing, not even how many: of answers that were chosen by something hidden, or before anything is published.
 * @throws RangeError when k is not a whole number from 1.
 */
export function silentFigures(tally: Tally, options: FiguresOptions): Results {
  const results = resultsOf(options, tally, (question) =>
    unsaid(questionResult(question, {k: options.k, audience: options.audience, strict: true})),
  );
  const {flags: _flags, weeks: _weeks, ...rest} = results;
  return {...rest, received: null, counted: null};
}

const isSame = (a: QuestionTally, b: QuestionTally): boolean =>
  JSON.stringify([a.counts, a.rows, a.pairs]) === JSON.stringify([b.counts, b.rows, b.pairs]);

interface Crossing {
  question: QuestionTally;
  everyone: QuestionTally;
  /** The same question in every part. */
  others: QuestionTally[];
  /** Which of them is the question's own. */
  own: number;
}

function crossed(result: QuestionResult, {question, everyone, others, own}: Crossing, k: number): QuestionResult {
  const {shape} = question;
  const open = (table: Table, counts: Counts, whole: Counts, parts: Counts[]): Table => {
    if (shape.form === 'words' || shape.form === 'day') return table;
    if (shape.form === 'amount') return {...table, median: isMedianSafe(counts, whole, k) ? median(counts) : null};
    const rule = {...shape, exclusive: shape.codes.map((code) => shape.exclusive.includes(code))};
    const hidden = hiddenInParts(whole, [...parts, restOf(whole, parts)], rule, k)[own] ?? [];
    return {...table, cells: cellsOf(shape, counts, counts.base < k ? shape.codes.map(() => true) : hidden)};
  };
  const rows = shape.rows.flatMap((id, row) => {
    const [table, counts, whole] = [result.rows?.[id], question.rows[row], everyone.rows[row]];
    const parts = others.flatMap((other) => other.rows[row] ?? []);
    return table && counts && whole ? [[id, open(table, counts, whole, parts)] as const] : [];
  });
  const parts = others.map((other) => other.counts);
  const table = shape.form === 'by-row' ? result : {...result, ...open(result, question.counts, everyone.counts, parts)};
  return told({...table, ...(result.rows && {rows: Object.fromEntries(rows)})}, false);
}

const cellsOf = ({codes}: Shape, {cells}: Counts, hidden: readonly boolean[]): Record<Code, number | null> =>
  Object.fromEntries(codes.map((code, i) => [code, hidden[i] === true ? null : (cells[i] ?? 0)]));

/** Those whom no part holds. */
function restOf(whole: Counts, parts: readonly Counts[]): Part {
  return {
    base: parts.reduce((left, {base}) => left - base, whole.base),
    cells: whole.cells.map((count, i) => parts.reduce((left, {cells}) => left - (cells[i] ?? 0), count)),
  };
}

/** k answers on either side of it, in the part and in the rest. */
const isMedianSafe = ({base}: Counts, whole: Counts, k: number): boolean => base >= 2 * k && whole.base - base >= 2 * k;
