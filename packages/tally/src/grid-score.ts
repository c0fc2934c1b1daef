import type {Grid, GridItem, Id, Mark} from '@ppgp/schema';

/** How one rater marked a document's items; absent = not yet. */
export type Marks = Readonly<Record<Id, Mark | undefined>>;

/** What a domain or a topic comes to. Score = 100 × agreed ÷ (agreed + refused): `share` says how to write it. */
export interface Score {
  /** « D’accord »: the numerator. */
  agreed: number;
  /** Agreed or refused: the denominator. « Sans objet » leaves it. */
  rated: number;
  na: number;
  /** Applicable, and not answered yet: while there is one, the score is provisional. */
  open: number;
}

export interface Scores {
  domains: Record<Id, Score>;
  /** Of the scored items alone. */
  topics: Record<Id, Score>;
}

function scoreOf(items: readonly GridItem[], marks: Marks): Score {
  const count = (wanted: Mark | undefined): number => items.filter(({id}) => markOf(marks, id) === wanted).length;
  const agreed = count('yes');
  return {agreed, rated: agreed + count('no'), na: count('na'), open: count(undefined)};
}

const markOf = (marks: Marks, id: Id): Mark | undefined => (Object.hasOwn(marks, id) ? marks[id] : undefined);

/**
 * The marks that count: those of items the grid has, and « sans objet » only where its item allows it. Anything else counts as not answered.
 */
export function countedMarks({items}: Pick<Grid, 'items'>, raw: Readonly<Record<Id, unknown>>): Record<Id, Mark> {
  const counted = items.flatMap(({id, na}): [Id, Mark][] => {
    const mark = Object.hasOwn(raw, id) ? raw[id] : undefined;
    return mark === 'yes' || mark === 'no' || (mark === 'na' && na !== undefined) ? [[id, mark]] : [];
  });
  return Object.fromEntries(counted);
}

/** The scores of one rating, by domain and by topic. Items without a domain are never scored. Nothing is rounded here, nothing divides by zero. */
export function gridScores(
  {domains, topics, items}: Pick<Grid, 'domains' | 'topics' | 'items'>,
  raw: Readonly<Record<Id, unknown>>,
): Scores {
  const marks = countedMarks({items}, raw);
  const scored = items.filter(({domain}) => domain !== null);
  return {
    domains: Object.fromEntries(
      domains.map(({id}) => [
        id,
        scoreOf(
          scored.filter(({domain}) => domain === id),
          marks,
        ),
      ]),
    ),
    topics: Object.fromEntries(
      topics.map(({id}) => [
        id,
        scoreOf(
          scored.filter(({topic}) => topic === id),
          marks,
        ),
      ]),
    ),
  };
}
