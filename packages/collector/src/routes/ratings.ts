import type {Day, Id} from '@ppgp/schema';
import type {Handler} from 'hono';
import type {Access} from '../access.js';
import type {Dependencies} from '../dependencies.js';
import {Refusal} from '../refusal.js';
import type {AnswerStore, WholeAnswer} from '../store/answer-store.js';

/** Answers read from the store at a time. */
const PAGE = 500;

/** A stored rating: `payload` as the rater's device wrote it. */
interface StoredRating {
  id: string;
  day: Day;
  payload: object;
}

/** Which rating a payload says it is; members that say something else are no texts here. */
interface Rated {
  document?: unknown;
  documentVersion?: unknown;
  rater?: unknown;
  round?: unknown;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function read({id, day, kind, payload}: WholeAnswer): (StoredRating & {rated: Rated}) | undefined {
  if (kind === 'sealed') return undefined;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (!isObject(parsed) || !('rating' in parsed) || !isObject(parsed.rating)) return undefined;
    return {id, day, payload: parsed, rated: parsed.rating};
  } catch {
    return undefined;
  }
}

/** The ratings of a document by version, rater and round: what a rater sent last takes the place of what they sent before. */
async function ratingsOf(store: AnswerStore, campaign: Id, document: string): Promise<(StoredRating & {rated: Rated})[]> {
  const newest = new Map<string, StoredRating & {rated: Rated}>();
  let last = 0;
  for (;;) {
    const answers = await store.wholeAnswers(campaign, last, PAGE);
    last = answers.at(-1)?.row ?? last;
    for (const answer of answers) {
      const rating = read(answer);
      if (rating?.rated.document !== document) continue;
      const {documentVersion, rater, round} = rating.rated;
      newest.set(JSON.stringify([documentVersion, rater, round]), rating);
    }
    if (answers.length < PAGE) return [...newest.values()];
  }
}

/**
 * `GET /v1/campaigns/{id}/ratings?document=&rater=`: what all raters said of the versions of a document that this rater has rated. Nobody
 * reads the others before their own is stored: that is what makes them independent.
 */
export const getRatings =
  ({store}: Dependencies, access: Access): Handler =>
  async (context) => {
    const id = context.req.param('id') ?? '';
    await access.require(context, id, 'rate', 'ratings');
    if ((await store.campaign(id)) === undefined) throw new Refusal('unknown-campaign');
    const document = context.req.query('document');
    const rater = context.req.query('rater');
    if (!document || !rater) throw new Refusal('malformed', {detail: 'The query names a document and a rater.'});
    const all = await ratingsOf(store, id, document);
    const own = all.filter(({rated}) => rated.rater === rater && rated.round === 'own');
    if (own.length === 0) throw new Refusal('forbidden', {detail: 'The ratings of the others are read once the own one is stored.'});
    const versions = new Set(own.map(({rated}) => rated.documentVersion));
    const ratings = all
      .filter(({rated}) => versions.has(rated.documentVersion))
      .map(({id: answer, day, payload}): StoredRating => ({id: answer, day, payload}));
    return context.json({format: 'ppgp-ratings/1', ratings});
  };
