import {funnel as ratesOf, outOfOrder, share} from '@ppgp/tally';
import {frRestitution as words, frResults, frTake} from '@ppgp/words';
import {Unreadable, plainName, type Asked, type BlockView} from '../block-view.js';
import {axesOf} from '../blocks/populations.js';
import {indicatorNotes} from '../blocks/counted.js';
import {indicatorLines, stepOf} from '../blocks/indicator-lines.js';
import {asked, counted} from '../blocks/registry.js';
import {stated} from '../blocks/stated.js';
import {basisLine, documentOf, scoreLines} from '../blocks/versions.js';
import {changed} from '../blocks/waves.js';
import {withEmptyWeeks} from '../blocks/weeks.js';
import type {ComparedDocument} from '../compared-document.js';
import {conclusion} from '../drawing.js';
import type {Figures} from '../figures.js';
import {DAY} from '../blocks/written.js';
import type {BlockOf, SingleBlock} from '../page.js';
import {barOf, headline, ofDrawing, rateParts, soft} from './tell-number.js';
import {tellDocuments, tellQuestion, tellTop, tellTotals} from './tell-question.js';
import type {Part, Told} from './told.js';

/** Its title where the block has none of its own, and what it says. */
interface Telling {
  title?: string;
  parts: Part[];
}

type Tell<B> = (block: B, view: BlockView) => Telling;

const labelOf = ({question, id}: Asked, {reader}: BlockView): string => (question ? reader.plain(question.label) : words.code({code: id}));

function tellNumber(block: BlockOf<'number'>, view: BlockView): Part[] {
  const {percent, say} = block;
  if (block.of === undefined && block.k === undefined) return percent === undefined ? [] : [soft(stated(percent, block.n))];
  const found = counted(block.of === undefined ? {k: block.k ?? 0, n: block.n} : block, view);
  if (!found) throw new Unreadable(words.maskedNote);
  const said = percent === undefined ? '' : stated(percent, found.n, found.k);
  return [...headline(found.k, found.n, view.reader.plain(say)), ...(said === '' ? [] : [soft(said)])];
}

function tellFunnel({steps}: BlockOf<'funnel'>, {reader}: BlockView): Part[] {
  const rates = ratesOf(steps.map(({count}) => stepOf(count)));
  const most = Math.max(1, ...rates.map(({count}) => count));
  const isLong = rates.length > 2;
  const heads = [words.stepHead, words.countHead, words.rateHead, ...(isLong ? [words.rateFirstHead] : [])];
  const rows = rates.map(({ofBefore, ofFirst, ...step}, at) => ({
    label: reader.plain(steps[at]?.label),
    cells: [words.qualified(step), ofBefore ? words.rateOf(ofBefore) : '', ...(isLong ? [ofFirst ? words.rateOf(ofFirst) : ''] : [])],
    bar: {k: step.count, n: most},
  }));
  return [{kind: 'table', heads, rows}, ...(rates.some(({qualifier}) => qualifier) ? [soft(words.aboutNote)] : [])];
}

function tellIndicators(block: BlockOf<'indicators'>, view: BlockView): Part[] {
  const lines = indicatorLines(block, view);
  return [
    {
      kind: 'table',
      heads: [words.indicatorHead, ...block.columns.map((column) => view.reader.plain(column))],
      rows: lines.map(({label, look, cells}) => ({label, look, cells: cells.map((cell) => cell ?? words.notGiven)})),
    },
    ...indicatorNotes(lines).map(soft),
  ];
}

