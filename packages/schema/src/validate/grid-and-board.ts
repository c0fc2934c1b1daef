import * as z from 'zod/mini';
import {count, day, id, named, optional, text, url} from './parts.js';
import {base, choiceMembers} from './questionnaire.js';

const mark = z.enum(['yes', 'no', 'na']);

const item = z.strictObject({
  id,
  number: count,
  domain: z.nullable(id),
  topic: id,
  label: text,
  na: optional(text),
  yes: optional(text),
  no: optional(text),
});

export const grid = z.strictObject({
  ...base,
  kind: z.literal('grid'),
  form: z.string(),
  threshold: optional(z.number().check(z.minimum(0, {error: 'too-small'}), z.maximum(100, {error: 'too-large'}))),
  domains: z.array(named),
  topics: z.array(named),
  facts: optional(z.array(z.strictObject({id, label: text, setsNa: z.array(id)}))),
  items: z.array(item).check(z.minLength(1, {error: 'no-questions'}), z.maxLength(500, {error: 'too-many'})),
  advice: optional(z.array(z.strictObject({when: z.array(z.strictObject({item: id, is: mark})), say: text}))),
});

export const board = z.strictObject({
  ...base,
  kind: z.literal('board'),
  todayMax: optional(count),
  sets: z.array(named),
  themes: z
    .array(z.strictObject({...choiceMembers, set: optional(id), sensitive: optional(z.boolean())}))
    .check(z.minLength(1, {error: 'no-choices'}), z.maxLength(200, {error: 'too-many'})),
  help: optional(z.array(z.strictObject({label: text, phone: z.string(), checked: day, themes: optional(z.array(id))}))),
  exitTo: optional(url),
});
