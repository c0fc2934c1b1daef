/** Digits in groups, the French way: 1 234. Small counts take no locale data, which the first screen would wait for. */
export const number = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : new Intl.NumberFormat('fr').format(value);

/** « 1 réponse », « 2 réponses »: in French, one and less are singular. */
export const plural = (count: number, one: string, many: string): string => `${number(count)} ${Math.abs(count) < 2 ? one : many}`;

/** « 21 novembre 2026 », of a day YYYY-MM-DD. */
export const longDay = ({day}: {day: string}): string =>
  new Intl.DateTimeFormat('fr', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}).format(new Date(`${day}T00:00:00Z`));

/** « 1ᵉʳ », « 2ᵉ ». */
export const ordinal = (place: number): string => (place === 1 ? '1ᵉʳ' : `${number(place)}ᵉ`);
