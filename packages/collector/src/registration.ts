import {SurveyError, settle, type Campaign, type Day, type Fault} from '@ppgp/schema';
import {definitionFaultsIn, parseCampaign} from '@ppgp/schema/validate';
import {definitionOf, writtenOut} from './definitions.js';
import type {AnswerStore} from './store/answer-store.js';

/** What became of a campaign that someone wants registered. */
export type Registration =
  | {status: 'created' | 'replaced'; campaign: Campaign}
  | {status: 'version-changed'; campaign: Campaign; version: string}
  | {status: 'invalid'; faults: readonly Fault[]};

/** What `read` returns, or the faults it throws. */
function orFaults<T>(read: () => T): T | {faults: readonly Fault[]} {
  try {
    return read();
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

const insideDefinition = (fault: Fault): Fault => ({...fault, path: `definition.${fault.path}`});

/** Validates a campaign and registers it; `id` is the one it must have, where that is known. */
export async function registerCampaign(store: AnswerStore, value: unknown, {today, id}: {today: Day; id?: string}): Promise<Registration> {
  const campaign = orFaults(() => parseCampaign(value));
  if ('faults' in campaign) return {status: 'invalid', faults: campaign.faults};
  if (id !== undefined && campaign.id !== id) {
    return {status: 'invalid', faults: [{path: 'id', code: 'other-id', detail: `The address says "${id}".`}]};
  }
  const named = definitionOf(campaign, await store.definitions(campaign.id));
  if (named === undefined) return {status: 'invalid', faults: [unknownInstrument]};
  const definition = orFaults(() => writtenOut(named));
  // Conditions on a board's themes can be judged only now.
  const faults = 'faults' in definition ? definition.faults : definitionFaultsIn(settle(definition, campaign));
  if ('faults' in definition || faults.length > 0) return {status: 'invalid', faults: faults.map(insideDefinition)};
  const status = await store.register(campaign, definition, today);
  return status === 'version-changed' ? {status, campaign, version: definition.version} : {status, campaign};
}
