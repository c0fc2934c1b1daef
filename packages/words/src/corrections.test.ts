import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {correctedWords, fr} from './index.js';

test('a département corrects a sentence, with what varies in braces', () => {
  const words = correctedWords(fr, {'ui.next': 'Suite', 'ui.place': '{index} / {count}'});
  assert.equal(words.next, 'Suite');
  assert.equal(words.place({index: 2, count: 9}), '2 / 9');
  assert.equal(words.back, fr.back);
});

test('a correction of a sentence that does not exist changes nothing', () => {
  assert.deepEqual(Object.keys(correctedWords(fr, {'ui.nope': 'x', __proto__: 'y', 'ui.constructor': 'z', next: 'n'})), Object.keys(fr));
});

test('one and less are singular in French', () => {
  assert.match(fr.lettersLeft({count: 0}), /0\scaractère$/);
  assert.match(fr.lettersLeft({count: 1}), /1\scaractère$/);
  assert.match(fr.lettersLeft({count: 2}), /2\scaractères$/);
});

test('no sentence has a plain space before a double sign, a straight apostrophe or an open quotation mark', () => {
  const source = readFileSync(new URL('./fr.ts', import.meta.url), 'utf8');
  const sentences = [...source.matchAll(/'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replace(/\$\{[^}]*\}/g, 'x'),
  );
  assert.ok(sentences.length > 50);
  assert.deepEqual(
    sentences.filter((sentence) => / [?!;:»%]|« |\w'\w/.test(sentence)),
    [],
  );
});
