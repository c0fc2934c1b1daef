import type {Code, Table} from '@ppgp/schema';
import {share, topOf} from '@ppgp/tally';
import {frRestitution as words, frResults} from '@ppgp/words';
import {countOf, favourableOf, isBelow, plainName, type Asked, type BlockView} from '../block-view.js';
import {pairHeads, pairCell, pairsIn} from '../blocks/documents.js';
import {IN_SIGHT, baseLine, ordered} from '../blocks/question.js';
import {isSensitive} from '../blocks/totals.js';
import {barOf, headline, ofDrawing, soft} from './tell-number.js';
import type {Part, ToldRow} from './told.js';

const cellOf = ({base, cells}: Table, code: Code): string => {
  const k = Object.hasOwn(cells, code) ? cells[code] : null;
  return typeof k !== 'number' || base === null ? words.masked : frResults.share(share(k, base));
};

function tellMatrix(one: Asked, {reader}: BlockView): Part[] {
  const {rows, choices, result} = one;
  const favourable = favourableOf(one);
  const isSum = favourable.length > 1;
  const labels = choices.filter(({id}) => favourable.includes(id)).map((choice) => plainName(choice, reader));
  const lines = rows.map((row): ToldRow => {
    const table = result.rows?.[row.id] ?? {base: null, cells: {}};
    const found = countOf(table, favourable);
    const isHidden = table.base === null || (table.base > 0 && Object.values(table.cells).every((count) => count === null));
    const sum = isSum ? [found ? frResults.share(share(found.k, found.n)) : ''] : [];
    const cells = choices.map(({id}) => (table.base === 0 ? '' : cellOf(table, id)));
    return {
      label: plainName(row, reader),
      sub: baseLine(one, table),
      cells: isHidden ? [words.masked, ...[...sum, ...cells].slice(1).map(() => '')] : [...sum, ...cells],
      bar: found && barOf(found.k, found.n),
    };
  });
  return [
    {
      kind: 'table',
      heads: ['', ...(isSum ? [words.orLabels({labels})] : []), ...choices.map((choice) => plainName(choice, reader))],
      rows: lines,
    },
    soft(words.rowBases),
    ...(favourable.length > 0 ? [ofDrawing(words.barNote)] : []),
  ];
}

/** The first places, as people read them. */
export function tellTop(one: Asked, {reader}: BlockView, count = 3): Part[] {
  const {result, choices, question} = one;
  const top = topOf(result, count);
  if (top === undefined) return [soft(words.noTop)];
  const {base} = result;
  const max = question?.type === 'ranking' ? question.max : undefined;
  const items = top.map(({place, code, k, points, firsts}) => {
    const isTie = top.filter((other) => other.place === place).length > 1;
    const said = [
      points === undefined ? '' : words.points({points, firsts}),
      base === null ? '' : frResults.share(share(k, base)),
      isTie ? words.tie : '',
    ];
    const choice = choices.find(({id}) => id === code) ?? {id: code, choice: undefined};
    return {place: String(place), head: plainName(choice, reader), lines: [said.filter((part) => part !== '').join(' · ')]};
  });
  const rule = base === null ? [] : [soft(max === undefined ? frResults.base({count: base}) : words.pointsRule({base, max}))];
  return [{kind: 'list', items}, ...rule];
}

/** The themes of a board, each with how many chose it. */
export function tellTotals({result, choices}: Asked, {reader}: BlockView): Part[] {
  const chosen = choices
    .map((one) => ({one, count: result.cells[one.id] ?? 0}))
    .filter(({one, count}) => count > 1 && !isSensitive(one.choice))
    .sort((a, b) => b.count - a.count);
  if (result.hidden === 'base' || chosen.length === 0) return [soft(words.noTotals)];
  const items = chosen.map(({one, count}) => ({place: String(count), head: plainName(one, reader), lines: [words.total({count})]}));
  return [{kind: 'list', items}, soft(words.totalsNote)];
}

/** One question by what an answer to it is: the big number where one is meant, then the table. */
export function tellQuestion(one: Asked, view: BlockView): Part[] {
  const {result, form, question, figures} = one;
  const {base} = result;
  if (base === 0) return [soft(frResults.noAnswersHere)];
  if (form === 'words') return [{kind: 'line', text: base === null ? baseLine(one) : frResults.comments({count: base})}];
  if (form === 'by-row') return tellMatrix(one, view);
  if (form === 'day' || isBelow(figures, result, result.hidden)) return [{kind: 'line', text: baseLine(one)}];
  if (form === 'amount') {
    const unit = question && 'unit' in question ? view.reader.plain(question.unit) : '';
    const {median = null} = result;
    const middle = median === null ? [] : [{kind: 'line', text: frResults.median({value: median, unit})} as const];
    return [{kind: 'line', text: baseLine(one)}, ...middle];
  }
  const favourable = form === 'code' || form === 'yes-no' ? favourableOf(one) : [];
  const found = countOf(result, favourable);
  const labels = one.choices.filter(({id}) => favourable.includes(id)).map((choice) => plainName(choice, view.reader));
  const all = ordered(one);
  const hasMargins = base !== null && base > 0 && all.some(({id}) => typeof result.cells[id] === 'number');
  return [
    ...(found ? headline(found.k, found.n, words.favourable({labels})) : []),
    ...(form === 'ranked' ? tellTop(one, view) : []),
    {
      kind: 'table',
      caption: baseLine(one),
      heads: [frResults.answerHead, frResults.countHead],
      rows: all.map((choice): ToldRow => {
        const k = result.cells[choice.id];
        return {
          label: plainName(choice, view.reader),
          cells: [cellOf(result, choice.id)],
          bar: typeof k === 'number' && base !== null ? barOf(k, base) : undefined,
        };
      }),
      ...(all.length > IN_SIGHT + 1 ? {inSight: IN_SIGHT} : {}),
    },
    ...(result.hidden === 'cells' ? [soft(words.maskedNote)] : []),
    ...(hasMargins ? [ofDrawing(words.barNote)] : []),
  ];
}

/** Documents beside each other, then two by two in those who judged both. */
export function tellDocuments(one: Asked, view: BlockView): Part[] {
  const {pairs, sentences} = pairsIn(one, view.reader);
  const rows = pairs.map(({a, b, n, counts}) => ({
    label: words.pairNames({a, b}),
    sub: n === undefined ? undefined : words.pairBase({n}),
    cells: counts.map((count) => pairCell(count, n) ?? words.masked),
  }));
  return [
    ...tellMatrix(one, view),
    ...sentences.map((text): Part => ({kind: 'line', text})),
    {kind: 'table', caption: words.pairsTitle, heads: [words.pairHead, ...pairHeads()], rows},
    ...(one.result.hidden ? [soft(frResults.hiddenBase({k: one.figures.results.k}))] : []),
  ];
}
