import type {Answer, Choice, Id} from '@ppgp/schema';
import type {Given} from '@ppgp/session';
import {DECLINED, isTyped, last, part} from './fields.js';
import type {Shown} from './questions-of.js';
import {placesOf} from './write-fields.js';

/** What a form without script cannot prevent: answers that contradict each other, or are no longer there. */
export type Contradiction =
  | {code: 'declined-too'; question: Id}
  | {code: 'unknown-choice'; question: Id; row?: Id}
  | {code: 'exclusive-mixed' | 'ranked-twice' | 'other-unchosen'; question: Id; choice: Choice};

/** One question's fields as an answer. */
interface Read {
  answer?: Answer | undefined;
  other?: string;
  contradiction?: Contradiction;
}

const find = (choices: readonly Choice[], code: string): Choice | undefined => choices.find(({id}) => id === code);
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A number written the French way or the other; as it was typed where it is none. */
function numberIn(typed: string): number | string | undefined {
  const bare = typed.replace(/\s/g, '').replace(',', '.');
  if (bare === '') return undefined;
  // A number so long that it is infinite is none.
  return NUMBER.test(bare) && Number.isFinite(Number(bare)) ? Number(bare) + 0 : typed;
}

const padded = (digits: string): string => (/^\d$/.test(digits) ? `0${digits}` : digits);

/** A date from its parts, or typed whole: `2025-03-27`, `27/03/2025`, `03/2025`. */
function dateIn(fields: URLSearchParams, {question}: Shown): string | undefined {
  if (question.type !== 'date') return undefined;
  const names = question.unit === 'day' ? (['year', 'month', 'day'] as const) : (['year', 'month'] as const);
  const parts = names.map((name) => last(fields, part(question.id, name)).trim());
  if (parts.some(Boolean)) return parts.map(padded).join('-');
  const whole = (fields.get(question.id) ?? '').trim();
  const turned = whole.includes('/') ? whole.split('/').reverse().map(padded).join('-') : whole;
  return turned || undefined;
}

/** Text as a page's script would have it: forms send a line's end as two characters. Only spaces say nothing. */
const textIn = (typed: string): string | undefined => (typed.trim() ? typed.replaceAll('\r\n', '\n') : undefined);

function readTyped(fields: URLSearchParams, one: Shown): Answer | undefined {
  const {question} = one;
  const typed = fields.get(question.id) ?? '';
  if (question.type === 'number') return numberIn(typed);
  return question.type === 'date' ? dateIn(fields, one) : textIn(typed);
}

function readYesNo(question: Id, codes: readonly string[]): Read {
  const [code] = codes.slice(-1);
  if (code === undefined) return {};
  if (['oui', 'true', 'on', '1'].includes(code)) return {answer: true};
  if (['non', 'false', '0'].includes(code)) return {answer: false};
  return {contradiction: {code: 'unknown-choice', question}};
}

function readMatrix(fields: URLSearchParams, {question: {id: question}, rows, choices}: Shown): Read {
  const answer: Record<Id, string | null> = {};
  let contradiction: Contradiction | undefined;
  for (const {id} of rows) {
    const code = last(fields, part(question, id));
    if (code === '') continue;
    if (code !== DECLINED && !find(choices, code)) contradiction = {code: 'unknown-choice', question, row: id};
    else answer[id] = code === DECLINED ? null : code;
  }
  return {...(Object.keys(answer).length > 0 ? {answer} : {}), ...(contradiction ? {contradiction} : {})};
}

