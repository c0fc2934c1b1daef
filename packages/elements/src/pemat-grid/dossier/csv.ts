import type {Grid} from '@ppgp/schema';
import {frGrid} from '@ppgp/words';
import type {Reader} from '../../internal/reader.js';
import {AGREED, type RatingRecord} from './rating-record.js';

/** A cell that a spreadsheet takes as text: what it would compute gets an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** One line per rating and item, for a French spreadsheet: UTF-8 with its mark, semicolons. */
export function csvOf(grid: Grid, ratings: readonly RatingRecord[], reader: Reader): string {
  const words = reader.words(frGrid);
  const head = ['document', 'version', 'lecture', 'jour', 'numero', 'domaine', 'enonce', 'reponse', 'remarque'];
  const lines = ratings.flatMap((rating) =>
    grid.items.map((item) => {
      const mark = rating.rated.marks[item.id];
      const domain = grid.domains.find(({id}) => id === item.domain);
      return [
        rating.title,
        rating.version,
        rating.rater === AGREED ? words.agreedTitle : rating.raterLabel || rating.rater,
        rating.day,
        String(item.number),
        domain ? reader.plain(domain.label) : words.landmarksTitle,
        reader.plain(item.label),
        mark ? words.mark({mark}) : '',
        rating.rated.notes[item.id]?.text ?? '',
      ];
    }),
  );
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
