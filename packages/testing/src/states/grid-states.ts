import {openStore} from '@ppgp/browser-store';
import {grid, type GridItem} from './a-grid.js';
import {aPdf, aPicture} from './documents.js';
import {fakeSite, part, pressPart, reaches, root, text, until, type TestedElement} from '../element/index.js';
import type {ElementStates, Stage, State} from './state.js';

const store = openStore('ppgp-dossiers');

/** The ratings of a device go with the test. */
export async function forgetDossiers(): Promise<void> {
  const kept = await store.page('', {limit: 1000});
  await store.commit(kept.map(([key]) => ({remove: key})));
}

/** A rater's marks of a version, as a file holds them: `y`, `n` and `a` in the order of the items. */
export const aRating = (rater: string, version: string, row: string): object => ({
  v: 1,
  document: 'flyer',
  documentVersion: `v${version}`,
  rater: `r-${rater}`,
  grid: {id: grid.id, version: grid.version},
  title: 'Flyer « Vous attendez un enfant »',
  version,
  raterLabel: `relectrice ${rater}`,
  day: '2026-11-18',
  edits: {va: 1},
  rated: {
    marks: Object.fromEntries(grid.items.flatMap(({id}: GridItem, at) => (row[at] ? [[id, {y: 'yes', n: 'no', a: 'na'}[row[at]]]] : []))),
    facts: [],
    notes: {i1: {text: 'Le titre ne dit pas à quoi cela sert.'}},
    before: {},
  },
});

export const dossier = {
  format: 'ppgp-dossier/1',
  exportedOn: '2026-11-18',
  ratings: [aRating('1', '1', 'ynny'), aRating('2', '1', 'yyna'), aRating('3', '1', 'ynn'), aRating('1', '2', 'yyyy')],
};

async function shows(stage: Stage, properties: object = {}): Promise<TestedElement> {
  await forgetDossiers();
  stage.afterwards(forgetDossiers);
  const element = await stage.show({definition: stage.translated(grid), ...properties});
  await until('it can be answered', () => part(element, 'next') !== null);
  return element;
}

async function atItem(stage: Stage, properties: object = {}): Promise<TestedElement> {
  const element = await shows(stage, properties);
  await pressPart(element, 'next');
  await until('an item is there', () => part(element, 'choice') !== null && part(element, 'undo') !== null);
  stage.passed(element);
  return element;
}

/** Chooses a mark of the item that is shown. */
export async function marks(element: TestedElement, mark: string): Promise<void> {
  root(element).querySelector<HTMLInputElement>(`input[type=radio][value=${mark}]`)?.click();
  await element.updateComplete;
}

async function answered(stage: Stage, properties: object = {}): Promise<TestedElement> {
  const element = await atItem(stage, properties);
  for (const mark of ['yes', 'no', 'yes', 'no']) {
    await marks(element, mark);
    await pressPart(element, 'next');
  }
  return element;
}

/** Opens a file as a person does. */
export async function takes(element: TestedElement, file: unknown): Promise<void> {
  const input = root(element).querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is nowhere to give a file.');
  const chosen = new DataTransfer();
  chosen.items.add(new File([typeof file === 'string' ? file : JSON.stringify(file)], 'dossier.json', {type: 'application/json'}));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
  await until('it says what became of it', () => root(element).querySelector('[id=said]') !== null);
  await element.updateComplete;
}

/** Opens a document beside the grid, as a person does. `shows`: the part that comes of it. */
export async function opens(element: TestedElement, file: File, shows = 'page'): Promise<void> {
  const input = root(element).querySelector<HTMLInputElement>('[part~=opener] input[type=file]');
  if (!input) throw new Error('There is nowhere to give a document.');
  const before = part(element, shows);
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
  await until('it says what became of it', () => part(element, shows) !== null || (before !== null && !before.isConnected));
  await element.updateComplete;
}

/** A button by the beginning of its words. */
export async function presses(element: TestedElement, words: string): Promise<void> {
  const named = [...root(element).querySelectorAll('button')].find((button) =>
    button.textContent.replace(/\s+/g, ' ').trim().startsWith(words),
  );
  if (!named) throw new Error(`There is no button « ${words} » in: ${text(element)}`);
  named.click();
  await element.updateComplete;
}

async function withDossier(stage: Stage): Promise<TestedElement> {
  const element = await answered(stage);
  await pressPart(element, 'to-dossier');
  await takes(element, stage.translated(dossier));
  stage.passed(element);
  return element;
}

const named = (name: string, reach: State['reach']): State => ({name, reach});

/** The marks of every version, each with a document of its own beside it. */
async function withDocuments(stage: Stage): Promise<TestedElement> {
  const element = await withDossier(stage);
  for (const at of [0, 3]) {
    root(element).querySelectorAll<HTMLElement>('[part~=open]')[at]?.click();
    await until('the result is there', () => part(element, 'print') !== null);
    root(element).querySelector<HTMLElement>('.back')?.click();
    await until('a document can be opened', () => part(element, 'opener') !== null);
    await opens(element, await aPicture());
    await pressPart(element, 'to-dossier');
  }
  return element;
}

