import type {Code, Id, QuestionResult, Results, Table} from '@ppgp/schema';
import {hiddenBases} from './bases.js';
import {type Counts, median} from './counts.js';
import {hiddenInParts, type CellRule} from './cross.js';
import {type FiguresOptions, questionResult, resultsOf} from './figures.js';
import type {Part} from './grid.js';
import type {Shape} from './shape.js';
import type {QuestionTally, Tally} from './tally.js';
import {told, unsaid, withoutCells} from './without-cells.js';

/** As for `figures`, of a part. */
export interface PartOptions extends FiguresOptions {
  /** How many people everyone is, and each part. */
  people: {everyone: number; parts: ReadonlyMap<string, number>};
  /**
   * Only where the parts are those who gave each answer to a question: what may be told of another, by its id; its cells as far as they
   * are safe, unless it says less.
   */
  tells?(this: void, question: Id): 'cells' | 'base' | 'nothing';
}

/**
 * The team's figures of one part of a campaign's answers (one territory, one language, one week, …), to be read beside the
 * whole and beside every part of the same and of other dimensions: `hiddenInParts` explains which cells are hidden, `hiddenBases`
 * which bases. Questions marked `profile` or `sensitive` have their base alone, since their whole table hides cells already; so
 * have pairs, points, first ranks, and who declined. A part that is the whole is shown as the whole is.
 *
 * Where the parts are those who gave each answer to a question, the same numbers would stand in that question's table, narrowed
 * the other way round; `tells` says of which questions they are told. There, those who did not answer are a cell like the others,
 * and a base is told where that cell is.
 *
 * So each table that crosses two things keeps its own secrets, and none says that nobody is in a cell, unless nobody is in the
 * whole: what two tables have in common is then what the whole says, and together they tell no more.
 *
 * `parts` are the tallies of every part, of which no two hold the same answer; who is in none of them is worked out.
 * @throws RangeError when k is not a whole number from 1, or there is no such part.
 */
export function partFigures(whole: Tally, parts: ReadonlyMap<string, Tally>, name: string, options: PartOptions): Results {
  const part = parts.get(name);
  if (part === undefined) throw new RangeError(`there is no part "${name}"`);
  const {k, people, tells = () => 'cells'} = options;
  const names = [...parts.keys()];
  const place: Place = {own: names.indexOf(name), everyone: people.everyone, sizes: names.map((each) => people.parts.get(each) ?? 0), k};
  const isEveryone = options.tells === undefined || place.sizes[place.own] === people.everyone;
  return resultsOf(options, part, (question) => {
    const at = part.questions.indexOf(question);
    const everyone = whole.questions[at] ?? question;
    const told = tells(question.shape.id);
    if (told === 'nothing') return unsaid(questionResult(question, {k, audience: 'team', strict: true}));
    if (isEveryone && isSame(question, everyone)) return questionResult(question, {k, audience: 'team', strict: question.shape.strict});
    const bare = withoutCells(questionResult(question, {k, audience: 'team', strict: true}));
    if (told === 'base') return bare;
    const all = [everyone, ...names.map((each) => parts.get(each)?.questions[at] ?? question)];
    return crossed(
      bare,
      question,
      all,
      options.tells === undefined ? tableBeside(question.shape, place) : answeredOrNot(question.shape, place),
    );
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

/** Where a part stands among the others. */
interface Place {
  own: number;
  everyone: number;
  /** How many people each part is. */
  sizes: readonly number[];
  k: number;
}

/** A table of a part, given everyone's and those of all parts. */
type TableOf = (table: Table, own: Counts, whole: Counts, parts: readonly Counts[]) => Table;

/** The tables of a question, and of each row. `all`: the same question in the whole, then in every part. */
function crossed(bare: QuestionResult, question: QuestionTally, all: readonly QuestionTally[], tableOf: TableOf): QuestionResult {
  const read = (table: Table, countsOf: (one: QuestionTally) => Counts | undefined): Table => {
    const own = countsOf(question);
    const [whole, ...parts] = all.flatMap((one) => countsOf(one) ?? []);
    return own && whole ? tableOf(table, own, whole, parts) : table;
  };
  const rows = question.shape.rows.map((id, row) => [id, read(bare.rows?.[id] ?? bare, ({rows}) => rows[row])] as const);
  const table = {...bare, ...read(bare, ({counts}) => counts)};
  return told({...table, ...(bare.rows && {rows: Object.fromEntries(rows)})}, table.base === null);
}

/** A part's table beside the whole and the other parts. */
const tableBeside =
  (shape: Shape, {own, everyone, sizes, k}: Place): TableOf =>
  (table, counts, whole, parts) => {
    const all = {size: everyone, base: whole.base};
    const each = parts.map(({base}, i) => ({size: sizes[i] ?? 0, base}));
    const rest = each.reduce((left, {size, base}) => ({size: left.size - size, base: left.base - base}), all);
    return hiddenBases(all, [...each, rest], k)[own] === true
      ? {...table, base: null}
      : cellsBeside(shape, own, k)(table, counts, whole, parts);
  };

/** The same where the base is told. */
const cellsBeside =
  (shape: Shape, own: number, k: number): TableOf =>
  (table, counts, whole, parts) => {
    if (shape.strict || counts.base < k || shape.form === 'words' || shape.form === 'day') return table;
    if (shape.form === 'amount') return {...table, median: isMedianSafe(counts, whole, k) ? median(counts) : null};
    return {...table, cells: cellsOf(shape, counts, hiddenInParts(whole, [...parts, restOf(whole, parts)], ruleOf(shape), k)[own] ?? [])};
  };

/** The same where those who did not answer are as much of a secret as an answer. */
const answeredOrNot =
  (shape: Shape, {own, everyone, sizes, k}: Place): TableOf =>
  (table, counts, whole, parts) => {
    const isOne = !shape.strict && (shape.form === 'code' || shape.form === 'yes-no');
    const withRest = ({cells, base}: Counts, size: number): Part => ({base: size, cells: [...(isOne ? cells : [base]), size - base]});
    const all = withRest(whole, everyone);
    const each = parts.map((one, i) => withRest(one, sizes[i] ?? 0));
    const rule = {least: 1, most: 1, exclusive: all.cells.map(() => false)};
    const hidden = hiddenInParts(all, [...each, restOf(all, each)], rule, k)[own] ?? [];
    const isBaseTold = hidden.at(-1) === false;
    if (!isOne) return isBaseTold ? cellsBeside(shape, own, k)(table, counts, whole, parts) : {...table, base: null};
    const cells = cellsOf(shape, counts, whole.base < k ? shape.codes.map(() => true) : hidden);
    return {...table, base: isBaseTold ? table.base : null, cells};
  };

const ruleOf = (shape: Shape): CellRule => ({...shape, exclusive: shape.codes.map((code) => shape.exclusive.includes(code))});

const cellsOf = ({codes}: Shape, {cells}: Counts, hidden: readonly boolean[]): Record<Code, number | null> =>
  Object.fromEntries(codes.map((code, i) => [code, hidden[i] === true ? null : (cells[i] ?? 0)]));

/** Those whom no part holds. */
function restOf(whole: Part, parts: readonly Part[]): Part {
  return {
    base: parts.reduce((left, {base}) => left - base, whole.base),
    cells: whole.cells.map((count, i) => parts.reduce((left, {cells}) => left - (cells[i] ?? 0), count)),
  };
}

/** k answers on either side of it, in the part and in the rest. */
const isMedianSafe = ({base}: Counts, whole: Counts, k: number): boolean => base >= 2 * k && whole.base - base >= 2 * k;
