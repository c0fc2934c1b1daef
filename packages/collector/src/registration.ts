import {SurveyError, type Campaign, type Day, type Definition, type Fault} from '@ppgp/schema';
import {parseCampaign} from '@ppgp/schema/validate';
import {definitionOf} from './definitions.js';
import type {AnswerStore} from './store/answer-store.js';

/** What became of a campaign that someone wants registered. */
export type Registration =
  | {status: 'created' | 'replaced'; campaign: Campaign}
  | {status: 'version-changed'; campaign: Campaign; version: string}
  | {status: 'invalid'; faults: readonly Fault[]};

function parse(value: unknown): Campaign | {faults: readonly Fault[]} {
  try {
    return parseCampaign(value);
  } catch (error) {
    if (error instanceof SurveyError) return {faults: error.faults};
    throw error;
  }
}

const unknownInstrument = {
  path: 'definition.instrument',
  code: 'unknown-instrument',
  detail: 'No ready-made instrument has this id and version.',
};

/** Validates a campaign and registers it; `id` is the one it must have, where that is known. */
export async function registerCampaign(store: AnswerStore, value: unknown, {today, id}: {today: Day; id?: string}): Promise<Registration> {
  const campaign = parse(value);
  if ('faults' in campaign) return {status: 'invalid', faults: campaign.faults};
  if (id !== undefined && campaign.id !== id) {
    return {status: 'invalid', faults: [{path: 'id', code: 'other-id', detail: `The address says "${id}".`}]};
  }
  const definition: Definition | undefined = definitionOf(campaign, await store.definitions(campaign.id));
  if (definition === undefined) return {status: 'invalid', faults: [unknownInstrument]};
  const status = await store.register(campaign, definition, today);
  return status === 'version-changed' ? {status, campaign, version: definition.version} : {status, campaign};
}
