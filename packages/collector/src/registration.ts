import {isDeepStrictEqual} from 'node:util';
import {SurveyError, settle, type Campaign, type Day, type Definition, type Fault} from '@ppgp/schema';
import {definitionFaultsIn, parseCampaign} from '@ppgp/schema/validate';
import {changesOf, type Change} from './campaign-changes.js';
import {definitionOf, writtenOut} from './definitions.js';
import type {AnswerStore} from './store/answer-store.js';

/** What became of a campaign that someone wants registered. */
export type Registration =
  | {status: 'created' | 'replaced'; campaign: Campaign; changes?: undefined}
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

/** A campaign that can be registered, with the definition it puts to people written out. */
export type Prepared = {status: 'ready'; campaign: Campaign; definition: Definition} | {status: 'invalid'; faults: readonly Fault[]};

/** Validates a campaign; `id` is the one it must have, where that is known. Nothing is written. */
export async function prepareCampaign(store: AnswerStore, value: unknown, id?: string): Promise<Prepared> {
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
  return {status: 'ready', campaign, definition};
}

/** Validates a campaign and registers it. */
export async function registerCampaign(store: AnswerStore, value: unknown, {today, id}: {today: Day; id?: string}): Promise<Registration> {
  const prepared = await prepareCampaign(store, value, id);
  if (prepared.status === 'invalid') return prepared;
  const {campaign, definition} = prepared;
  const status = await store.register(campaign, definition, today);
  return status === 'version-changed' ? {status, campaign, version: definition.version} : {status, campaign};
}

/** What registering would do. */
export type Plan =
  | {status: 'created' | 'replaced'; campaign: Campaign; changes: Change[]}
  | {status: 'version-changed'; campaign: Campaign; version: string}
  | {status: 'invalid'; faults: readonly Fault[]};

/** What registering a campaign would do; nothing is written. */
export async function planCampaign(store: AnswerStore, value: unknown, id?: string): Promise<Plan> {
  const prepared = await prepareCampaign(store, value, id);
  if (prepared.status === 'invalid') return prepared;
  const {campaign, definition} = prepared;
  const definitions = await store.definitions(campaign.id);
  const asKept = JSON.parse(JSON.stringify(definition)) as Definition;
  const known = definitions.find(({version}) => version === definition.version);
  if (known !== undefined && !isDeepStrictEqual(known, asKept)) return {status: 'version-changed', campaign, version: definition.version};
  const present = await store.campaign(campaign.id);
  if (present === undefined) return {status: 'created', campaign, changes: []};
  const before = definitionOf(present.campaign, definitions) ?? definitions.at(-1);
  return {status: 'replaced', campaign, changes: changesOf({...present.campaign}, {...campaign}, before, asKept)};
}