/** Codes of one list, in the order given; with what contradicts itself among them. */
function readCodes({question: {id: question, type}, choices}: Shown, codes: readonly string[]): Read {
  const known = codes.flatMap((code) => find(choices, code) ?? []);
  const answer = known.map(({id}) => id);
  if (known.length < codes.length) return {answer, contradiction: {code: 'unknown-choice', question}};
  const twice = known.find((choice, index) => known.indexOf(choice) < index);
  if (twice && type === 'ranking') return {answer: [...new Set(answer)], contradiction: {code: 'ranked-twice', question, choice: twice}};
  const exclusive = known.find(({role}) => role === 'exclusive');
  if (exclusive && type === 'multiple' && new Set(answer).size > 1)
    return {answer, contradiction: {code: 'exclusive-mixed', question, choice: exclusive}};
  return {answer: [...new Set(answer)]};
}

/** Words beside « autre » choose it where nothing is contradicted by that; elsewhere the person says which they mean. */
function withOther(one: Shown, codes: readonly string[], words: string): {codes: readonly string[]; contradiction?: Contradiction} {
  const {question, choices} = one;
  const others = choices.filter(({role}) => role === 'other');
  const [choice] = others;
  if (!words.trim() || !choice || others.some(({id}) => codes.includes(id))) return {codes};
  const adds = codes.length === 0 || (question.type === 'multiple' && codes.every((code) => find(choices, code)?.role !== 'exclusive'));
  return adds && others.length === 1
    ? {codes: [...codes, choice.id]}
    : {codes, contradiction: {code: 'other-unchosen', question: question.id, choice}};
}

function readChosen(fields: URLSearchParams, one: Shown, given: readonly string[]): Read {
  const {question, choices} = one;
  const {id, type} = question;
  const places = Array.from({length: placesOf(question, choices.length)}, (_, index) => last(fields, part(id, index + 1)));
  const chosen = type === 'ranking' ? places.filter(Boolean) : type === 'multiple' ? given : given.slice(-1);
  const words = fields.get(part(id, 'other')) ?? '';
  const {codes, contradiction} = withOther(one, chosen, words);
  const read = readCodes(one, codes);
  const list = Array.isArray(read.answer) ? read.answer : [];
  const answer = type === 'multiple' || type === 'ranking' ? (list.length > 0 ? list : undefined) : list.at(-1);
  return {...read, answer, ...(words ? {other: words} : {}), ...(contradiction && !read.contradiction ? {contradiction} : {})};
}

function readOne(fields: URLSearchParams, one: Shown): Read {
  const {question} = one;
  const {id, type} = question;
  if (type === 'statement' || type === 'section') return {};
  const values = fields.getAll(id);
  const isDeclined = values.includes(DECLINED) && (!isTyped(question) || question.decline === true);
  const given = values.filter((value) => value !== '' && value !== DECLINED);
  let read: Read;
  if (isTyped(question)) {
    // The field stands before the box to decline in, so its value is the first.
    read = {answer: readTyped(isDeclined && values.length === 1 ? without(fields, id) : fields, one)};
  } else if (type === 'matrix') read = readMatrix(fields, one);
  else if (type === 'boolean' || type === 'consent') read = readYesNo(id, given);
  else read = readChosen(fields, one, given);
  if (!isDeclined) return read;
  const isAnswered = read.answer !== undefined || read.contradiction !== undefined;
  return isAnswered ? {...read, contradiction: {code: 'declined-too', question: id}} : {answer: null};
}

function without(fields: URLSearchParams, name: string): URLSearchParams {
  const rest = new URLSearchParams(fields);
  rest.delete(name);
  return rest;
}

/** What a person filled in, as answers to the questions of the page; what contradicts itself apart. Never throws. */
export function readFields(shown: readonly Shown[], fields: URLSearchParams): {given: Given; contradictions: Contradiction[]} {
  const read = shown.map((one) => ({id: one.question.id, ...readOne(fields, one)}));
  return {
    given: {
      answers: Object.fromEntries(read.flatMap(({id, answer}) => (answer === undefined ? [] : [[id, answer]]))),
      other: Object.fromEntries(read.flatMap(({id, other}) => (other === undefined ? [] : [[id, other]]))),
    },
    contradictions: read.flatMap(({contradiction}) => contradiction ?? []),
  };
}
