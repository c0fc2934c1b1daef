import {fixture, html} from '@open-wc/testing';
import {openStore} from '@ppgp/browser-store';
import {part, pressPart, root, until, type TestedElement} from '@ppgp/testing/element';
import {grid} from '../../../testing/src/states/a-grid.js';
import {dossier, marks, presses, takes} from '../../../testing/src/states/grid-states.js';
import '../define/pemat-grid.js';
import type {RatingRecord} from './dossier/rating-record.js';

/** How a grid is shown; `width` in px. */
interface Shown {
  definition?: object;
  endpoint?: string;
  width?: number;
}

/** A grid at its first screen. */
export async function shown({definition, endpoint = '', width}: Shown = {}): Promise<TestedElement> {
  const parentNode = document.createElement('div');
  if (width) parentNode.style.setProperty('inline-size', `${width}px`);
  const element = await fixture<TestedElement>(html`<pemat-grid .definition=${definition} endpoint=${endpoint}></pemat-grid>`, {
    parentNode,
  });
  await until('it can be answered', () => part(element, 'next') !== null);
  return element;
}

/** A grid at its first item. */
export async function begun(properties: Shown = {definition: grid}): Promise<TestedElement> {
  const element = await shown(properties);
  await pressPart(element, 'next');
  await until('an item is there', () => part(element, 'undo') !== null);
  return element;
}

/** A grid of which this device knows a rating: it begins with the dossier. */
export async function cameBack({endpoint = ''}: {endpoint?: string} = {}): Promise<TestedElement> {
  const element = await fixture<TestedElement>(html`<pemat-grid .definition=${grid} endpoint=${endpoint}></pemat-grid>`);
  await until('the dossier is there', () => part(element, 'version') !== null);
  return element;
}

/** The dossier, with a rating of one's own and those of a file. */
export async function withDossier({file = dossier, ...properties}: Shown & {file?: object} = {}): Promise<TestedElement> {
  const element = await begun({definition: grid, ...properties});
  await marks(element, 'yes');
  await presses(element, 'Vos documents');
  await takes(element, file);
  return element;
}

/** Types into a field. */
export async function types(element: TestedElement, id: string, value: string): Promise<void> {
  const field = root(element).querySelector<HTMLInputElement>(`[id=${id}]`);
  if (!field) throw new Error(`There is no field ${id}.`);
  field.value = value;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  await element.updateComplete;
}

/** The ratings on this device. */
export async function kept(): Promise<RatingRecord[]> {
  const records = await openStore('ppgp-dossiers').page('rating/', {limit: 50});
  return records.map(([, record]) => record as RatingRecord);
}

/** The marks of every rater on this device. */
export const keptMarks = async (): Promise<string[]> => (await kept()).map(({rated}) => JSON.stringify(rated.marks));

/** The mark of the item that is shown. */
export const chosen = (element: TestedElement): string | undefined =>
  root(element).querySelector<HTMLInputElement>('input[type=radio]:checked')?.value;
