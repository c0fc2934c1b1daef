import type {Answer} from '@ppgp/schema';
import {figures, type Counted, type Tally} from '@ppgp/tally';
import type {PartOf} from './count.js';
import {Refusal} from './refusal.js';

const PLACES = ['territory', 'source', 'lang', 'mode', 'version', 'wave', 'week'] as const;
type Place = (typeof PLACES)[number];

/** Which answers are asked for: `territory` and the like, and `q.<question>`, each with one value. */
export type Filter = ReadonlyMap<string, string>;

/** Before the id of a question. */
const QUESTION = 'q.';

const isPlace = (name: string): name is Place => (PLACES as readonly string[]).includes(name);
const isQuestion = (name: string): boolean => /^q\.[a-z][a-z0-9_-]{0,63}$/.test(name);

/**
 * Reads a query. A misspelt name would silently show everything, so it is refused.
 * @throws Refusal
 */
export function readFilter(query: URLSearchParams): Filter {
  const filter = new Map<string, string>();
  for (const [name, value] of query) {
    if (!isPlace(name) && !isQuestion(name)) {
      throw new Refusal('invalid', {detail: `Figures can be narrowed by ${PLACES.join(', ')} and q.<question>, not by "${name}".`});
    }
    if (filter.has(name)) throw new Refusal('invalid', {detail: `"${name}" appears twice.`});
    filter.set(name, value);
  }
  return filter;
}

/** Which part of the answers each is in, by one thing: a place, or an answer to a question. */
export function partOfFilter(name: string, value: string): PartOf {
  if (isPlace(name)) return (counted) => counted[name];
  const question = name.slice(QUESTION.length);
  return ({answers}) => {
    const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
    if (Array.isArray(answer) || (typeof answer === 'object' && answer !== null)) return isAnswer(answer, value) ? value : undefined;
    return answer === null || answer === undefined ? undefined : String(answer);
  };
}

/** What of a question's answers figures may be narrowed by. */
export interface AnswerFilter {
  /** People give one answer, so that its codes part them. */
  isOne: boolean;
  /** Whether the whole table tells how many gave it, so that narrowing by it says no more; nothing is hidden of a code it does not have. */
  isTold(code: string): boolean;
}

export function answerFilter(whole: Tally, name: string, k: number): AnswerFilter {
  const id = name.slice(QUESTION.length);
  const question = whole.questions.find(({shape}) => shape.id === id);
  if (question === undefined) return {isOne: false, isTold: () => true};
  const {form, codes, na} = question.shape;
  const options = {k, audience: 'team', asOf: '1970-01-01', campaign: id, versions: [], received: 0, counted: 0} as const;
  const told = figures({questions: [question]}, options).questions[id];
  const isTold = (code: string): boolean => {
    if (form === 'by-row') return !question.shape.strict && question.counts.base >= k;
    if (na.includes(code)) return na.length === 1 && told?.na !== null;
    if (codes.includes(code)) return told?.cells[code] !== null;
    return form !== 'words' && form !== 'day' && form !== 'amount';
  };
  return {isOne: form === 'code' || form === 'yes-no', isTold};
}

/** A list includes the code; a matrix passes when one of its rows does. */
function isAnswer(answer: Answer | undefined, value: string): boolean {
  if (Array.isArray(answer)) return answer.includes(value);
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).includes(value);
  return answer !== null && answer !== undefined && String(answer) === value;
}

/** Whether a counted answer is among those asked for. */
export function passes(filter: Filter, counted: Counted): boolean {
  return [...filter].every(([name, value]) => partOfFilter(name, value)(counted) === value);
}
