// Random questionnaires and what people do with them, for the property tests. Every questionnaire is valid.
import {
  ANSWER_FORMS,
  type Answer,
  type AnswerTest,
  type Choice,
  type Condition,
  type Id,
  type Question,
  type QuestionType,
  type Questionnaire,
} from '@ppgp/schema';
import fc from 'fast-check';
import type {Session} from './session.js';
import {choicesOf, rowsOf} from './choices.js';

const ROLES = [undefined, undefined, undefined, 'other', 'exclusive', 'na'] as const;
const roles = fc.array(fc.constantFrom(...ROLES), {minLength: 1, maxLength: 5});
const choicesFrom = (list: readonly Choice['role'][]): Choice[] =>
  list.map((role, index) => ({id: `c${index}`, label: `C${index}`, ...(role === undefined ? {} : {role})}));
const choiceList = roles.map(choicesFrom);
/** Names of the prototype are ordinary ids where the format allows them. */
const ids = ['constructor', 'valueof', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'];
/** Consent follows a text: it is put last. */
const TYPES = (Object.keys(ANSWER_FORMS) as QuestionType[]).filter((type) => type !== 'consent');
const rowIds = ['r0', 'r1', 'r2'];
const shared: Choice[] = choicesFrom([undefined, undefined, 'other', 'na']);

interface Seed {
  type: (typeof TYPES)[number];
  choices: Choice[];
  source: 'own' | 'list' | 'territories' | 'faces3';
  rows: number;
  required: boolean;
  decline: boolean;
  shuffle: boolean;
  min: number;
  span: number;
  integer: boolean;
  conditions: number[];
  initial: boolean;
}

const seed: fc.Arbitrary<Seed> = fc.record({
  type: fc.constantFrom(...TYPES),
  choices: choiceList,
  source: fc.constantFrom('own', 'own', 'list', 'territories', 'faces3'),
  rows: fc.integer({min: 1, max: 3}),
  required: fc.boolean(),
  decline: fc.boolean(),
  shuffle: fc.boolean(),
  min: fc.integer({min: 1, max: 3}),
  span: fc.integer({min: 0, max: 4}),
  integer: fc.boolean(),
  conditions: fc.array(fc.nat(1000), {maxLength: 6}),
  initial: fc.boolean(),
});

/** A test of an earlier question that its type can pass. */
function testOf(definition: Questionnaire, earlier: Question, pick: number, row?: 'same'): AnswerTest {
  const question = earlier.id;
  const choices = choicesOf(definition, earlier);
  const code = choices[pick % choices.length]?.id;
  if (pick % 5 === 0) return {question, answered: pick % 2 === 0};
  if (earlier.type === 'boolean') return {question, is: pick % 2 === 0};
  if (earlier.type === 'number') return pick % 2 === 0 ? {question, atLeast: pick % 7} : {question, atMost: pick % 7};
  if (code === undefined) return {question, answered: pick % 2 === 0};
  if (earlier.type !== 'matrix') return {question, is: pick % 3 === 0 ? [code] : code};
  const rows = rowsOf(definition, earlier).map(({id}) => id);
  const named = row ?? (pick % 3 === 0 ? undefined : rows[pick % rows.length]);
  return {question, is: code, ...(named === undefined ? {} : {row: named})};
}

/** What is being made; a condition on the territory stands after the last question that asks for it. */
interface Making {
  definition: Questionnaire;
  territoryIsKnown: boolean;
}

/** A condition that only looks back, made of up to six numbers. */
function conditionOf(
  {definition, territoryIsKnown}: Making,
  earlier: readonly Question[],
  picks: readonly number[],
  same = false,
): Condition | undefined {
  const asking = earlier.filter(({type}) => type !== 'statement' && type !== 'section');
  const parts = picks.map((pick): Condition => {
    const question = asking[pick % Math.max(1, asking.length)];
    if (territoryIsKnown && pick % 6 === 0) return {territory: ['nord']};
    if (question === undefined || pick % 11 === 0) return {mode: ['web', 'kiosk']};
    const test = testOf(definition, question, pick, same && question.type === 'matrix' ? 'same' : undefined);
    return pick % 7 === 0 ? {not: test} : test;
  });
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : (picks[0] ?? 0) % 2 === 0 ? {any: parts} : {all: parts};
}

function questionOf(making: Making, earlier: readonly Question[], id: Id, from: Seed): Question {
  const {definition} = making;
  const {type, min, span, shuffle} = from;
  const condition = conditionOf(making, earlier, from.conditions.slice(0, 3));
  const common = {
    id,
    label: id,
    ...(from.required ? {required: true} : {}),
    ...(from.decline ? {decline: true} : {}),
    ...(condition === undefined || from.conditions.length % 2 === 0 ? {} : {visibleWhen: condition}),
  };
  const choices =
    from.source === 'list' ? {list: 'l'} : from.source === 'territories' ? {from: 'territories' as const, and: from.choices} : from.choices;
  const steps = from.source === 'faces3' ? 'faces3' : choices;
  switch (type) {
    case 'single':
      return {...common, type, choices, shuffle};
    case 'multiple':
      return {...common, type, choices, min, max: min + span, shuffle};
    case 'ranking':
      return {...common, type, choices, max: min, shuffle};
    case 'scale':
      return {...common, type, choices: steps};
    case 'matrix': {
      const rows = rowIds.slice(0, from.rows).map((row) => ({id: row, label: row}));
      const isWide = (one: Question): boolean => one.type !== 'matrix' || rowsOf(definition, one).length >= rows.length;
      const rowVisibleWhen = conditionOf(making, earlier.filter(isWide), from.conditions.slice(3), true);
      return {...common, type, rows, choices: steps, ...(rowVisibleWhen === undefined ? {} : {rowVisibleWhen})};
    }
    case 'number':
      return {...common, type, integer: from.integer, min, max: min + span};
    case 'date':
      return {...common, type, unit: from.integer ? 'day' : 'month', min: from.integer ? '2020-01-31' : '2020-01'};
    case 'text':
      return {...common, type, max: 3 + span};
    case 'boolean':
    case 'statement':
    case 'section':
      return {...common, type};
  }
}

const FIRST: Partial<Record<Question['type'], Answer>> = {boolean: false, number: 2, text: ' é ', date: '2024-02'};

function withInitial(definition: Questionnaire, question: Question): Question {
  const code = choicesOf(definition, question)[0]?.id;
  const initial =
    question.type === 'multiple' || question.type === 'ranking'
      ? [code ?? '']
      : question.type === 'matrix'
        ? {r0: code ?? ''}
        : (FIRST[question.type] ?? code);
  if (initial === undefined || (question.type === 'date' && question.unit === 'day')) return question;
  return {...question, initial};
}

export const questionnaires: fc.Arbitrary<Questionnaire> = fc.array(seed, {minLength: 1, maxLength: ids.length}).map((seeds) => {
  const definition: Questionnaire = {
    format: 'ppgp/1',
    kind: 'questionnaire',
    id: 'q',
    version: '1',
    title: 'Q',
    lists: {l: shared},
    territories: [
      {id: 'nord', label: 'Nord'},
      {id: 'sud', label: 'Sud'},
    ],
    questions: [],
  };
  const questions = definition.questions;
  seeds.forEach((from, index) => {
    const territoryIsKnown = index > seeds.findLastIndex(({source}) => source === 'territories');
    const question = questionOf({definition, territoryIsKnown}, questions, ids[index] ?? '', from);
    questions.push(from.initial ? withInitial(definition, question) : question);
  });
  const text = questions.find(({type}) => type === 'text');
  if (text !== undefined) questions.push({id: 'accord', type: 'consent', label: 'Accord', of: text.id});
  return definition;
});

/** One thing a person does; numbers choose among what there is. */
export interface Deed {
  deed: 'answer' | 'row' | 'other' | 'decline' | 'take-back' | 'undo' | 'redo';
  at: number;
  value: number;
  words: string;
}

export const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    deed: fc.constantFrom('answer', 'answer', 'answer', 'answer', 'row', 'row', 'other', 'decline', 'take-back', 'undo', 'redo'),
    at: fc.nat(100),
    value: fc.nat(1000),
    words: fc.string({unit: 'binary', maxLength: 12}),
  }),
  {maxLength: 30},
);

