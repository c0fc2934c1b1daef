import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {SurveyError} from '@ppgp/schema';
import {icons} from '../internal/icons.js';
import type {Reader} from '../internal/reader.js';
import {Unreadable, type BlockView} from './block-view.js';
import {ALONE} from './blocks/registry.js';
import {drawBlock, questionsIn, takeFailed} from './draw-block.js';
import {Contradictory, type Figures, type Sources} from './figures.js';
import type {Page, SingleBlock} from './page.js';
import {WHOLE, type Taking} from './taking.js';

/** Contradictions that are named; the others are counted. */
const NAMED = 5;

/** What of a contradictory file is said, so that whoever made it finds the fault. */
export const whyRefused = ({found}: Contradictory): TemplateResult[] => [
  ...found.slice(0, NAMED).map((one) => {
    const place = [one.question, one.row, one.code].filter((part) => part !== undefined).join(' · ');
    const why = words.contradiction(one);
    return html`<span>${place === '' ? why : words.inQuestion({question: place, why})}</span>`;
  }),
  ...(found.length > NAMED ? [html`<span>${words.andMore({count: found.length - NAMED})}</span>`] : []),
];

/** What is to be known before any figure: how many answered, when, and what they are not. */
function head({results, questionnaire}: Figures): TemplateResult {
  const {received, counted, asOf, versions, filter, sealed, k} = results;
  const isPart = filter !== undefined && Object.keys(filter).length > 0;
  const notes = [
    sealed ? words.sealed : undefined,
    received === 0 ? words.nobody : undefined,
    received === null ? frResults.hiddenBase({k}) : undefined,
    versions.length > 1 ? words.severalVersions({count: versions.length}) : undefined,
    isPart ? words.filtered : undefined,
    questionnaire === undefined ? words.codesOnly : undefined,
  ].filter((note) => note !== undefined);
  return html`<div class="count" id="received">
    ${received === null ? nothing : html`<b>${frResults.answers({count: received})}</b>`}${counted === null || counted === received ? nothing : html` · ${frResults.counted({count: counted})}`}
    <span class="small soft">${words.asOf({day: asOf})}</span>
    ${notes.map((note) => html`<p class="small">${note}</p>`)}
  </div>`;
}

/** Nothing of any question may be shown: one sentence says so, not one for each. */
const isAllBelow = ({results: {questions, received}}: Figures): boolean =>
  received === null ||
  (Object.keys(questions).length > 0 && Object.values(questions).every(({hidden, base}) => base === null || hidden === 'base'));

const view = (reader: Reader, level: number, sources: Sources, taking: Taking): BlockView => ({
  reader,
  level,
  taking,
  figures(name) {
    const found = name === undefined ? [...sources.values()][0] : sources.get(name);
    if (found === undefined) throw new Unreadable(words.unknownBlock({name: name ?? 'source'}));
    if (found instanceof Contradictory)
      throw new Unreadable([words.refusedTitle, ...found.found.slice(0, NAMED).map(words.contradiction)].join(' '));
    if (found instanceof SurveyError)
      throw new Unreadable(found.code === 'definition-invalid' ? words.foreignTitle : frResults.resultsFailed);
    return found;
  },
});

/** One campaign's figures: what `show` names, or every question. */
export function figuresScreen(figures: Figures, show: string, reader: Reader, level: number, taking: Taking): TemplateResult {
  const names = show.split(/\s+/).filter((name) => name !== '');
  const all = questionsIn(figures);
  const blocks = (names.length === 0 ? ['questions'] : names).flatMap((name): SingleBlock[] => {
    if (all.includes(name)) return [{block: 'question', of: name}];
    if (name === 'questions') return all.map((of) => ({block: 'question', of}));
    return (ALONE as readonly string[]).includes(name) ? [{block: name as 'rate' | 'weeks' | 'totals'}] : [{block: 'question', of: name}];
  });
  const {received, sealed} = figures.results;
  const isSilent = sealed === true || received === 0 || isAllBelow(figures);
  const told = isSilent ? blocks.filter(({block}) => block !== 'question') : blocks;
  const below = isSilent && received !== null && received > 0 && sealed !== true && told.length < blocks.length;
  const inside = view(reader, level, new Map([['', figures]]), taking);
  return html`${head(figures)} ${below ? html`<p>${frResults.hiddenBase({k: figures.results.k})}</p>` : nothing}
  ${told.map((block, at) => drawBlock(block, inside, at))}`;
}

