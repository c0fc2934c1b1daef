import type {Board, Id, Text, Theme} from '@ppgp/schema';
import type {Choosing} from '@ppgp/session';
import type {TemplateResult} from 'lit';
import type {Reader} from '../internal/reader.js';

/** Where a parent is: free choice, what is hard to say, today and later, what is shown at the end. */
export type BoardPlace = {kind: 'board'} | {kind: 'hard'; set: Id} | {kind: 'piles'} | {kind: 'show'};

/** What the screens of a board see of the element, and ask of it. */
export interface BoardView {
  readonly board: Board;
  readonly choosing: Choosing;
  readonly reader: Reader;
  /** Level of the headings. */
  readonly level: number;
  /** `desk`: two people at one screen. */
  readonly isDesk: boolean;
  /** What a press may send: the list of codes, sensitive ones only with `all`. */
  readonly share: NonNullable<Board['share']>;
  /** A sentence about what was just done, said where it was done. */
  readonly said: string;
  readonly notes: string;
  /** The QR code, once it was asked for; a string says why there is none. */
  readonly qr: TemplateResult | string | undefined;
  /** Numbers to call, of the board or the country's. */
  readonly help: readonly HelpLine[];
  /** The territory's contact line, or the host's. */
  readonly contact: TemplateResult;
  /** Whether the print shall show what is sensitive. */
  readonly printsHard: boolean;
  /** What « Quitter vite » does, and what it cannot hide. */
  readonly exitHow: string;
  picture(theme: Theme): TemplateResult;
  toggle(id: Id): void;
  move(theme: Theme, where: 'today' | 'later'): void;
  go(place: BoardPlace): void;
  write(notes: string): void;
  printHard(whether: boolean): void;
  print(): void;
  showQr(): void;
  send(): void;
  /** Clears everything: « Effacer », « Nouvelle famille ». */
  clear(): void;
  /** « Quitter vite » */
  exit(): void;
}

/** Sets that hold nothing but sensitive themes stand apart, last, in words only. */
export const isHard = ({themes}: Board, set: Id): boolean => {
  const own = themes.filter((theme) => theme.set === set);
  return own.length > 0 && own.every(({sensitive}) => sensitive === true);
};

/** Whether what is on the screen would tell somebody who looks over a shoulder. */
export const isDelicate = ({choosing}: BoardView): boolean => choosing.chosen.some(({sensitive}) => sensitive === true);

export interface HelpLine {
  label: Text;
  phone: string;
  checked: string;
}
