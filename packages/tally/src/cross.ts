import {Grid, type Part} from './grid.js';
import {hiddenCells} from './suppress.js';

/** How the cells of a table hang together: see `Cells`. */
export interface CellRule {
  least: number;
  most: number;
  exclusive: readonly boolean[];
}

/**
 * Which cells to hide in each part's table, where everyone's table (`whole`) is shown in full beside them and the parts of one
 * dimension (territories, languages, weeks, …) may be read one after the other. The last part is those whom no other part
 * holds: nobody can ask for it, so it is the first to hide more of.
 *
 * Hidden are the cells that `hiddenCells` hides in a part's own table, and those that would be hidden in the table of everyone
 * else: the whole minus the part can be worked out. Then further ones, the smallest first, until in every table and in every
 * row across the parts the hidden cells hold k people and leave out k, and none of them has one value only (see `Grid`).
 * What the whole tells by itself is not hidden: an answer that nobody gave, or everybody.
 */
export function hiddenInParts(whole: Part, parts: readonly Part[], rule: CellRule, k: number): boolean[][] {
  const people = parts.filter(({base}) => base > 0);
  if (people.length < 2) return parts.map(({cells}) => cells.map(() => whole.base < k));
  const codes = whole.cells.flatMap((count, code) => (count > 0 ? [code] : []));
  const open = codes.filter((code) => whole.cells[code] !== whole.base);
  const grid = new Grid(
    people.map(({base, cells}) => ({base, cells: open.map((code) => cells[code] ?? 0)})),
    {k, isOne: rule.most === 1, unread: people.indexOf(parts.at(-1) ?? whole)},
  );
  people.forEach((part, at) => {
    const own = hiddenOf(part, codes, rule, k);
    const others = {base: whole.base - part.base, cells: whole.cells.map((count, i) => count - (part.cells[i] ?? 0))};
    open.forEach((code, i) => {
      const isFew = [part, others].some(({base, cells}) => (cells[code] ?? 0) < k || (cells[code] ?? 0) > base - k);
      if (isFew || own[codes.indexOf(code)]) grid.hide(at, i);
    });
  });
  grid.close();
  return parts.map((part) => {
    const at = people.indexOf(part);
    return whole.cells.map((_, code) => at >= 0 && open.includes(code) && grid.isHidden(at, open.indexOf(code)));
  });
}

const hiddenOf = ({base, cells}: Part, codes: readonly number[], {least, most, exclusive}: CellRule, k: number): boolean[] =>
  hiddenCells(
    {base, counts: codes.map((code) => cells[code] ?? 0), least, most, exclusive: codes.map((code) => exclusive[code] ?? false)},
    k,
  );
