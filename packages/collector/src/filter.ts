import type {Answer} from '@ppgp/schema';
import type {Counted} from '@ppgp/tally';
import {Refusal} from './refusal.js';

const PLACES = ['territory', 'source', 'lang', 'mode', 'version', 'wave', 'week'] as const;
type Place = (typeof PLACES)[number];

/** Which answers are asked for: `territory` and the like, and `q.<question>`, each with one value. */
export type Filter = ReadonlyMap<string, string>;

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

/** A list includes the code; a matrix passes when one of its rows does. */
function isAnswer(answer: Answer | undefined, value: string): boolean {
  if (Array.isArray(answer)) return answer.includes(value);
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).includes(value);
  return answer !== null && answer !== undefined && String(answer) === value;
}

/** Whether a counted answer is among those asked for. */
export function passes(filter: Filter, counted: Counted): boolean {
  return [...filter].every(([name, value]) => {
    if (isPlace(name)) return counted[name] === value;
    const question = name.slice('q.'.length);
    return Object.hasOwn(counted.answers, question) && isAnswer(counted.answers[question], value);
  });
}
