import {openStore} from '@ppgp/browser-store';
import {
  catchDownloads,
  fakeSite,
  fullDevice,
  leave,
  leaveUnreadable,
  part,
  pressPart,
  reaches,
  root,
  until,
  type TestedElement,
} from '../element/index.js';
import type {ElementStates, Stage, State} from './state.js';

/** A small board with all that a board can have. */
export const board = {
  format: 'ppgp/1',
  kind: 'board',
  id: 'essai',
  version: '1',
  title: 'Je me pose des questions sur…',
  territories: [{id: 'nord', label: 'Maison du Nord', phone: '05 36 49 10 00', hours: 'De 9 h à 17 h'}],
  sets: [
    {id: 'bebe', label: 'Mon bébé'},
    {id: 'parent', label: 'Moi, parent'},
    {id: 'dur', label: 'C’est difficile à dire'},
  ],
  themes: [
    {id: 'sommeil', set: 'bebe', label: 'Le sommeil', hint: 'Les nuits sont courtes.'},
    {id: 'pleurs', set: 'bebe', label: 'Les pleurs'},
    {id: 'repas', set: 'bebe', label: 'Les repas'},
    {id: 'couple', set: 'parent', label: 'Mon couple'},
    {id: 'moral', set: 'parent', label: 'Je ne vais pas bien', sensitive: true},
    {id: 'peur', set: 'dur', label: 'J’ai peur', sensitive: true},
    {id: 'autre', label: 'Autre chose'},
    {id: 'rien', label: 'Tout va bien', role: 'exclusive'},
  ],
  help: [{label: 'Urgence', phone: '112', checked: '2026-11-02'}],
};

async function shows(stage: Stage, properties: object = {}): Promise<TestedElement> {
  const element = await stage.show({definition: stage.translated(board), ...properties});
  await until('it can be answered', () => part(element, 'next') !== null);
  return element;
}

/** Touches what stands at these places, counted over all that can be chosen on the screen. */
export async function touches(element: TestedElement, ...places: number[]): Promise<void> {
  for (const place of places) {
    root(element).querySelectorAll<HTMLInputElement>('input[type=checkbox]')[place]?.click();
    await element.updateComplete;
  }
}

/** The screen goes dark, and somebody wakes it. */
export function darkens(): void {
  for (const hidden of [true, false]) {
    Object.defineProperty(document, 'hidden', {configurable: true, value: hidden});
    document.dispatchEvent(new Event('visibilitychange'));
  }
  Reflect.deleteProperty(document, 'hidden');
}

/** A board on which these were touched. */
async function chose(stage: Stage, places: number[], properties: object = {}): Promise<TestedElement> {
  const element = await shows(stage, properties);
  await touches(element, ...places);
  stage.passed(element);
  return element;
}

async function ends(stage: Stage, places: number[], properties: object = {}): Promise<TestedElement> {
  const element = await chose(stage, places, properties);
  await pressPart(element, 'next');
  stage.passed(element);
  if (part(element, 'move')) await pressPart(element, 'next');
  stage.passed(element);
  return element;
}

/** That board, of which some is in Arabic and English too. */
export const spoken = {
  ...board,
  title: {fr: board.title, ar: 'لدي أسئلة عن…', en: 'I have questions about…'},
  themes: board.themes.map((theme) => (theme.id === 'sommeil' ? {...theme, label: {fr: 'Le sommeil', ar: 'النوم', en: 'Sleep'}} : theme)),
};

/** A tablet on which the staff have no code yet. */
export const forgetCode = (): Promise<void> => openStore('ppgp-work').commit([{remove: 'kiosk/code'}]);

/** Opens what only staff open: at a new tablet, its first step. */
export async function knocks(element: TestedElement): Promise<void> {
  await until('it waits', () => part(element, 'staff') !== null);
  for (let press = 0; press < 5; press += 1) await pressPart(element, 'staff');
  await until('the panel is there', () => part(element, 'staff-panel') !== null);
}

/** Types a code, and has it kept or tried. */
export async function types(element: TestedElement, code: string): Promise<void> {
  const field = part(element, 'field') as HTMLInputElement;
  field.value = code;
  await pressPart(element, 'staff-yes');
}

/** A tablet between two people, whose staff press « Équipe ». */
async function staff(stage: Stage, properties: object = {}): Promise<TestedElement> {
  await forgetCode();
  stage.afterwards(forgetCode);
  const element = await stage.show({definition: stage.translated(board), mode: 'kiosk', ...properties});
  await knocks(element);
  stage.passed(element);
  return element;
}

const named = (name: string, reach: State['reach']): State => ({name, reach});

