import type * as z from 'zod/mini';
import {SurveyError, type Fault} from '../survey-error.js';
import {fault, faultsOf} from './faults.js';
import {harmIn} from './measure.js';

/** Nobody reads more. */
const MOST_FAULTS = 200;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members named "x-…" are kept in what was given and looked at by nobody. */
function withoutOwnMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnMembers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, member]) => [key, withoutOwnMembers(member)]),
  );
}

/** Shape first; references only make sense once the shape is right, unknown members apart. */
export function check<T>(schema: z.ZodMiniType, value: unknown, references: (value: T) => Fault[] = () => []): Fault[] {
  if (!isObject(value)) return [fault('', 'wrong-type', 'Expected here: members in {braces}.')];
  const harm = harmIn(value);
  if (harm !== undefined) return [harm];
  const own = withoutOwnMembers(value);
  const faults = (schema.safeParse(own, {reportInput: true}).error?.issues ?? []).flatMap(faultsOf);
  const unknown = faults.filter(({code}) => code === 'unknown-member');
  const wrong = faults.length > unknown.length ? faults.filter(({code}) => code !== 'unknown-member') : references(own as T);
  // An element goes on after an unknown member: the list must not end before what is worse.
  return [...wrong, ...unknown].slice(0, MOST_FAULTS);
}

/** @throws SurveyError `definition-invalid` */
export function refuse(what: string, faults: Fault[]): never {
  const {path = '', detail = ''} = faults[0] ?? {};
  throw new SurveyError('definition-invalid', `${what} is not valid: ${path === '' ? '' : `${path}: `}${detail}`, {faults});
}

/** The value, if nothing is wrong with it. @throws SurveyError `definition-invalid` with the faults */
export const orRefuse = <T>(what: string, value: unknown, faults: Fault[]): T =>
  faults.length === 0 ? (value as T) : refuse(what, faults);
