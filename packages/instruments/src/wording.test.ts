import assert from 'node:assert/strict';
import test from 'node:test';
import type {Definition} from '@ppgp/schema';
import {ariane, bilan, flyer, pematAv, pematP, plateau, postFormation, pros, usagers} from './index.js';

const ALL: readonly Definition[] = [usagers, pros, flyer, postFormation, bilan, ariane, plateau, pematP, pematAv];
const READ = new Set(['label', 'plain', 'hint', 'error', 'title', 'origin', 'notice', 'alt', 'na', 'yes', 'no', 'say']);

interface Said {
  where: string;
  text: string;
}

/** Every text a person reads, with its place. */
function textsOf(value: unknown, where: string, key = ''): Said[] {
  if (typeof value === 'string') return READ.has(key) ? [{where, text: value}] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inside]) => textsOf(inside, `${where}.${member}`, member));
}

const texts = ALL.flatMap((definition) => textsOf(definition, definition.id));
const faulty = (wrong: RegExp): string[] => texts.filter(({text}) => wrong.test(text)).map(({where, text}) => `${where}: ${text}`);

test('every text is found', () => {
  assert.ok(texts.length > 400, String(texts.length));
});

test('apostrophes are curved, dots of suspension one sign, quotation marks French', () => {
  assert.deepEqual(faulty(/['"“”]|\.\.\./), []);
});

test('a space that does not break stands before : ; ? ! » and after «, and nowhere is it missing', () => {
  assert.deepEqual(faulty(/[^\u00a0\u202f][:;?!»]|«[^\u00a0\u202f]/), []);
});

test('texts are tidy: no double or outer space, a capital first, no note left behind', () => {
  assert.deepEqual(faulty(/\s\s|^\s|\s$|TODO|XXX/), []);
  assert.deepEqual(faulty(/^\p{Ll}/u), []);
});

test('labels read aloud well: no middle dot, slash, bracketed plural, sign or abbreviation', () => {
  assert.deepEqual(faulty(/[·•/+&<>]|\p{L}\((?:e|s|es|ne|ne?s)\)|\betc\b/u), []);
});

test('nobody is made a man or a woman, nor called « tu »', () => {
  const isOfSomeone = /(?<!\p{L})(?:je suis|vous êtes|êtes-vous|me sens)\s\p{L}+(?:é|ée|ul|ule|u|ue|i|ie|et|ète)(?!\p{L})/iu;
  assert.match('Je me sens seul', isOfSomeone);
  assert.match('Où êtes-vous suivie ?', isOfSomeone);
  assert.deepEqual(faulty(isOfSomeone), []);
  assert.deepEqual(faulty(/(?<!\p{L})(?:tu|ton|tes)(?!\p{L})/iu), []);
});

/** Words as they are spoken: signs alone and elided articles are none. */
const words = (text: string): number => text.split(/[\s\u00a0]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

test('a sentence that families and staff answer has at most twelve words, a choice at most eight', () => {
  const long = texts.filter(({where, text}) => {
    // Raters of a grid read it document in hand.
    if (/^pemat-|\.(origin|notice|alt|title)$/.test(where)) return false;
    const isChoice = /\.(choices|rows|themes|lists|materials|and)\b/.test(where);
    return text.split(/(?<=[.?!])\s/).some((sentence) => words(sentence) > (isChoice ? 8 : 12));
  });
  assert.deepEqual(long, []);
});

test('every question of parents has plainer words, unless it cannot be plainer', () => {
  const asIs = usagers.questions.filter(({type, plain}) => type !== 'section' && plain === undefined).map(({id}) => id);
  assert.deepEqual(asIs, ['u_premier', 'u_mot']);
});
