import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {styleSheet} from './style-sheet.js';

const tokensIn = (css: string): string[] =>
  [...css.matchAll(/(--(?:ppgp-[\w-]+|_a)):\s*([^;]+);/g)].map(([, name, value]) => `${name}: ${value?.replace(/\s+/g, ' ')}`);

test('the tokens of the plain form are those of the elements', () => {
  const elements = readFileSync(new URL('../../../elements/src/internal/styles/tokens.ts', import.meta.url), 'utf8');
  const theirs = new Set(tokensIn(elements));
  const [ours = ''] = styleSheet.split('@media (prefers-contrast');
  const declared = tokensIn(ours);
  assert.ok(declared.length > 40);
  assert.deepEqual(
    declared.filter((token) => !theirs.has(token)),
    [],
  );
});

test('every token that is used is declared', () => {
  const declared = new Set([...styleSheet.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = [...styleSheet.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
  assert.deepEqual(
    used.filter((name) => !declared.has(name)),
    [],
  );
});
