import type {Grid} from '@ppgp/schema';
import {frGroup} from '@ppgp/words';
import type {Reader} from '../../internal/reader.js';
import {AGREED, isAgreed, type RatingRecord} from './rating-record.js';

/** `tableur`: what Excel opens in French. `open`: what open-data tools and validators of Table Schema read. */
export type CsvProfile = 'tableur' | 'open';

/** A spreadsheet would compute what begins so: an apostrophe makes it text. */
const computed = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** One line per rating and item. The columns of both profiles are the same: semicolons and a mark of UTF-8, or commas and no mark. */
export function csvOf(grid: Grid, ratings: readonly RatingRecord[], reader: Reader, profile: CsvProfile): string {
  const words = reader.words(frGroup);
  const head = ['document', 'version', 'lecture', 'jour', 'numero', 'domaine', 'enonce', 'reponse', 'remarque'];
  const lines = ratings.flatMap((rating) =>
    grid.items.map((item) => {
      const mark = rating.rated.marks[item.id];
      const domain = grid.domains.find(({id}) => id === item.domain);
      return [
        rating.title,
        rating.version,
        rating.rater === AGREED ? words.agreedTitle : isAgreed(rating) ? words.otherAgreed : rating.raterLabel || rating.rater,
        rating.day,
        String(item.number),
        domain ? reader.plain(domain.label) : words.landmarksTitle,
        reader.plain(item.label),
        mark ? words.mark({mark}) : '',
        rating.rated.notes[item.id]?.text ?? '',
      ];
    }),
  );
  const isForOffices = profile === 'tableur';
  const cell = (text: string): string => quoted(isForOffices && computed.test(text) ? `'${text}` : text);
  const rows = [head, ...lines].map((line) => line.map(cell).join(isForOffices ? ';' : ','));
  return `${isForOffices ? '\ufeff' : ''}${rows.join('\r\n')}\r\n`;
}