/** An answer that an element could give to a question. */
function answerFrom(definition: Questionnaire, question: Question, value: number, words: string): Answer | undefined {
  const codes = choicesOf(definition, question).map(({id}) => id);
  const code = codes[value % Math.max(1, codes.length)];
  switch (question.type) {
    case 'single':
    case 'scale':
      return code;
    case 'multiple': {
      const roleOf = (id: Id): Choice['role'] => choicesOf(definition, question).find((one) => one.id === id)?.role;
      const some = codes.filter((_, index) => ((value >> index) & 1) === 1 && roleOf(codes[index] ?? '') !== 'exclusive');
      return some.length > 0 ? some.reverse() : code === undefined ? undefined : [code];
    }
    case 'ranking': {
      const turn = value % Math.max(1, codes.length);
      return [...codes.slice(turn), ...codes.slice(0, turn)].slice(0, 1 + (value % question.max));
    }
    case 'boolean':
    case 'consent':
      return value % 2 === 0;
    case 'number':
      return (value % 20) / (value % 3 === 0 ? 2 : 1) - 3;
    case 'date':
      return `20${String(10 + (value % 20))}-0${1 + (value % 9)}${question.unit === 'day' ? '-28' : ''}`;
    case 'text':
      return words;
    case 'matrix':
    case 'statement':
    case 'section':
      return undefined;
  }
}

/** Does to a session what a person does; only questions that are asked can be answered. */
export function act(session: Session, {deed, at, value, words}: Deed): void {
  if (deed === 'undo') return session.undo();
  if (deed === 'redo') return session.redo();
  const asking = session.asked.filter(({question}) => question.type !== 'statement' && question.type !== 'section');
  const one = asking[at % Math.max(1, asking.length)];
  if (one === undefined) return;
  const {question, rows, choices} = one;
  if (deed === 'decline') return session.answer(question.id, null);
  if (deed === 'take-back') return session.answer(question.id, undefined);
  if (deed === 'other') return session.writeOther(question.id, words);
  const row = rows[value % Math.max(1, rows.length)];
  if (row !== undefined)
    return session.answerRow(question.id, row.id, value % 6 === 0 ? null : (choices[value % choices.length]?.id ?? null));
  return session.answer(question.id, answerFrom(session.definition, question, value, words));
}
