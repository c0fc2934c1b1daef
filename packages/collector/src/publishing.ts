import type {Day, Results} from '@ppgp/schema';
import {publish, published, silentFigures, type Publication} from '@ppgp/tally';
import {campaignState} from './lifecycle.js';
import type {Figures} from './figures.js';
import type {AnswerStore, RegisteredCampaign} from './store/answer-store.js';

/** The smallest base that the public is shown, unless the campaign says otherwise. */
const PUBLIC_K = 11;
/** The name of the note that keeps what was last published. */
const PUBLISHED = 'published';

/**
 * The public's figures of a campaign: what was last published, or something newer where enough answers came since. It is kept, so that
 * neither a restart nor another process nor an erasure changes what was said.
 * @throws StoreError
 */
export async function publicFigures(store: AnswerStore, all: Figures, registered: RegisteredCampaign, today: Day): Promise<Results> {
  const {campaign} = registered;
  const k = campaign.k?.public ?? PUBLIC_K;
  const note = await store.note(campaign.id, PUBLISHED);
  const before = note === undefined ? undefined : (JSON.parse(note) as Publication);
  const count = await all.whole(registered);
  const {tally, received, counted, versions} = count.whole;
  const options = {k, asOf: today, campaign: campaign.id, versions: [...versions].sort(), received, counted};
  const state = await campaignState(store, campaign, today);
  const {expected} = campaign;
  const asked = typeof expected === 'object' ? Object.values(expected).reduce((sum, one) => sum + one, 0) : expected;
  const isOver = state === 'closed' || state === 'archived';
  const next = publish(before, tally, {...options, isOver, ...(asked === undefined ? {} : {expected: asked})});
  if (next === undefined) return before === undefined ? silentFigures(tally, {...options, audience: 'public'}) : published(before, k);
  if (await store.setNote(campaign.id, PUBLISHED, JSON.stringify(next), note)) return next.results;
  // Another process was faster: what it said holds.
  const theirs = await store.note(campaign.id, PUBLISHED);
  return theirs === undefined ? silentFigures(tally, {...options, audience: 'public'}) : published(JSON.parse(theirs) as Publication, k);
}
