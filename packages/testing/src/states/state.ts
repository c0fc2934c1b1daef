import type {TestedElement} from '../element/index.js';

/** Where a state is reached: what differs from one walk to another. */
export interface Stage {
  /** Puts a new element on the page, and waits for its first update. */
  show(properties?: Record<string, unknown>): Promise<TestedElement>;
  /** A definition as this walk wants it: as it is, or in the pseudo-language. */
  translated<T>(definition: T): T;
  /** Done when the state has been looked at. */
  afterwards(undo: () => unknown): void;
  /** The element shows something on the way that is worth a look at its parts. */
  passed(element: TestedElement): void;
}

/** One thing that an element can look like, and how it comes to that. */
export interface State {
  name: string;
  reach(stage: Stage): Promise<TestedElement>;
}

/** All that an element can look like, in one place; and what the tests of every element need to know of it. */
export interface ElementStates {
  tag: string;
  states: readonly State[];
  /** Whether it asks: then it keeps and sends answers. */
  asks: boolean;
  /** A property set before the element is defined, to be found again. */
  early: Record<string, unknown>;
}
