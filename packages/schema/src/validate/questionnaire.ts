import * as z from 'zod/mini';
import type {QuestionType} from '../question.js';
import {count, day, dayOrMonth, id, lang, named, optional, pick, text, url, words} from './parts.js';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const choiceMembers = {
  id,
  label: text,
  hint: optional(text),
  picture: optional(url),
  audio: optional(z.record(lang, url)),
  role: optional(z.enum(['other', 'exclusive', 'na'])),
  favourable: optional(z.boolean()),
};
const choice = z.strictObject(choiceMembers);
const choiceList = z.array(choice).check(z.minLength(1, {error: 'no-choices'}), z.maxLength(500, {error: 'too-many'}));

const fromNamed = z.strictObject({from: z.enum(['territories', 'materials']), and: optional(z.array(choice))});
const fromBoard = z.strictObject({board: id, sets: optional(z.array(id))});
const fromList = z.strictObject({list: id});
const choices = pick((value) => {
  if (!isObject(value)) return choiceList;
  if ('from' in value) return fromNamed;
  return 'board' in value ? fromBoard : fromList;
});
const readyMadeScale = z.enum(['faces3', 'agree4']);
const scale = pick((value) => (typeof value === 'string' ? readyMadeScale : choices));

const ids = z.array(id).check(z.minLength(1, {error: 'no-choices'}));
const yesOrNo = z.boolean();
const codes = pick((value) => {
  if (Array.isArray(value)) return ids;
  return typeof value === 'boolean' ? yesOrNo : id;
});
const answerTest = z.strictObject({
  question: id,
  row: optional(id),
  is: optional(codes),
  atLeast: optional(z.number()),
  atMost: optional(z.number()),
  answered: optional(z.boolean()),
});
/** A condition in a condition. */
const inner: z.ZodMiniType = pick(() => condition);
/** Forms of a condition by the member that tells them; an answer is tested by any other. */
const conditions: Record<string, z.ZodMiniType> = {
  all: z.strictObject({all: z.array(inner)}),
  any: z.strictObject({any: z.array(inner)}),
  not: z.strictObject({not: inner}),
  territory: z.strictObject({territory: ids}),
  source: z.strictObject({source: ids}),
  wave: z.strictObject({wave: ids}),
  mode: z.strictObject({mode: z.array(z.enum(['web', 'kiosk', 'paper', 'call']))}),
};
const condition: z.ZodMiniType = pick((value) => {
  const told = isObject(value) ? Object.keys(conditions).find((member) => member in value) : undefined;
  return (told !== undefined && conditions[told]) || answerTest;
});

const asked = {
  id,
  label: text,
  plain: optional(text),
  hint: optional(text),
  picture: optional(url),
  audio: optional(z.record(lang, url)),
  required: optional(z.boolean()),
  decline: optional(z.boolean()),
  profile: optional(z.boolean()),
  sensitive: optional(z.boolean()),
  visibleWhen: optional(condition),
  error: optional(text),
  initial: optional(z.unknown()),
};
const look = optional(z.enum(['faces', 'words', 'numbers']));
const shuffle = optional(z.boolean());

/** Members of each question type; a new type is one entry here. */
const types = {
  single: z.strictObject({...asked, type: z.literal('single'), choices, shuffle}),
  multiple: z.strictObject({...asked, type: z.literal('multiple'), choices, min: optional(count), max: optional(count), shuffle}),
  ranking: z.strictObject({...asked, type: z.literal('ranking'), choices, max: count, shuffle}),
  scale: z.strictObject({...asked, type: z.literal('scale'), choices: scale, look}),
  matrix: z.strictObject({...asked, type: z.literal('matrix'), rows: choices, choices: scale, look, rowVisibleWhen: optional(condition)}),
  boolean: z.strictObject({...asked, type: z.literal('boolean')}),
  consent: z.strictObject({...asked, type: z.literal('consent'), of: id}),
  number: z.strictObject({
    ...asked,
    type: z.literal('number'),
    integer: optional(z.boolean()),
    min: optional(z.number()),
    max: optional(z.number()),
    unit: optional(text),
  }),
  date: z.strictObject({
    ...asked,
    type: z.literal('date'),
    unit: z.enum(['day', 'month']),
    min: optional(dayOrMonth),
    max: optional(dayOrMonth),
  }),
  text: z.strictObject({...asked, type: z.literal('text'), max: count, lines: optional(count)}),
  statement: z.strictObject({...asked, type: z.literal('statement')}),
  section: z.strictObject({...asked, type: z.literal('section')}),
} satisfies Record<QuestionType, z.ZodMiniType>;
const unknownType = z.looseObject({type: z.enum(Object.keys(types) as (keyof typeof types)[])});
const isType = (value: unknown): value is keyof typeof types => typeof value === 'string' && Object.hasOwn(types, value);
const question = pick((value) => (isObject(value) && isType(value['type']) ? types[value['type']] : unknownType));

const territory = z.strictObject({
  id,
  label: text,
  phone: optional(words),
  mail: optional(words),
  address: optional(text),
  hours: optional(text),
  url: optional(url),
});
const material = z.strictObject({id, label: text, picture: optional(url), alt: text, version: optional(z.string())});

/** Longer lists than any département has a use for. */
const list = (item: z.ZodMiniType) => z.array(item).check(z.maxLength(1000, {error: 'too-many'}));

export const settings = {
  opens: optional(day),
  closes: optional(day),
  languages: optional(list(lang)),
  territories: optional(list(territory)),
  sources: optional(list(named)),
  materials: optional(list(material)),
  waves: optional(list(named)),
  notice: optional(text),
  minutes: optional(z.number().check(z.positive({error: 'too-small'}))),
  words: optional(z.record(lang, z.record(z.string(), words))),
  publicKey: optional(z.strictObject({keyId: z.string(), key: z.string()})),
  sensitive: optional(z.boolean()),
  share: optional(z.enum(['nothing', 'themes', 'all'])),
};

export const version = z.string().check(z.regex(/^(?!\s)[^\p{Cc}\p{Cs}]{1,64}$/u, {error: 'bad-version'}));
export const base = {...settings, format: z.literal('ppgp/1'), id, version, title: text, origin: optional(text)};
export {choiceMembers};

export const questionnaire = z.strictObject({
  ...base,
  kind: z.literal('questionnaire'),
  lists: optional(z.record(id, choiceList)),
  questions: z.array(question).check(z.minLength(1, {error: 'no-questions'}), z.maxLength(1000, {error: 'too-many'})),
});
