import * as catalogues from '@ppgp/words';
import {SCALES} from '@ppgp/schema';

const OPEN = '⟦';
const CLOSE = '⟧';

/** Marked, and at least 40 % longer: what it says begins again, or its one word goes on. */
export function pseudo(sentence: string): string {
  if (sentence.includes(OPEN)) return OPEN + sentence + CLOSE;
  const more = sentence.slice(0, Math.ceil(sentence.length * 0.4));
  return `${OPEN}${sentence}${/\s/.test(sentence) ? '\u0020' : ''}${more}${CLOSE}`;
}

/** Whether every word in it came out of a catalogue or a definition: nothing is left once what is marked is taken away. */
export function isPseudo(shown: string): boolean {
  let rest = shown;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  return !/\p{L}/u.test(rest);
}

/** A catalogue in the pseudo-language: the same keys, and functions of the same values. */
export function pseudoWords<Words extends object>(words: Words): Words {
  const own = Object.entries(words).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [key, pseudo(value)];
    return [key, (values: unknown) => pseudo((value as (values: unknown) => string)(values))];
  });
  return Object.fromEntries(own) as Words;
}

/** Members of a definition that people read; a grid's and a dossier's after those of all. */
const READ = ['title', 'label', 'hint', 'plain', 'notice', 'error', 'alt', 'hours', 'unit'].concat([
  'yes',
  'no',
  'na',
  'say',
  'origin',
  'raterLabel',
  'text',
]);

/** A definition in the pseudo-language. */
export function pseudoDefinition<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(pseudoDefinition) as T;
  const own = Object.entries(value).map(([key, member]: [string, unknown]) =>
    READ.includes(key) && typeof member === 'string' ? [key, pseudo(member)] : [key, pseudoDefinition(member)],
  );
  return Object.fromEntries(own) as T;
}

/** Puts all words, and the ready-made scales, into the pseudo-language, until the function it returns is called. */
export function speakPseudo(): () => void {
  const all = [...Object.values<unknown>(catalogues), ...Object.values(SCALES).flat()].filter(
    (one): one is object => typeof one === 'object',
  );
  const before = all.map((one) => ({...one}));
  const spoken = all.map((one) => ('id' in one ? pseudoDefinition(one) : pseudoWords(one)));
  all.forEach((one, index) => Object.assign(one, spoken[index]));
  return () => all.forEach((one, index) => Object.assign(one, before[index]));
}