async function pinned(stage: Stage, file: File): Promise<TestedElement> {
  const element = await shows(stage);
  await opens(element, file);
  stage.passed(element);
  await pressPart(element, 'next');
  await pressPart(element, 'pin');
  stage.passed(element);
  await pressPart(element, 'place-here');
  await until('it is placed', () => part(element, 'unpin') !== null);
  return element;
}

/** Every state of the grid. */
export const gridStates: ElementStates = {
  tag: 'pemat-grid',
  asks: false,
  early: {threshold: 60, headingLevel: 3},
  states: [
    named('loading', async (stage) => {
      const {path} = await fakeSite({files: {'/grille': 'held'}});
      return stage.show({src: `${path}/grille`});
    }),
    named('broken definition', async (stage) => {
      const element = await stage.show({definition: {format: 'ppgp/1', kind: 'grid'}});
      await reaches(element, 'failed');
      return element;
    }),
    named('the document', (stage) => shows(stage)),
    named('the document beside', async (stage) => {
      const element = await shows(stage);
      await opens(element, aPdf());
      await until('it is drawn', () => part(element, 'page')?.dataset['drawn'] !== undefined);
      return element;
    }),
    named('a document that cannot be shown', async (stage) => {
      const element = await shows(stage);
      await opens(element, aPdf({locked: true}), 'cannot-open');
      return element;
    }),
    named('a pin that is being placed', async (stage) => {
      const element = await shows(stage);
      await opens(element, await aPicture());
      await pressPart(element, 'next');
      await pressPart(element, 'pin');
      return element;
    }),
    named('a pin', async (stage) => pinned(stage, await aPicture())),
    named('the grid on paper', async (stage) => {
      const element = await shows(stage);
      await pressPart(element, 'to-paper');
      await until('it is there', () => root(element).querySelector('table') !== null);
      return element;
    }),
    named('an item', (stage) => atItem(stage)),
    named('an item that is marked', async (stage) => {
      const element = await atItem(stage);
      await marks(element, 'yes');
      return element;
    }),
    named('the result', (stage) => answered(stage)),
    named('marks that do not go together', async (stage) => {
      const element = await atItem(stage);
      await marks(element, 'no');
      await pressPart(element, 'next');
      await marks(element, 'yes');
      return element;
    }),
    named('the dossier', (stage) => withDossier(stage)),
    named('a dossier with ratings of another grid', async (stage) => {
      const element = await withDossier(stage);
      const other = {...aRating('9', '1', 'nnn'), grid: {id: 'autre-grille', version: '1'}};
      await takes(element, stage.translated({...dossier, ratings: [other]}));
      await until('it is told', () => part(element, 'of-other-grids') !== null);
      return element;
    }),
    named('side by side', async (stage) => {
      const element = await withDossier(stage);
      await pressPart(element, 'side-by-side');
      stage.passed(element);
      return element;
    }),
    named('settled', async (stage) => {
      const element = await withDossier(stage);
      await pressPart(element, 'side-by-side');
      await pressPart(element, 'fill');
      await marks(element, 'no');
      return element;
    }),
    named('a rating is removed', async (stage) => {
      const element = await withDossier(stage);
      await pressPart(element, 'remove');
      return element;
    }),
    named('the ratings of others, not yet', async (stage) => {
      const {path} = await fakeSite({files: {'/grille': stage.translated(grid), '/grille/ratings': 'locked'}});
      await forgetDossiers();
      stage.afterwards(forgetDossiers);
      const element = await stage.show({src: `${path}/grille`, token: 'rate-1'});
      await until('it can be answered', () => part(element, 'next') !== null);
      await pressPart(element, 'next');
      await marks(element, 'yes');
      await pressPart(element, 'to-dossier');
      await pressPart(element, 'others');
      await until('it says why not', () => root(element).querySelector('[id=said]') !== null);
      return element;
    }),
    named('before and after', async (stage) => {
      const element = await withDocuments(stage);
      await pressPart(element, 'before-after');
      return element;
    }),
    named('handed to the page', async (stage) => {
      const element = await answered(stage);
      (element as unknown as {reset(): void}).reset();
      await until('it begins anew', () => part(element, 'facts') !== null || part(element, 'version') !== null);
      stage.passed(element);
      await pressPart(element, 'next');
      if (!part(element, 'undo')) await pressPart(element, 'next');
      for (let step = 0; step < 4; step += 1) await pressPart(element, 'next');
      await pressPart(element, 'send');
      await reaches(element, 'handed');
      return element;
    }),
    named('sent', async (stage) => {
      const site = await fakeSite();
      const element = await answered(stage, {endpoint: site.endpoint});
      await pressPart(element, 'send');
      await reaches(element, 'sent');
      return element;
    }),
    named('saved, and not sent', async (stage) => {
      const site = await fakeSite({answers: 'down'});
      stage.afterwards(() => site.order({answers: 'up'}));
      const element = await answered(stage, {endpoint: site.endpoint});
      await pressPart(element, 'send');
      await reaches(element, 'saved');
      return element;
    }),
  ],
};
