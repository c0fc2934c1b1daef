import * as z from 'zod/mini';
import {settle, type Campaign, type Definition} from '../definition.js';
import {SurveyError, type Fault} from '../survey-error.js';
import {fault, faultsOf} from './faults.js';
import {board, grid} from './grid-and-board.js';
import {count, id, optional, pick} from './parts.js';
import {questionnaire, settings} from './questionnaire.js';
import {referenceFaults, settingsFaults} from './references.js';

/** Deeper nesting than any definition has a use for. */
const DEPTH = 32;

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH) return true;
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** Members named "x-…" are kept in the definition and looked at by nobody. */
function withoutOwnMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnMembers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, member]) => [key, withoutOwnMembers(member)]),
  );
}

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
  expected: optional(pick<number | Record<string, number>>((value) => (typeof value === 'number' ? z.int() : z.record(id, z.int())))),
});

/** Shape first; references only make sense once the shape is right, unknown members apart. */
function check<T>(schema: z.ZodMiniType, value: unknown, references: (value: T) => Fault[]): Fault[] {
  if (typeof value !== 'object' || value === null) return [fault('', 'wrong-type', 'Expected a JSON object.')];
  if (isTooDeep(value)) return [fault('', 'too-deep', `Nested deeper than ${DEPTH} levels.`)];
  const own = withoutOwnMembers(value);
  const faults = (schema.safeParse(own).error?.issues ?? []).flatMap(faultsOf);
  return faults.every(({code}) => code === 'unknown-member') ? [...faults, ...references(own as T)] : faults;
}

/** Everything wrong with a value as a definition; empty when it is one. */
export const definitionFaultsIn = (value: unknown): Fault[] =>
  check<Definition>(definition, value, (one) => [...settingsFaults(one), ...referenceFaults(one)]);

/** Everything wrong with a value as a campaign: its definition is judged under its settings. */
export const campaignFaultsIn = (value: unknown): Fault[] =>
  check<Campaign>(campaign, value, (one) => {
    if ('instrument' in one.definition) return settingsFaults(one);
    const inside = [...settingsFaults(one.definition), ...referenceFaults(settle(one.definition, one))];
    return [...settingsFaults(one), ...inside.map((found) => ({...found, path: `definition.${found.path}`}))];
  });

function refuse(what: string, faults: Fault[]): never {
  const first = faults[0];
  throw new SurveyError('definition-invalid', `${what} is not valid: ${first?.path ?? ''}: ${first?.detail ?? ''}`, {faults});
}

/** @throws SurveyError `definition-invalid` with every fault found */
export function parseDefinition(value: unknown): Definition {
  const faults = definitionFaultsIn(value);
  return faults.length === 0 ? (value as Definition) : refuse('The definition', faults);
}

/** @throws SurveyError `definition-invalid` with every fault found */
export function parseCampaign(value: unknown): Campaign {
  const faults = campaignFaultsIn(value);
  return faults.length === 0 ? (value as Campaign) : refuse('The campaign', faults);
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
