import {emptyOutbox, type TestedElement} from '../element/index.js';
import type {ElementStates, Stage, State} from '../states/index.js';

/** How a walk differs from a plain one. */
export interface Walk {
  /** Inline size of the place, in CSS pixels. */
  width?: number;
  dir?: 'ltr' | 'rtl';
  translated?: <T>(definition: T) => T;
  passed?: (element: TestedElement) => void;
}

/** Brings a new element into a state, has it looked at, and clears up. */
export async function visit({tag}: ElementStates, state: State, look: (element: TestedElement) => unknown, walk: Walk = {}): Promise<void> {
  const place = document.createElement('div');
  place.dir = walk.dir ?? 'ltr';
  if (walk.width) place.style.setProperty('inline-size', `${walk.width}px`);
  document.body.append(place);
  const undo: (() => unknown)[] = [];
  const stage: Stage = {
    async show(properties = {}) {
      const element = document.createElement(tag) as TestedElement;
      Object.assign(element, properties);
      place.append(element);
      await element.updateComplete;
      return element;
    },
    translated: walk.translated ?? ((definition) => definition),
    afterwards: (then) => undo.push(then),
    passed: walk.passed ?? (() => undefined),
  };
  try {
    const element = await state.reach(stage);
    await element.updateComplete;
    await look(element);
  } finally {
    for (const then of undo) await then();
    await emptyOutbox();
    place.remove();
  }
}
