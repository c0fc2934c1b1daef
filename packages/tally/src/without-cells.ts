import type {Code, QuestionResult, Table} from '@ppgp/schema';

/** A question's result with its bases alone. */
export function withoutCells(result: QuestionResult): QuestionResult {
  const nothing = (cells: Record<Code, number | null>): Record<Code, null> =>
    Object.fromEntries(Object.keys(cells).map((code) => [code, null]));
  const bare = <T extends Table>(table: T): T => ({
    ...table,
    ...(table.declined === undefined ? {} : {declined: null}),
    ...(table.na === undefined ? {} : {na: null}),
    cells: nothing(table.cells),
    ...(table.points && {points: nothing(table.points)}),
    ...(table.firsts && {firsts: nothing(table.firsts)}),
    ...(table.median === undefined ? {} : {median: null}),
  });
  const {rows, pairs} = result;
  const bared = {
    ...bare(result),
    ...(rows && {rows: Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, bare(row)]))}),
    ...(pairs && {pairs: Object.fromEntries(Object.keys(pairs).map((id) => [id, {both: null, a: null, b: null, neither: null}]))}),
  };
  return told(bared, result.hidden === 'base');
}

/** A result with what is hidden of it said. */
export function told({hidden: _before, ...result}: QuestionResult, isBelow: boolean): QuestionResult {
  if (isBelow) return {...result, hidden: 'base'};
  const {cells, points, firsts, median, rows, pairs} = result;
  const tables = Object.values(rows ?? {});
  const parts = [cells, points, firsts, {median}, ...tables.map((row) => row.cells), ...Object.values(pairs ?? {})];
  return parts.some((part) => part && Object.values(part).includes(null)) ? {...result, hidden: 'cells'} : result;
}

/** A question's result of which nothing is said, not even how many answered. */
export function unsaid(result: QuestionResult): QuestionResult {
  const bare = withoutCells(result);
  const rows = bare.rows && Object.fromEntries(Object.entries(bare.rows).map(([id, row]) => [id, {...row, base: null}]));
  return {...bare, base: null, ...(rows && {rows}), hidden: 'base'};
}
