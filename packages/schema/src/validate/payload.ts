import * as z from 'zod/mini';
import type {Payload} from '../answer.js';
import type {Fault} from '../survey-error.js';
import {check, orRefuse} from './check.js';
import {count, id, lang, optional, pick} from './parts.js';

const rows = z.record(id, z.nullable(id));
const answer = pick((value) => {
  if (Array.isArray(value)) return z.array(id);
  if (typeof value === 'object' && value !== null) return rows;
  return typeof value === 'number' ? z.number() : typeof value === 'boolean' || value === null ? z.unknown() : z.string();
});

const inPage = z.number().check(z.minimum(0, {error: 'too-small'}), z.maximum(1, {error: 'too-large'}));
const note = z.looseObject({text: z.string(), at: optional(z.looseObject({page: count, x: inPage, y: inPage}))});

const paper = z.looseObject({
  batch: id,
  sheet: count,
  entry: pick((value) => (typeof value === 'string' ? z.literal('agreed') : z.literal([1, 2]))),
  marks: optional(z.record(id, z.enum(['illegible', 'several', 'unasked']))),
});

const rating = z.looseObject({
  dossier: id,
  document: id,
  documentVersion: z.string(),
  rater: id,
  raterLabel: optional(z.string()),
  round: z.enum(['own', 'agreed']),
  facts: optional(z.array(id)),
  notes: optional(z.record(id, note)),
});

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {error: 'bad-uuid'}));

const payload = z.looseObject({
  answers: z.record(id, answer),
  other: optional(z.record(id, z.string())),
  lang,
  mode: z.enum(['web', 'kiosk', 'paper', 'call']),
  plain: optional(z.literal(true)),
  territory: optional(id),
  source: optional(id),
  wave: optional(id),
  paper: optional(paper),
  rating: optional(rating),
  signals: optional(z.array(z.enum(['fast', 'same-spot', 'clock', 'trap']))),
  replaces: optional(uuid),
  salt: optional(z.string().check(z.regex(/^[0-9a-f]{32}$/, {error: 'bad-salt'}))),
});

/**
 * What of a stored payload is not of its form; members that are not known are ignored. For tools that write payloads: what counts of a
 * payload is decided by `readPayload` of the session, which takes whatever it can.
 */
export const payloadFaultsIn = (value: unknown): Fault[] => check(payload, value);

/** @throws SurveyError `definition-invalid` with the faults found */
export const parsePayload = (value: unknown): Payload => orRefuse('The payload', value, payloadFaultsIn(value));
