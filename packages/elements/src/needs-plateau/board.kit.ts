import {fixture, html} from '@open-wc/testing';
import {part, until, type TestedElement} from '@ppgp/testing/element';
import {board} from '../../../testing/src/states/board-states.js';
import '../define/needs-plateau.js';

/** A board with these properties, once it is there. */
export async function shown(properties: object = {definition: board}): Promise<TestedElement> {
  const element = await fixture<TestedElement>(html`<needs-plateau></needs-plateau>`);
  Object.assign(element, properties);
  await until('it can be answered', () => part(element, 'next') !== null || part(element, 'erase') !== null);
  return element;
}

/** Words of the themes in a pile, or shown at the end. */
export const inPart = (element: TestedElement, name: string): string[] =>
  [...(part(element, name)?.querySelectorAll('li > b, li > span > b') ?? [])].map(({textContent}) => textContent);
