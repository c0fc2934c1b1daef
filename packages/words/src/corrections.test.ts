import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import test from 'node:test';
import ts from 'typescript';
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

/** Every piece of text in a catalogue, templates in the pieces between what varies. */
function texts(file: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, readFileSync(new URL(file, import.meta.url), 'utf8'), ts.ScriptTarget.ES2022));
  return found;
}

for (const file of readdirSync(new URL('.', import.meta.url)).filter((name) => /^fr(-\w+)?\.ts$/.test(name))) {
  test(`no sentence of ${file} has a plain space before a double sign or a straight apostrophe`, () => {
    assert.ok(texts(file).length > (file === 'fr.ts' ? 50 : 0));
    assert.deepEqual(
      texts(file).filter((text) => / [?!;:»%]|« |\w'\w/.test(text)),
      [],
    );
  });
}
