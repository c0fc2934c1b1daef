/** What in a text tells who somebody is. `start` and `end` in UTF-16 units, as strings are cut. */
export interface PersonalData {
  kind: 'phone' | 'mail' | 'security' | 'name';
  start: number;
  end: number;
}

/** French numbers, e-mail addresses, social security numbers, and a name that is given as one. The last group is what is hidden. */
const PATTERNS: readonly [PersonalData['kind'], RegExp][] = [
  ['mail', /[^\s@,;:()<>«»]{1,64}@[^\s@,;:()<>«»]{1,255}\.[a-z]{2,}/gi],
  ['security', /\b[12378][ .]?\d\d[ .]?(?:0[1-9]|[1-9]\d)[ .]?(?:\d\d|2[ab])[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d\d)?\b/gi],
  ['phone', /(?:(?:\+|\b00) ?33 ?(?:\(0\) ?)?|\b0)[1-9](?:[ ./-]?\d\d){4}\b/g],
  [
    'name',
    /\b(?:je m['’ ]appelle|mon nom est|je me nomme|je suis (?:madame|monsieur|mme|mlle|m\.)) +([\p{L}'’-]+(?: +\p{Lu}[\p{L}'’-]*)?)/giu,
  ],
];

/** Spaces of any width as one plain space: same length, so that places stay. */
const evenly = (text: string): string => text.replace(/[\u00a0\u2007\u202f]/g, ' ');

/**
 * What a text seems to tell about a person, in the order of the text. It advises and may be wrong: it never blocks, and nothing
 * leaves the device.
 */
export function personalDataIn(text: string): PersonalData[] {
  const even = evenly(text);
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    [...even.matchAll(pattern)].map((match) => {
      const end = match.index + match[0].length;
      return {kind, start: end - (match[1] ?? match[0]).length, end};
    }),
  );
  const apart = found.filter((one, at) => !found.slice(0, at).some(({start, end}) => one.start < end && start < one.end));
  return apart.sort((one, other) => one.start - other.start);
}

/** Stands where something was hidden. */
export const MASK = '[…]';

/** The text with all that hidden. */
export const masked = (text: string): string =>
  personalDataIn(text).reduceRight((rest, {start, end}) => `${rest.slice(0, start)}${MASK}${rest.slice(end)}`, text);
