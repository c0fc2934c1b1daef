/**
 * A lower-case letter, then lower-case letters, digits, "-" or "_"; unique in its list.
 * @pattern ^[a-z][a-z0-9_-]{0,63}$
 */
export type Id = string;
/**
 * The id of a choice: what is stored and counted.
 * @pattern ^[a-z][a-z0-9_-]{0,63}$
 */
export type Code = string;
/**
 * BCP 47 tag, such as `fr`, `ar`, `fa-AF`.
 * @pattern ^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$
 */
export type Lang = string;
/** A bare string is French; else one text per language, and French where one is missing. Never HTML. At most 4,000 characters. */
export type Text = string | Record<Lang, string>;
/**
 * A day of the calendar, YYYY-MM-DD, Europe/Paris.
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
export type Day = string;
/**
 * An address: relative to where the definition came from, or beginning with http:// or https://.
 * @maxLength 2048
 */
export type Url = string;

/** How answers are given: at home, on a shared device, transcribed from paper, ticked during a telephone call. */
export type Mode = 'web' | 'kiosk' | 'paper' | 'call';
export const MODES: readonly Mode[] = ['web', 'kiosk', 'paper', 'call'];

const ID = /^[a-z][a-z0-9_-]{0,63}$/;
export const isId = (value: unknown): value is Id => typeof value === 'string' && ID.test(value);

/**
 * A text in the wanted language, else in that language without its region, else in French, else in any.
 * `lang` is the language of what is returned, so that a fallback can be marked.
 */
export function textIn(text: Text, lang: Lang): {text: string; lang: Lang} {
  if (typeof text === 'string') return {text, lang: 'fr'};
  const base = lang.split('-')[0] ?? lang;
  for (const wanted of [lang, base, 'fr', ...Object.keys(text)]) {
    if (Object.hasOwn(text, wanted)) return {text: text[wanted] as string, lang: wanted};
  }
  return {text: '', lang: 'fr'};
}
