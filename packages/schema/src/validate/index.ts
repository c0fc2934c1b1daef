import * as z from 'zod/mini';
import {settle, type Campaign, type Definition} from '../definition.js';
import type {Fault} from '../survey-error.js';
import {check, orRefuse, refuse} from './check.js';
import {fault} from './faults.js';
import {board, grid} from './grid-and-board.js';
import {count, id, optional, pick} from './parts.js';
import {questionnaire, settings} from './questionnaire.js';
import {referenceFaults, settingsFaults} from './references.js';

const KINDS = {questionnaire, grid, board};
const unknownKind = z.looseObject({kind: z.enum(['questionnaire', 'grid', 'board'])});
const kindOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined);
const isKind = (kind: unknown): kind is keyof typeof KINDS => typeof kind === 'string' && Object.hasOwn(KINDS, kind);
const definition = pick<Definition>((value) => {
  const kind = kindOf(value);
  return isKind(kind) ? KINDS[kind] : unknownKind;
});

const byInstrument = z.strictObject({instrument: id, version: optional(z.string())});
const isInstrument = (value: unknown): boolean => typeof value === 'object' && value !== null && 'instrument' in value;
const campaign = z.strictObject({
  ...settings,
  format: z.literal('ppgp-campaign/1'),
  id,
  definition: pick<Campaign['definition']>((value) => (isInstrument(value) ? byInstrument : definition)),
  k: optional(z.strictObject({public: count, team: count})),
  publish: optional(z.boolean()),
  keepDays: optional(count),
  expected: optional(pick<number | Record<string, number>>((value) => (typeof value === 'number' ? count : z.record(id, count)))),
});

/** Everything wrong with a value as a definition; empty when it is one. */
export const definitionFaultsIn = (value: unknown): Fault[] =>
  check<Definition>(definition, value, (one) => [...settingsFaults(one), ...referenceFaults(one)]);

/** Everything wrong with a value as a campaign: its definition is judged under its settings. */
export const campaignFaultsIn = (value: unknown): Fault[] =>
  check<Campaign>(campaign, value, (one) => {
    const own = [...settingsFaults(one), ...expectedFaults(one)];
    if ('instrument' in one.definition) return own;
    const settled = settle(one.definition, one);
    const inside = [...settingsFaults(one.definition), ...referenceFaults(settled)];
    // A campaign may open after its definition closes.
    const together = own.length > 0 ? [] : settingsFaults(settled).filter(({code}) => code === 'closes-before-opens');
    return [...own, ...together, ...inside.map((found) => ({...found, path: `definition.${found.path}`}))];
  });

/** Families are counted in territories that are not there. */
function expectedFaults({expected, territories}: Campaign): Fault[] {
  if (typeof expected !== 'object' || territories === undefined) return [];
  const known = new Set(territories.map(({id}) => id));
  const strange = Object.keys(expected).filter((id) => !known.has(id));
  return strange.map((id) => fault(`expected.${id}`, 'unknown-code', `There is no territory "${id}".`));
}

/** @throws SurveyError `definition-invalid` with every fault found */
export function parseDefinition(value: unknown): Definition {
  return orRefuse('The definition', value, definitionFaultsIn(value));
}

/** @throws SurveyError `definition-invalid` with every fault found */
export function parseCampaign(value: unknown): Campaign {
  return orRefuse('The campaign', value, campaignFaultsIn(value));
}

/**
 * For an element: a definition or a campaign from the network, whose unknown members are warned of and ignored.
 * @throws SurveyError `definition-invalid`
 */
export function readForeign(value: unknown): {value: Definition | Campaign; ignored: Fault[]} {
  const isCampaign = typeof value === 'object' && value !== null && 'format' in value && value.format === 'ppgp-campaign/1';
  const faults = isCampaign ? campaignFaultsIn(value) : definitionFaultsIn(value);
  const fatal = faults.filter(({code}) => code !== 'unknown-member');
  if (fatal.length > 0) refuse(isCampaign ? 'The campaign' : 'The definition', fatal);
  return {value: value as Definition | Campaign, ignored: faults};
}

export {overlayFaultsIn, parseOverlay} from './overlay.js';
export {parsePayload, payloadFaultsIn} from './payload.js';
export {parseResults, resultsFaultsIn} from './results.js';
