import type {PageFault} from '../watch/watch.js';

/** What one step in a page gave, and what went wrong in the page since the step before. */
export interface Ran {
  value: unknown;
  faults: PageFault[];
}

/** One page of one engine: the few things that a person's hands and eyes come down to. */
export interface Tab {
  /** Evaluates an expression in the page (a promise is awaited); its value must survive JSON. */
  run(expression: string): Promise<Ran>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Where the mouse is, without a click. */
  point(x: number, y: number): Promise<void>;
  type(text: string): Promise<void>;
  /** Keys pressed together, by their `KeyboardEvent.key` names: `['Shift', 'Tab']`. */
  press(keys: string[]): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A running browser of one engine. */
export interface TabBrowser {
  open(): Promise<Tab>;
  close(): Promise<void>;
  /** SIGKILL, for every process of it: what has not reached the disk is lost. */
  kill(): Promise<void>;
}