/** Every state of the board. */
export const boardStates: ElementStates = {
  tag: 'needs-plateau',
  asks: false,
  early: {share: 'themes', headingLevel: 3},
  states: [
    named('loading', async (stage) => {
      const {path} = await fakeSite({files: {'/plateau': 'held'}});
      return stage.show({src: `${path}/plateau`});
    }),
    named('broken definition', async (stage) => {
      const element = await stage.show({definition: {format: 'ppgp/1', kind: 'board'}});
      await reaches(element, 'failed');
      return element;
    }),
    named('the board', (stage) => shows(stage)),
    named('the board of a list that may be sent', (stage) => shows(stage, {share: 'themes', endpoint: '/v1/answers'})),
    named('some are chosen', (stage) => chose(stage, [0, 2, 5])),
    named('what is hard to say', async (stage) => {
      const element = await shows(stage);
      await pressPart(element, 'hard');
      await touches(element, 0);
      return element;
    }),
    named('the piles', async (stage) => {
      const element = await chose(stage, [0, 1, 2, 3]);
      await pressPart(element, 'next');
      await pressPart(element, 'move');
      return element;
    }),
    named('today is full', async (stage) => {
      const element = await chose(stage, [0, 1, 2, 3]);
      await pressPart(element, 'next');
      for (let at = 0; at < 3; at += 1) root(element).querySelectorAll<HTMLElement>('[part=later] [part=move]')[0]?.click();
      await element.updateComplete;
      root(element).querySelector<HTMLElement>('[part=later] [part=move]')?.click();
      await element.updateComplete;
      return element;
    }),
    named('the end', (stage) => ends(stage, [0, 1, 2, 3], {territory: 'nord'})),
    named('the end with what is sensitive', (stage) => ends(stage, [0, 4])),
    named('all is well', (stage) => ends(stage, [6])),
    named('nothing was chosen', (stage) => ends(stage, [])),
    named('a QR code', async (stage) => {
      const element = await ends(stage, [0, 1]);
      await pressPart(element, 'show-qr');
      await until('it is drawn', () => part(element, 'qr') !== null);
      return element;
    }),
    named('erased', async (stage) => {
      const element = await ends(stage, [0]);
      await pressPart(element, 'erase');
      return element;
    }),
    named('on a desk', async (stage) => {
      const element = await shows(stage, {view: 'desk'});
      await pressPart(element, 'new-family');
      return element;
    }),
    named('a tablet between two people', async (stage) => {
      const element = await stage.show({definition: stage.translated(board), mode: 'kiosk'});
      await until('it waits', () => part(element, 'attract') !== null);
      return element;
    }),
    named('a tablet that speaks several languages', async (stage) => {
      const definition = stage.translated(spoken);
      const element = await stage.show({definition, mode: 'kiosk'});
      await until('it waits', () => part(element, 'language') !== null);
      return element;
    }),
    named('a tablet that asks whether one is still there', async (stage) => {
      const element = await stage.show({definition: stage.translated(board), mode: 'kiosk'});
      await until('it waits', () => part(element, 'attract') !== null);
      await pressPart(element, 'start');
      await touches(element, 0);
      darkens();
      await until('it asks', () => part(element, 'still-there') !== null);
      return element;
    }),
    named('a tablet that clears itself soon', async (stage) => {
      const site = await fakeSite();
      const element = await stage.show({definition: stage.translated(board), mode: 'kiosk', share: 'themes', endpoint: site.endpoint});
      await until('it waits', () => part(element, 'attract') !== null);
      await pressPart(element, 'start');
      await touches(element, 0);
      await pressPart(element, 'next');
      await pressPart(element, 'next');
      await pressPart(element, 'send');
      await until('it thanks', () => part(element, 'finish') !== null);
      return element;
    }),
    named('the staff choose a code', async (stage) => {
      const element = await staff(stage);
      await types(element, '12');
      await until('it says so', () => part(element, 'failure')?.textContent.trim() !== '');
      return element;
    }),
    named('the staff forgot their code', async (stage) => {
      const element = await staff(stage);
      await types(element, '4829');
      await until('it is open', () => part(element, 'tablet') !== null);
      await pressPart(element, 'staff-close');
      await knocks(element);
      stage.passed(element);
      await pressPart(element, 'forgotten');
      await until('it counts', () => part(element, 'head') !== null);
      return element;
    }),
    named('the staff’s panel', async (stage) => {
      const site = await fakeSite({answers: 'down', files: {'/v1/answers': {protocol: ['reponses/1']}}});
      stage.afterwards(() => site.order({answers: 'up'}));
      stage.afterwards(catchDownloads());
      stage.afterwards(await leaveUnreadable());
      await leave({endpoint: site.endpoint, savedDay: '2026-11-02'}, {endpoint: site.endpoint, savedDay: '2026-11-05'});
      const element = await staff(stage, {endpoint: site.endpoint});
      await types(element, '4829');
      await until('what waits is read', () => part(element, 'row') !== null);
      await pressPart(element, 'test');
      await pressPart(element, 'export');
      await until('it was tried', () => part(element, 'connection') !== null && part(element, 'exported') !== null);
      stage.passed(element);
      await pressPart(element, 'send');
      await until('it was sent in vain', () => part(element, 'ended') !== null);
      return element;
    }),
    named('handed to the page', async (stage) => {
      const element = await ends(stage, [0, 1], {share: 'themes'});
      await pressPart(element, 'send');
      await reaches(element, 'handed');
      return element;
    }),
    named('sent', async (stage) => {
      const site = await fakeSite();
      const element = await ends(stage, [0, 1], {share: 'themes', endpoint: site.endpoint});
      await pressPart(element, 'send');
      await reaches(element, 'sent');
      return element;
    }),
    named('not sent yet', async (stage) => {
      const site = await fakeSite({answers: 'down'});
      stage.afterwards(() => site.order({answers: 'up'}));
      const element = await ends(stage, [0, 1], {share: 'themes', endpoint: site.endpoint});
      await pressPart(element, 'send');
      await reaches(element, 'saved');
      return element;
    }),
    named('not saved', async (stage) => {
      const site = await fakeSite({answers: 'down'});
      stage.afterwards(() => site.order({answers: 'up'}));
      stage.afterwards(fullDevice());
      const element = await ends(stage, [0, 1], {share: 'themes', endpoint: site.endpoint});
      await pressPart(element, 'send');
      await reaches(element, 'unsaved');
      return element;
    }),
  ],
};
