import {instrument} from '@ppgp/instruments';
import {settle, withBoards, type Campaign, type Definition} from '@ppgp/schema';
import type {AnswerStore} from './store/answer-store.js';

/**
 * The definition that a campaign puts to people: its own, or a ready-made one of the version it names.
 * `registered` are those registered for it before, where a version stays known that the library has left behind.
 */
export function definitionOf({definition}: Campaign, registered: readonly Definition[]): Definition | undefined {
  if (!('instrument' in definition)) return definition;
  const {instrument: id, version} = definition;
  const present = instrument(id);
  if (present !== undefined && (version === undefined || present.version === version)) return present;
  return registered.find((earlier) => earlier.id === id && earlier.version === version);
}

/**
 * A definition with the themes of ready-made boards written out, as it is registered: a later library does not change it.
 * @throws SurveyError `definition-invalid` when the library has no such board
 */
export const writtenOut = <D extends Definition>(definition: D): D =>
  withBoards(definition, (id) => {
    const board = instrument(id);
    return board?.kind === 'board' ? board : undefined;
  });

/** What a campaign's answers are read against, under its present settings. */
export interface Definitions {
  /** For answers of a version that nobody registered. */
  newest: Definition;
  byVersion: ReadonlyMap<string, Definition>;
}

/** Every definition known for a registered campaign. A registered version wins over what the library says now. */
export async function definitionsOf(store: AnswerStore, campaign: Campaign): Promise<Definitions> {
  const registered = await store.definitions(campaign.id);
  const named = definitionOf(campaign, registered) ?? registered.at(-1);
  if (named === undefined) throw new Error('A registered campaign has no definition.');
  const newest = registered.find(({version}) => version === named.version) ?? writtenOut(named);
  const all = [newest, ...registered].map((definition) => settle(definition, campaign));
  const byVersion = new Map(all.map((definition) => [definition.version, definition]));
  return {newest: byVersion.get(newest.version) ?? newest, byVersion};
}
