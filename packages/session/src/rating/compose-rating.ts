import type {Answers, Id, Lang, Mode, Payload} from '@ppgp/schema';
import type {Rating} from './rating.js';

/** Which rating it is: a code for each, and a label the rater chose; never who they are. */
export interface RatingOf {
  dossier: Id;
  document: Id;
  documentVersion: string;
  rater: Id;
  raterLabel?: string | undefined;
  /** `agreed`: what the raters settled together. */
  round: 'own' | 'agreed';
}

/** What of a rating is kept and sent: the marks in the grid's order, what was ticked, the remarks. */
export function composeRating(
  {grid, rated}: Rating,
  {raterLabel, ...of}: RatingOf,
  {lang, mode, replaces}: {lang: Lang; mode: Mode; replaces?: string | undefined},
): Payload {
  const answers: Answers = Object.fromEntries(grid.items.flatMap(({id}) => (rated.marks[id] === undefined ? [] : [[id, rated.marks[id]]])));
  const facts = (grid.facts ?? []).map(({id}) => id).filter((id) => rated.facts.includes(id));
  const notes = Object.fromEntries(
    Object.entries(rated.notes).map(([id, {text, at}]) => [id, {text: text.normalize('NFC').trim(), ...(at && {at})}]),
  );
  return {
    answers,
    lang,
    mode,
    rating: {
      ...of,
      ...(raterLabel && {raterLabel}),
      ...(facts.length > 0 && {facts}),
      ...(Object.keys(notes).length > 0 && {notes}),
    },
    ...(replaces && {replaces}),
  };
}
