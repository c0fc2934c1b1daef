import type {Grid} from '@ppgp/schema';
import {fetchJson} from '../../internal/controllers/fetch-json.js';
import type {RatedVersion} from './dossier.js';
import {knowsAll} from './edits.js';
import {AGREED, freeRater, isAgreed, isOfGrid, readRating, sameKey, type RatingRecord} from './rating-record.js';

/** Where a campaign is, and what opens its ratings. */
export interface Collected {
  /** URL of the campaign. */
  campaign: string;
  token: string;
}

/** How a change is named that came from the collector, by the id of the answer: no visit of a device has such a name. */
const RECEIVED = 's-';

const isReceived = ({edits}: RatingRecord): boolean => Object.keys(edits).every((visit) => visit.startsWith(RECEIVED));

/** An answer of the collector as a rating of this version; undefined for what is none. */
function ratingOf(answer: unknown, grid: Grid, first: RatingRecord): RatingRecord | undefined {
  const {id, day, payload} = Object(answer) as {id?: unknown; day?: unknown; payload?: unknown};
  const {answers, rating} = Object(payload) as {answers?: unknown; rating?: unknown};
  const {document, documentVersion, rater, round, raterLabel, facts, notes} = Object(rating) as Record<string, unknown>;
  const {title, version} = first;
  const whose = round === 'agreed' ? AGREED : rater;
  const key = {document, documentVersion, rater: whose};
  const edits = {[`${RECEIVED}${String(id)}`]: 1};
  return readRating({v: 1, ...key, grid, title, version, raterLabel, day, edits, sent: id, rated: {marks: answers, facts, notes}});
}

/**
 * The other raters' ratings of a version, from the collector: it gives them once one of those that are here was sent there.
 * @throws Unauthorized while none was, or when the token opens nothing; SurveyError when it cannot be reached
 */
export async function othersOf({campaign, token}: Collected, grid: Grid, {own}: RatedVersion): Promise<RatingRecord[]> {
  const mine = own.filter((rating) => !isReceived(rating));
  const [first] = mine;
  if (!first) return [];
  let failure: unknown;
  for (const {document, documentVersion, rater} of mine) {
    const url = new URL(campaign);
    url.pathname += '/ratings';
    url.search = new URLSearchParams({document, rater}).toString();
    try {
      const {ratings} = Object(await fetchJson(url.href, new AbortController().signal, token)) as {ratings?: unknown};
      const all = (Array.isArray(ratings) ? ratings : []).flatMap((each) => ratingOf(each, grid, first) ?? []);
      return all.filter((rating) => rating.documentVersion === documentVersion);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** What others settled, beside what was settled here, unless that is what the collector has; a copy it gave before is brought up to date. */
function besideOurs(theirs: RatingRecord, ours: RatingRecord, here: readonly RatingRecord[]): RatingRecord[] {
  if (theirs.sent === ours.sent) return [];
  const before = here.find((each) => isAgreed(each) && isReceived(each) && sameKey({...each, rater: AGREED}, theirs));
  if (before && knowsAll(before.edits, theirs.edits)) return [];
  return [{...theirs, rater: before?.rater ?? freeRater(here, theirs), edits: {...before?.edits, ...theirs.edits}}];
}

/** Of what the collector gave: what is new here, or newer than what it gave before. What was made on this device is never touched. */
export const newOf = (given: readonly RatingRecord[], here: readonly RatingRecord[]): RatingRecord[] =>
  given.flatMap((rating) => {
    const known = here.find((each) => sameKey(each, rating) && isOfGrid(each, rating.grid));
    if (!known) return rating;
    if (isAgreed(rating) && !isReceived(known)) return besideOurs(rating, known, here);
    const isNewer = isReceived(known) && JSON.stringify(known.rated) !== JSON.stringify(rating.rated);
    return isNewer ? {...rating, edits: {...known.edits, ...rating.edits}} : [];
  });
