import type {Answer, Code, Id} from '@ppgp/schema';

/** A member of a record's own: `constructor` is not one. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Whether an answer is a matrix's: row → code. */
export const isByRow = (answer: Answer | undefined): answer is Record<Id, Code | null> =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
