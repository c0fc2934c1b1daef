import type {Text} from '@ppgp/schema';
import {frRestitution as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {Unreadable, askedOf, countOf, favourableOf, type Asked, type BlockView} from '../block-view.js';
import {bigNumber} from '../drawing.js';
import type {Block, BlockOf, HandCount, OfQuestion} from '../page.js';
import {funnel, indicators} from './counted.js';
import {documents} from './documents.js';
import {populations} from './populations.js';
import {questionBlock} from './question.js';
import {rate, rateOf} from './rate.js';
import {stated} from './stated.js';
import {topPlaces} from './top.js';
import {totals} from './totals.js';
import {documentOf, versions} from './versions.js';
import {waves} from './waves.js';
import {weeks} from './weeks.js';
import {quotes, recommendation, saidDone, textBlock, timeline} from './written.js';

/** A block that is drawn: its title where it has one of its own, and what stands under it. */
export interface Drawn {
  title?: Text | TemplateResult;
  body: TemplateResult;
}

type Draw<B> = (block: B, view: BlockView) => Drawn;

export const asked = ({source, of}: OfQuestion, {figures, reader}: BlockView): Asked => askedOf(figures(source), of, reader);

/** Those who gave one of the answers meant, of those who answered. @throws Unreadable where that cannot be told */
export function counted(which: OfQuestion | HandCount, view: BlockView): HandCount | undefined {
  if (!('of' in which)) return handCount(which);
  const one = asked(which, view);
  const table = which.row === undefined ? one.result : one.result.rows?.[which.row];
  if (table === undefined) throw new Unreadable(words.unknownBlock({name: which.row ?? which.of}));
  return countOf(table, which.is ?? favourableOf(one));
}

function handCount({k, n}: HandCount): HandCount {
  if (![k, n].every((count) => Number.isInteger(count)) || n < 1 || k < 0 || k > n)
    throw new Unreadable(words.contradiction({why: 'over-base', k, n}));
  return {k, n};
}

function number(block: BlockOf<'number'>, view: BlockView): TemplateResult {
  const {percent, say} = block;
  if (block.of === undefined && block.k === undefined) return html`${percent === undefined ? nothing : stated(percent, block.n)}`;
  const hand = block.of === undefined ? {k: block.k ?? 0, n: block.n} : block;
  const found = counted(hand, view);
  if (!found) throw new Unreadable(words.maskedNote);
  const said = percent === undefined ? '' : stated(percent, found.n, found.k);
  const published = said === '' ? nothing : html`<p class="small soft">${said}</p>`;
  return html`${bigNumber(found.k, found.n, say === undefined ? nothing : view.reader.show(say))}${published}`;
}

/** How each block is drawn: one line for each name that a page may use. */
export const BLOCKS: {[Name in Exclude<Block['block'], 'questions'>]: Draw<BlockOf<Name>>} = {
  question: (block, view) => {
    const one = asked(block, view);
    return {title: html`${one.label}`, body: questionBlock(one, view)};
  },
  number: (block, view) => ({body: number(block, view)}),
  top: (block, view) => {
    const one = asked(block, view);
    return {title: html`${one.label}`, body: topPlaces(one, view, block.count)};
  },
  totals: ({of = 'chosen', source}, view) => ({
    title: words.totalsTitle,
    body: totals(asked({of, ...(source === undefined ? {} : {source})}, view), view),
  }),
  rate: ({k, n, source}, view) => ({
    title: words.rateTitle,
    body: k === undefined || n === undefined ? rate(view.figures(source)) : rateOf(k, n),
  }),
  weeks: ({source}, view) => ({title: words.weeksTitle, body: weeks(view.figures(source))}),
  populations: ({a, b}, view) => ({
    body: populations({name: a.name, asked: asked(a, view)}, {name: b.name, asked: asked(b, view)}, view),
  }),
  documents: (block, view) => {
    const one = asked(block, view);
    return {title: html`${one.label}`, body: documents(one, view)};
  },
  waves: ({waves: all}, view) => ({
    body: waves(
      all.map((one) => ({name: one.name, counted: counted(one, view)})),
      view,
    ),
  }),
  versions: (block, view) => {
    const document = documentOf(block, view);
    return {title: document.title, body: versions(document, view)};
  },
  text: (block, view) => ({body: textBlock(block, view)}),
  quotes: (block, view) => ({body: quotes(block, view)}),
  timeline: (block, view) => ({title: words.timelineTitle, body: timeline(block, view)}),
  funnel: (block, view) => ({body: funnel(block, view)}),
  indicators: (block, view) => ({body: indicators(block, view)}),
  recommendation: (block, view) => ({title: words.recommendation, body: recommendation(block, view)}),
  'said-done': (block, view) => ({title: words.saidDoneTitle, body: saidDone(block, view)}),
};

/** The blocks that need nothing but figures: what `show` may name beside questions. */
export const ALONE = ['rate', 'weeks', 'totals', 'questions'] as const;