/** The blocks of a page, each question by itself. */
export const blocksOf = (page: Page, sources: Sources): SingleBlock[] =>
  page.blocks.flatMap((block): SingleBlock[] => {
    if (block.block !== 'questions') return [block];
    const found = sources.get(block.source ?? [...sources.keys()][0] ?? '');
    const own = block.source === undefined ? {} : {source: block.source};
    return found === undefined || found instanceof SurveyError ? [] : questionsIn(found).map((of) => ({block: 'question', of, ...own}));
  });

/** Who restitutes, and when. */
export const bylineOf = ({by, day}: Page, reader: Reader): string =>
  [by === undefined ? '' : reader.plain(by), day === undefined ? '' : words.when({day})].filter((part) => part !== '').join(' · ');

const figuresIn = (sources: Sources): Figures[] => [...sources.values()].flatMap((one) => (one instanceof SurveyError ? [] : [one]));

const howMade = (sources: Sources): string[] => [
  words.methodCounts,
  words.methodBase,
  words.methodRounding,
  words.methodInterval,
  ...[...new Set(figuresIn(sources).map(({results}) => results.k))].map((k) => words.methodHidden({k})),
];

const whichFigures = ({questionnaire, results}: Figures, title: unknown): unknown[] => [
  questionnaire ? title : results.campaign,
  ', ',
  results.received === null ? frResults.hiddenBase({k: results.k}) : frResults.answers({count: results.received}),
  `. ${words.asOf({day: results.asOf})}.`,
];

/** How the figures of a page were made, and of which answers. */
export const methodOf = (sources: Sources, reader: Reader): string[] => [
  ...howMade(sources),
  ...figuresIn(sources).map((one) => whichFigures(one, reader.plain(one.questionnaire?.title)).join('')),
];

/** A page: its cover, what is in it, the blocks, and how the figures were made. */
export function pageScreen(page: Page, sources: Sources, reader: Reader, level: number, taking: Taking): TemplateResult {
  const below = Math.min(6, level + 1);
  const inside = view(reader, below, sources, taking);
  const blocks = blocksOf(page, sources);
  const titled = blocks.flatMap(({title}, at) => (title === undefined ? [] : [{title, at}]));
  const goTo = (at: number) => (event: Event) => {
    const sections = (event.currentTarget as HTMLElement).closest('.body')?.querySelectorAll<HTMLElement>('section.figure > .title');
    const title = [...(sections ?? [])].find((one) => one.parentElement?.dataset['at'] === String(at));
    title?.focus();
    title?.scrollIntoView();
  };
  return html`<header class="cover grid" part="cover">
      <p class="small">${bylineOf(page, reader)}</p>
      <div class="title" role="heading" aria-level=${level}>${reader.show(page.title)}</div>
      ${page.summary === undefined ? nothing : html`<p>${reader.show(page.summary)}</p>`}
      <div class="steps" aria-hidden="true">${blocks.slice(0, 16).map((_, at) => html`<i class=${at === Math.min(15, blocks.length - 1) ? 'now' : 'done'}></i>`)}</div>
    </header>
    ${
      titled.length < 4
        ? nothing
        : html`<nav class="contents" aria-label=${words.contents}>
            <b>${words.contents}</b>
            <ol>
              ${titled.map(({title, at}) => html`<li><button type="button" @click=${goTo(at)}>${reader.show(title)}</button></li>`)}
            </ol>
          </nav>`
    }
    ${blocks.map((block, at) => drawBlock(block, inside, at))}
    <section class="figure method grid" part="block">
      <div class="title" role="heading" aria-level=${below}>${words.methodTitle}</div>
      <ul class="grid tight">
        ${howMade(sources).map((line) => html`<li>${line}</li>`)}
      </ul>
      ${figuresIn(sources).map((one) => html`<p class="small soft">${whichFigures(one, one.questionnaire && reader.show(one.questionnaire.title))}</p>`)}
      <button type="button" class="take small" @click=${() => taking.document(page, sources, inside)}>${words.asDocument}</button>
      ${taking.failed === WHOLE ? takeFailed : nothing}
    </section>`;
}

/** The file is none of ours, or cannot be true. */
export function refusedScreen(error: SurveyError): TemplateResult {
  const isContradictory = error instanceof Contradictory;
  return html`<div class="note error" role="alert">
    ${icons.warning}<b>${isContradictory ? words.refusedTitle : words.foreignTitle}</b>
    ${isContradictory ? whyRefused(error) : html`<span>${words.foreignHelp}</span>`}
  </div>`;
}
