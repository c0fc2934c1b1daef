/**
 * What is a bug, or what our pages' policy and readers would trip over. Form is prettier's affair, types are tsc's, bindings in
 * templates are lit-analyzer's.
 */
import js from '@eslint/js';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';
import templateRules from './scripts/lint/template-rules.mjs';

const nodeGlobals = [
  'process',
  'console',
  'fetch',
  'URL',
  'Buffer',
  'AbortSignal',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
];
const browserGlobals = [
  'document',
  'window',
  'location',
  'navigator',
  'customElements',
  'console',
  'fetch',
  'URL',
  'HTMLElement',
  'setTimeout',
  'clearTimeout',
  'performance',
  'PerformanceObserver',
];
const workerGlobals = ['self', 'caches', 'fetch', 'console', 'URL', 'AbortSignal'];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const refused = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Build nodes: the policy refuses HTML from strings.',
  },
  {
    selector: 'MemberExpression[property.name="validationMessage"]',
    message: 'It speaks the browser’s language: take the sentence from words.',
  },
];
const refusedInTypeScript = [
  {
    selector: 'TSEnumDeclaration, TSModuleDeclaration[kind="namespace"], TSParameterProperty',
    message: 'TypeScript is for types only here.',
  },
  {selector: ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"][kind!="constructor"]', message: 'Use #name.'},
];

export default defineConfig(
  // Examples for frameworks are checked by the compilers of those (packages/testing/e2e/frameworks.e2e.ts).
  {ignores: ['**/node_modules/**', '**/dist/**', '**/coverage/**', '.cache/**', 'data/**', 'examples/frameworks/**']},
  js.configs.recommended,
  {
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-irregular-whitespace': ['error', {skipTemplates: true, skipRegExps: true, skipComments: true}],
      'no-warning-comments': 'error',
      'no-restricted-syntax': ['error', ...refused],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    plugins: {'lit-a11y': litA11y, templates: templateRules},
    languageOptions: {parserOptions: {project: './tsconfig.json', tsconfigRootDir: import.meta.dirname}},
    rules: {
      ...litA11y.configs.recommended.rules,
      // An async method may be there for its interface alone, and ports are plain objects: their functions need no `this`.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: [{from: 'package', package: 'node:test', name: ['it', 'describe', 'test', 'suite']}]},
      ],
      'templates/logical-css': 'error',
      'templates/no-inline-style': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true}],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      'no-restricted-syntax': ['error', ...refused, ...refusedInTypeScript],
    },
  },
  {
    // chai's assertions are property reads, and count as promises.
    files: ['packages/{elements,browser-store,testing}/**/*.{test,suite}.ts', 'packages/testing/fixtures/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'lit-a11y/accessible-name': 'off',
    },
  },
  {
    // They do what must not be done.
    files: ['packages/testing/fixtures/runner-faults.test.ts'],
    rules: {'no-new-func': 'off', '@typescript-eslint/no-implied-eval': 'off'},
  },
  {files: ['**/*.mjs'], languageOptions: {globals: readonly(nodeGlobals)}},
  {files: ['examples/**/*.js', 'bench/**/*.js'], languageOptions: {globals: readonly(browserGlobals)}},
  {files: ['examples/**/sw.js'], languageOptions: {globals: readonly(workerGlobals)}},
);
