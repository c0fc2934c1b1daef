/** A sentence with its {names} filled in; a name that is not there stays as it is. */
const fill = (sentence: string, values: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));

/**
 * The catalogue with a département's own sentences: `{'ui.next': 'Suite', 'ui.place': '{index} / {count}'}`.
 * Keys that the catalogue does not have change nothing.
 */
export function correctedWords<Words extends object>(words: Words, corrections: Readonly<Record<string, string>> = {}): Words {
  const own = Object.entries(corrections).flatMap(([key, sentence]) => {
    const name = key.startsWith('ui.') ? key.slice(3) : '';
    if (!Object.hasOwn(words, name)) return [];
    const varies = typeof words[name as keyof Words] === 'function';
    return [[name, varies ? (values: Readonly<Record<string, unknown>>) => fill(sentence, values) : sentence] as const];
  });
  return {...words, ...Object.fromEntries(own)};
}
