import type {Answer} from '@ppgp/schema';
import {figures, type Counted, type FiguresOptions, type PartOptions, type Tally} from '@ppgp/tally';
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

/** Whether a filter is an answer to a question, not a place. */
export const isByAnswer = (name: string): boolean => name.startsWith(QUESTION);

/** Which part of the answers each is in: by a place, or by the answer to a question that takes one. */
export function partBy(name: string): PartOf {
  if (isPlace(name)) return (counted) => counted[name];
  return (counted) => {
    const answer = answerOf(counted, name);
    return typeof answer === 'string' || typeof answer === 'boolean' ? String(answer) : undefined;
  };
}

function answerOf({answers}: Counted, name: string): Answer | undefined {
  const question = name.slice(QUESTION.length);
  return Object.hasOwn(answers, question) ? answers[question] : undefined;
}

/** What of a question's answers figures may be narrowed by. */
export interface AnswerFilter {
  /** People give one answer, so that its codes part them. */
  isOne: boolean;
  /** Whether the whole table tells how many gave it, so that narrowing by it says no more; nothing is hidden of a code it does not have. */
  isTold(code: string): boolean;
  /** How many gave it. */
  countOf(code: string): number;
}

export function answerFilter(whole: Tally, name: string, k: number): AnswerFilter {
  const id = name.slice(QUESTION.length);
  const question = whole.questions.find(({shape}) => shape.id === id);
  if (question === undefined) return {isOne: false, isTold: () => true, countOf: () => 0};
  const {form, codes, na} = question.shape;
  const {counts} = question;
  const options: FiguresOptions = {k, audience: 'team', asOf: '1970-01-01', campaign: id, versions: [], received: 0, counted: 0};
  const told = figures({questions: [question]}, options).questions[id];
  const isTold = (code: string): boolean => {
    if (na.includes(code)) return na.length === 1 && told?.na !== null;
    if (codes.includes(code)) return told?.cells[code] !== null;
    // One that has no cells, or a matrix, whose rows have: how many gave it in some row stands nowhere.
    return form === 'code' || form === 'yes-no' || form === 'codes' || form === 'ranked';
  };
  const countOf = (code: string): number => (na.includes(code) ? counts.na : (counts.cells[codes.indexOf(code)] ?? 0));
  return {isOne: form === 'code' || form === 'yes-no', isTold, countOf};
}

/**
 * Two questions are crossed one way only, or what one way hides the other would show: by the one marked `profile`, else by the
 * earlier one.
 */
export function tellsBy({questions}: Tally, name: string): NonNullable<PartOptions['tells']> {
  const own = name.slice(QUESTION.length);
  const ranked = [...questions].sort((a, b) => Number(b.shape.strict) - Number(a.shape.strict)).map(({shape}) => shape.id);
  return (question) => (question === own ? 'base' : ranked.indexOf(own) < ranked.indexOf(question) ? 'cells' : 'nothing');
}
