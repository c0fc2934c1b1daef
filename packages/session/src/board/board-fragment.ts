import type {Board, Id} from '@ppgp/schema';
import {Choosing} from './choosing.js';

/** What of a page's address hands a board over: `#plateau=` today's codes, `;`, the others. */
const FRAGMENT = /^#plateau=([\w,-]*);([\w,-]*)$/;

/** The fragment of an address that opens the same choices elsewhere: no server is told it. Sensitive themes are never in it. */
export function boardFragment(choosing: Choosing): string {
  const isShown = (id: Id): boolean => choosing.board.themes.some((theme) => theme.id === id && theme.sensitive !== true);
  const codes = (themes: {id: Id}[]): string =>
    themes
      .map(({id}) => id)
      .filter(isShown)
      .join(',');
  const others = choosing.chosen.filter((theme) => !choosing.today.includes(theme));
  return `#plateau=${codes(choosing.today)};${codes(others)}`;
}

/** Whether a fragment hands a board over, of whatever board. */
export const isBoardFragment = (fragment: string): boolean => FRAGMENT.test(fragment);

/** What such a fragment says of this board; codes that it does not have, and sensitive ones, are left out. */
export function fromBoardFragment(board: Board, fragment: string): Choosing {
  const choosing = new Choosing(board);
  const [, today = '', others = ''] = FRAGMENT.exec(fragment) ?? [];
  const known = (codes: string): Id[] =>
    codes.split(',').filter((code) => board.themes.some(({id, sensitive}) => id === code && sensitive !== true));
  for (const code of [...known(today), ...known(others)]) if (!choosing.isChosen(code)) choosing.toggle(code);
  for (const code of known(today)) choosing.toToday(code);
  return choosing;
}