function tellWaves(block: BlockOf<'waves'>, view: BlockView): Part[] {
  const moments = block.waves.map((one) => ({name: view.reader.plain(one.name), found: counted(one, view)}));
  const told = moments.flatMap(({found}) => found ?? []);
  const [first, last] = [told[0], told.at(-1)];
  return [
    {
      kind: 'table',
      heads: [words.momentHead, frResults.countHead],
      rows: moments.map(({name, found}) => ({
        label: name,
        cells: [found ? frResults.share(share(found.k, found.n)) : words.masked],
        bar: found && barOf(found.k, found.n),
      })),
    },
    ...(first && last && first !== last ? [{kind: 'line', text: changed(first, last)} as const] : []),
    soft(words.notSamePeople),
    ofDrawing(words.barNote),
    ...(told.length === 1 && last ? [soft(conclusion(last.k, last.n))] : []),
  ];
}

function tellVersions(document: ComparedDocument): Part[] {
  const list = (heading: string, items: readonly string[]): Part => ({
    kind: 'list',
    heading,
    items: (items.length === 0 ? [words.none] : items).map((head) => ({head, lines: []})),
  });
  return [
    ...document.domains.flatMap(({sentence}): Part[] => (sentence === undefined ? [] : [{kind: 'line', text: sentence}])),
    {
      kind: 'table',
      heads: [words.versionHead, words.pointsHead],
      rows: scoreLines(document).map(({label, score}) => ({
        label,
        cells: [score ? frResults.share(share(score.k, score.n)) : words.notGiven],
        bar: score,
      })),
    },
    ...(document.versions.length < 2 ? [] : [list(words.gained, document.gained), list(words.lost, document.lost)]),
    soft(basisLine(document)),
  ];
}

function tellWeeks({results}: Figures): Part[] {
  const weeks = withEmptyWeeks(results.weeks ?? {});
  if (weeks.length === 0) return [soft(words.noWeeks)];
  const most = Math.max(1, ...weeks.map(([, count]) => count ?? 0));
  const rows = weeks.map(([week, count]) => ({
    label: words.week({week}),
    cells: [count === null ? words.masked : words.qualified({count})],
    bar: count === null ? undefined : {k: count, n: most},
  }));
  return [{kind: 'table', heads: [words.weekHead, words.receivedHead], rows}];
}

function tellTimeline({steps}: BlockOf<'timeline'>, {reader}: BlockView): Part[] {
  const wrong = steps.find(({day, until}) => !DAY.test(day) || (until !== undefined && !DAY.test(until)));
  if (wrong) throw new Unreadable(`${wrong.day} ${wrong.until ?? ''}`);
  const odd = outOfOrder(steps.map(({day}) => day));
  const items = steps.map(({day, until, label}, at) => ({
    head: until === undefined ? words.when({day}) : words.until({from: day, to: until}),
    lines: [reader.plain(label), ...(odd.includes(at) ? [words.dateToCheck] : [])],
  }));
  return [...(odd.length > 0 ? [soft(words.orderWarning({count: odd.length}))] : []), {kind: 'list', items}];
}

function tellPopulations({a, b}: BlockOf<'populations'>, view: BlockView): Part[] {
  const groups = [a, b].map((one) => ({name: one.name, asked: asked(one, view)}));
  const [first, second] = groups;
  if (!first || !second) return [];
  const isMasked = groups.some((group) => group.asked.result.hidden);
  return [
    ...axesOf(first, second, view).map(({heading, axes}): Part => {
      const items = axes.map(({of, code, shares}) => ({
        head: plainName(of.choices.find(({id}) => id === code) ?? {id: code, choice: undefined}, view.reader),
        lines: shares,
      }));
      return {kind: 'list', heading, items: items.length === 0 ? [{head: words.none, lines: []}] : items};
    }),
    soft(`${words.axisRule}${isMasked ? ` ${words.maskedNote}` : ''}`),
  ];
}

function tellQuotes({quotes}: BlockOf<'quotes'>, {reader}: BlockView): Part[] {
  const agreed = quotes.filter(({consent}) => consent === true);
  const items = agreed.map(({text, who}) => ({
    head: `«\u00a0${reader.plain(text)}\u00a0»`,
    lines: [`${who === undefined ? '' : `${reader.plain(who)}, `}${words.quoteConsent}`],
  }));
  return [...(agreed.length < quotes.length ? [soft(words.quoteRefused)] : []), {kind: 'list', items}];
}

