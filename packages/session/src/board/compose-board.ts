import type {Lang, Payload, Theme} from '@ppgp/schema';
import type {Situation} from '../condition.js';
import type {Choosing} from './choosing.js';

/** What of a board is sent: the codes that were chosen and those for today. Sensitive ones only where `all` is shared. */
export function composeBoard(choosing: Choosing, {mode, ...from}: Situation, {lang, all}: {lang: Lang; all: boolean}): Payload {
  const codes = (themes: Theme[]): string[] => themes.filter(({sensitive}) => all || sensitive !== true).map(({id}) => id);
  const known = Object.fromEntries(Object.entries(from).filter(([, code]) => code !== undefined));
  return {answers: {chosen: codes(choosing.chosen), today: codes(choosing.today)}, lang, mode, ...known};
}
