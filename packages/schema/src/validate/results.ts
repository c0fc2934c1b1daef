import * as z from 'zod/mini';
import type {Results} from '../results.js';
import type {Fault} from '../survey-error.js';
import {check, orRefuse} from './check.js';
import {day, id, optional} from './parts.js';

const natural = z.int().check(z.minimum(0, {error: 'too-small'}));
/** null = suppressed. */
const figure = z.nullable(natural);
const cells = z.record(z.string(), figure);

const tableMembers = {
  base: figure,
  declined: optional(figure),
  na: optional(figure),
  cells,
  points: optional(cells),
  firsts: optional(cells),
  median: optional(z.nullable(z.number())),
};
const pair = z.looseObject({both: figure, a: figure, b: figure, neither: figure});
const question = z.looseObject({
  ...tableMembers,
  rows: optional(z.record(id, z.looseObject(tableMembers))),
  pairs: optional(z.record(z.string(), pair)),
  hidden: optional(z.enum(['base', 'cells'])),
});

const results = z.looseObject({
  format: z.literal('ppgp-results/1'),
  campaign: id,
  versions: z.array(z.string()),
  audience: z.enum(['team', 'public']),
  k: natural,
  asOf: day,
  filter: optional(z.record(z.string(), z.string())),
  received: figure,
  counted: figure,
  expected: optional(natural),
  flags: optional(z.record(z.string(), natural)),
  sealed: optional(z.literal(true)),
  weeks: optional(z.record(z.string(), figure)),
  questions: z.record(id, question),
});

/** What of a value is not of the form of figures; members that are not known are ignored. */
export const resultsFaultsIn = (value: unknown): Fault[] => check(results, value);

/** @throws SurveyError `definition-invalid` with the faults found */
export const parseResults = (value: unknown): Results => orRefuse('The results', value, resultsFaultsIn(value));
