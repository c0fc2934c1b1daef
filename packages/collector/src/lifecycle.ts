import type {Campaign, Day, Id} from '@ppgp/schema';
import {ARCHIVED, stateOf, stepped, type CampaignState, type LifecycleStep} from './campaign-state.js';
import type {AnswerStore} from './store/answer-store.js';

/**
 * Opens, closes or archives a campaign; answers are received all the same. Undefined where there is no such campaign.
 * @throws StoreError
 */
export async function moveCampaign(
  store: AnswerStore,
  id: Id,
  step: LifecycleStep,
  today: Day,
): Promise<{campaign: Campaign; state: CampaignState} | undefined> {
  const registered = await store.campaign(id);
  const definition = (await store.definitions(id)).at(-1);
  if (registered === undefined || definition === undefined) return undefined;
  const campaign = stepped(registered.campaign, step, today);
  await store.register(campaign, definition, today);
  const since = await store.note(id, ARCHIVED);
  if (step === 'archive' && !since) await store.setNote(id, ARCHIVED, today, since);
  if (step === 'open' && since) await store.setNote(id, ARCHIVED, '', since);
  return {campaign, state: await campaignState(store, campaign, today)};
}

/** @throws StoreError */
export async function campaignState(store: AnswerStore, campaign: Campaign, today: Day): Promise<CampaignState> {
  return stateOf(campaign, {today, isArchived: Boolean(await store.note(campaign.id, ARCHIVED))});
}
