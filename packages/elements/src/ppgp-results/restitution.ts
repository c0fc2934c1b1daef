import {frRestitution as words, frResults} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {SurveyError} from '@ppgp/schema';
import {icons} from '../internal/icons.js';
import type {Reader} from '../internal/reader.js';
import {Unreadable, type BlockView} from './block-view.js';
import {ALONE} from './blocks/registry.js';
import {drawBlock, questionsIn} from './draw-block.js';
import {Contradictory, type Figures} from './figures.js';
import type {Block, Page} from './page.js';

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

const view = (reader: Reader, level: number, sources: ReadonlyMap<string, Figures | SurveyError>): BlockView => ({
  reader,
  level,
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
export function figuresScreen(figures: Figures, show: string, reader: Reader, level: number): TemplateResult {
  const names = show.split(/\s+/).filter((name) => name !== '');
  const all = questionsIn(figures);
  const blocks = (names.length === 0 ? ['questions'] : names).flatMap((name): Exclude<Block, {block: 'questions'}>[] => {
    if (all.includes(name)) return [{block: 'question', of: name}];
    if (name === 'questions') return all.map((of) => ({block: 'question', of}));
    return (ALONE as readonly string[]).includes(name) ? [{block: name as 'rate' | 'weeks' | 'totals'}] : [{block: 'question', of: name}];
  });
  const {received, sealed} = figures.results;
  const isSilent = sealed === true || received === 0 || isAllBelow(figures);
  const told = isSilent ? blocks.filter(({block}) => block !== 'question') : blocks;
  const below = isSilent && received !== null && received > 0 && sealed !== true && told.length < blocks.length;
  return html`${head(figures)} ${below ? html`<p>${frResults.hiddenBase({k: figures.results.k})}</p>` : nothing}
  ${told.map((block) => drawBlock(block, view(reader, level, new Map([['', figures]]))))}`;
}

/** A page: its cover, what is in it, the blocks, and how the figures were made. */
export function pageScreen(page: Page, sources: ReadonlyMap<string, Figures | SurveyError>, reader: Reader, level: number): TemplateResult {
  const below = Math.min(6, level + 1);
  const inside = view(reader, below, sources);
  const blocks = page.blocks.flatMap((block): Exclude<Block, {block: 'questions'}>[] => {
    if (block.block !== 'questions') return [block];
    const found = sources.get(block.source ?? [...sources.keys()][0] ?? '');
    const own = block.source === undefined ? {} : {source: block.source};
    return found === undefined || found instanceof SurveyError ? [] : questionsIn(found).map((of) => ({block: 'question', of, ...own}));
  });
  const titled = blocks.flatMap(({title}, at) => (title === undefined ? [] : [{title, at}]));
  const read = [...sources.values()].flatMap((one) => (one instanceof SurveyError ? [] : [one]));
  const goTo = (at: number) => (event: Event) => {
    const sections = (event.currentTarget as HTMLElement).closest('.body')?.querySelectorAll<HTMLElement>('section.figure > .title');
    const title = [...(sections ?? [])].find((one) => one.parentElement?.dataset['at'] === String(at));
    title?.focus();
    title?.scrollIntoView();
  };
  const by = [page.by === undefined ? undefined : reader.plain(page.by), page.day === undefined ? undefined : words.when({day: page.day})];
  return html`<header class="cover grid" part="cover">
      <p class="small">${by.filter((part) => part !== undefined).join(' · ')}</p>
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
        ${[
          words.methodCounts,
          words.methodBase,
          words.methodRounding,
          words.methodInterval,
          ...[...new Set(read.map(({results}) => results.k))].map((k) => words.methodHidden({k})),
        ].map((line) => html`<li>${line}</li>`)}
      </ul>
      ${read.map(
        ({results, questionnaire}) =>
          html`<p class="small soft">
            ${questionnaire ? html`${reader.show(questionnaire.title)}, ` : nothing}${results.received === null ? frResults.hiddenBase({k: results.k}) : frResults.answers({count: results.received})}.
            ${words.asOf({day: results.asOf})}.
          </p>`,
      )}
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