function tellSaidDone({pairs}: BlockOf<'said-done'>, {reader}: BlockView): Part[] {
  const rows = pairs.map(({said, done, when}) => ({
    label: reader.plain(said),
    cells: [`${reader.plain(done)}${when === undefined ? '' : ` ${words.when({day: when})}`}`],
  }));
  return [{kind: 'table', heads: [words.said, words.done], rows}];
}

const TELL: {[Name in SingleBlock['block']]: Tell<BlockOf<Name>>} = {
  question: (block, view) => ofQuestion(block, view, tellQuestion),
  top: (block, view) => ofQuestion(block, view, (one) => tellTop(one, view, block.count)),
  documents: (block, view) => ofQuestion(block, view, tellDocuments),
  number: (block, view) => ({parts: tellNumber(block, view)}),
  totals: ({of = 'chosen', source}, view) => ({
    title: words.totalsTitle,
    parts: tellTotals(asked({of, ...(source === undefined ? {} : {source})}, view), view),
  }),
  rate: ({k, n, source}, view) => ({
    title: words.rateTitle,
    parts: k === undefined || n === undefined ? rateParts(view.figures(source).results) : rateParts({received: k, expected: n, k: 0}),
  }),
  weeks: ({source}, view) => ({title: words.weeksTitle, parts: tellWeeks(view.figures(source))}),
  populations: (block, view) => ({parts: tellPopulations(block, view)}),
  waves: (block, view) => ({parts: tellWaves(block, view)}),
  versions: (block, view) => {
    const document = documentOf(block, view);
    return {title: document.title, parts: tellVersions(document)};
  },
  text: ({paragraphs}, {reader}) => ({parts: paragraphs.map((text) => ({kind: 'line', text: reader.plain(text)}))}),
  quotes: (block, view) => ({parts: tellQuotes(block, view)}),
  timeline: (block, view) => ({title: words.timelineTitle, parts: tellTimeline(block, view)}),
  funnel: (block, view) => ({parts: tellFunnel(block, view)}),
  indicators: (block, view) => ({parts: tellIndicators(block, view)}),
  recommendation: ({say, because}, {reader}) => ({
    title: words.recommendation,
    parts: [
      {kind: 'line', text: reader.plain(say), look: 'strong'},
      ...(because === undefined ? [] : [{kind: 'line', text: `${words.because} ${reader.plain(because)}`} as const]),
    ],
  }),
  'said-done': (block, view) => ({title: words.saidDoneTitle, parts: tellSaidDone(block, view)}),
};

function ofQuestion(which: {of: string; source?: string}, view: BlockView, tell: (one: Asked, view: BlockView) => Part[]): Telling {
  const one = asked(which, view);
  return {title: labelOf(one, view), parts: tell(one, view)};
}

/**
 * What a block says, with its title, its note, and where its figures come from.
 * @throws Unreadable where the block is not drawn either
 */
export function tell(block: SingleBlock, view: BlockView): Told {
  const used = new Set<Figures>();
  const watching: BlockView = {
    ...view,
    figures(source) {
      const figures = view.figures(source);
      used.add(figures);
      return figures;
    },
  };
  if (!Object.hasOwn(TELL, block.block)) throw new Unreadable(words.unknownBlock({name: block.block}));
  const {title, parts} = (TELL[block.block] as Tell<typeof block>)(block, watching);
  const {reader} = view;
  const sources = [...used].map(({questionnaire, results}) =>
    frTake.from({name: questionnaire ? reader.plain(questionnaire.title) : results.campaign, day: results.asOf}),
  );
  return {
    title: block.title === undefined ? (title ?? '') : reader.plain(block.title),
    parts: [...parts, ...(block.note === undefined ? [] : [soft(reader.plain(block.note))])],
    sources,
  };
}
