/** /^[a-z][a-z0-9_-]{0,63}$/, unique in its list. */
export type Id = string;
/** The id of a choice: what is stored and counted. */
export type Code = string;
/** BCP 47 tag, such as `fr`, `ar`, `fa-AF`. */
export type Lang = string;
/** A bare string is French. Never HTML. */
export type Text = string | Record<Lang, string>;
/** YYYY-MM-DD, Europe/Paris. */
export type Day = string;
/** Resolved against the URL its definition came from, else the page; http(s) only. */
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
