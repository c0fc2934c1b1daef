import * as z from 'zod/mini';

// zod probes `new Function` unless told not to, and a strict policy reports that.
z.config({jitless: true});

/** Messages of the schemas are codes; `faults.ts` gives each its sentence. */
export const id = z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,63}$/, {error: 'bad-id'}));
export const lang = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, {error: 'bad-lang'}));

export const isDay = (value: string): boolean => {
  const date = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};
export const day = z.string().check(z.refine(isDay, {error: 'bad-day'}));
export const dayOrMonth = z.string().check(z.refine((value) => isDay(value) || isDay(`${value}-01`), {error: 'bad-day'}));

/** http(s) or relative: anything else (javascript:, data:, blob:) is refused. */
const isWebUrl = (value: string): boolean => {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  return value.length <= 2048 && (scheme === undefined || scheme === 'http' || scheme === 'https');
};
export const url = z.string().check(z.refine(isWebUrl, {error: 'bad-url'}));

/** No control characters (lines and tabs apart), no half of a surrogate pair, nothing that turns the reading direction of what follows. */
// eslint-disable-next-line no-control-regex
const isReadable = (value: string): boolean => !/[\p{Cs}\u202A-\u202E\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u.test(value);
export const words = z.string().check(z.maxLength(4000, {error: 'too-long'}), z.refine(isReadable, {error: 'bad-text'}));
/** Picks a schema by the look of the value, so that faults speak of the form that was meant. */
export const pick = <T>(choose: (value: unknown) => z.ZodMiniType): z.ZodMiniType<T> =>
  z
    .custom<T>(() => true)
    .check((payload) => {
      const result = choose(payload.value).safeParse(payload.value, {reportInput: true});
      if (result.error !== undefined) for (const issue of result.error.issues) payload.issues.push({...issue} as z.core.$ZodRawIssue);
    });

const byLanguage = z.record(lang, words);
export const text = pick<string | Record<string, string>>((value) => (typeof value === 'object' ? byLanguage : words));

export const count = z.int().check(z.minimum(1, {error: 'too-small'}));
export const named = z.strictObject({id, label: text});
export const optional = z.optional;
