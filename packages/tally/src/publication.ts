import type {Id, QuestionResult, Results, Table} from '@ppgp/schema';
import {type Counts} from './counts.js';
import {type FiguresOptions, questionResult, resultsOf} from './figures.js';
import {hiddenCells} from './suppress.js';
import type {QuestionTally, Tally} from './tally.js';
import {unsaid} from './without-cells.js';

/** What the public was last told of a campaign, with the counts behind it. Plain JSON, to be kept: what was said stays said. */
export interface Publication {
  results: Results;
  received: number;
  /** By question, as each was last published; a question that was not yet is absent. */
  questions: Record<Id, QuestionTally>;
}

/** As for `figures`; the audience is the public, and no part of the answers is chosen. */
export interface PublishOptions extends Omit<FiguresOptions, 'audience' | 'filter' | 'basesOnly' | 'weeks' | 'flags'> {
  /** Answers are no longer asked for. */
  isOver: boolean;
}

/**
 * The next publication, or undefined while the public is to be told nothing new: it is made after at least k further answers.
 *
 * Two publications can be subtracted, so a question's table is replaced only when those who were added to it are themselves a
 * table that may be shown: at least k people, or nobody; for questions marked `profile` or `sensitive`, with no small cell.
 * Else the table published before stays. Such a question is published once no cell of it needs hiding; or once everything is
 * over with its cells hidden as usual, and then never again. Weeks and flags are not for the public.
 * @throws RangeError when k is not a whole number from 1.
 */
export function publish(before: Publication | undefined, tally: Tally, options: PublishOptions): Publication | undefined {
  const {k, received} = options;
  if (received < (before?.received ?? 0) + k) return undefined;
  const told = new Map(Object.entries(before?.questions ?? {}));
  const results = resultsOf({...options, audience: 'public'}, tally, (question) => {
    const {shape} = question;
    const earlier = told.get(shape.id);
    const result = questionResult(question, {k, audience: 'public', strict: shape.strict});
    const said = before?.results.questions[shape.id];
    const isNew =
      earlier === undefined || said === undefined
        ? isFirst(question, result, options)
        : said.hidden === undefined || !shape.strict
          ? isStep(earlier, question, k)
          : false;
    if (!isNew) return earlier && said ? said : unsaid(result);
    told.set(shape.id, JSON.parse(JSON.stringify(question)) as QuestionTally);
    return result;
  });
  return {results, received, questions: Object.fromEntries(told)};
}

const isFirst = ({shape, counts}: QuestionTally, {hidden}: QuestionResult, {k, isOver}: PublishOptions): boolean =>
  counts.base >= k && (!shape.strict || hidden === undefined || isOver);

/** Whether those who were added since may be shown as a table of their own, and nobody was taken out. */
function isStep(before: QuestionTally, after: QuestionTally, k: number): boolean {
  const {shape} = after;
  if (outline(before) !== outline(after)) return false;
  const {least, most} = shape;
  const rule = {least, most, exclusive: shape.codes.map((code) => shape.exclusive.includes(code))};
  const isTableStep = (old: Counts, next: Counts): boolean => {
    const added = minus(next, old);
    const outside = [added.declined, added.na];
    if ([added.base, ...outside, ...added.cells].some((count) => count < 0)) return false;
    // Of a row under k nothing was said.
    if (old.base < k) return true;
    if ([added.base, ...outside, ...added.cells].every((count) => count === 0)) return true;
    if (added.base < k) return false;
    if (!shape.strict) return true;
    return (
      outside.every((count) => count === 0 || count >= k) &&
      !hiddenCells({counts: added.cells, base: added.base, ...rule}, k).includes(true)
    );
  };
  const arePairsSteps = after.pairs.every((pair, i) => {
    const added = pair.map((count, at) => count - (before.pairs[i]?.[at] ?? 0));
    const people = added.reduce((sum, count) => sum + count, 0);
    if (added.some((count) => count < 0)) return false;
    return people === 0 || (shape.strict ? added.every((count) => count >= k) : people >= k);
  });
  const areRowsSteps = after.rows.every((row, i) => isTableStep(before.rows[i] ?? row, row));
  return arePairsSteps && areRowsSteps && isTableStep(before.counts, after.counts);
}

const outline = ({shape: {strict: _strict, ...shape}, rows}: QuestionTally): string => JSON.stringify([shape, rows.length]);

function minus(next: Counts, old: Counts): Pick<Counts, 'base' | 'declined' | 'na' | 'cells'> {
  return {
    base: next.base - old.base,
    declined: next.declined - old.declined,
    na: next.na - old.na,
    cells: next.cells.map((count, i) => count - (old.cells[i] ?? 0)),
  };
}

/** A publication as it may be read under another k: a greater one withdraws what it would not have let through. */
export function published({results}: Publication, k: number): Results {
  if (k <= results.k) return results;
  const isBelow = ({base}: Table): boolean => base === null || base < k;
  const questions = Object.entries(results.questions).map(([id, result]): [Id, QuestionResult] => {
    const isMatrixBelow = Object.values(result.rows ?? {}).some(isBelow);
    return [id, isBelow(result) || isMatrixBelow ? unsaid(result) : result];
  });
  return {...results, k, questions: Object.fromEntries(questions)};
}
