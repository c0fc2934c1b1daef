/**
 * The root `dist/`: one ES module per tag, named as the tag, and the loader `ppgp.js`; what they share, and what they fetch later,
 * in `dist/chunks/`. A new file in `elements/src/define/` is a new entry; some have a build of their own (`scripts/build/apart.mjs`).
 */
import {existsSync, readdirSync} from 'node:fs';
import {basename, dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defaultClientConditions, defineConfig} from 'vite';
import {buildDay, version} from './scripts/build/stamp.mjs';
import {bundleReport} from './scripts/build/bundle-report.mjs';
import {APART, leftApart} from './scripts/build/apart.mjs';
import {importsAtOnce} from './scripts/build/imports-at-once.mjs';
import {squeezeTemplates, terse} from './scripts/build/smaller.mjs';
import {steadyRuntime} from './scripts/build/steady-runtime.mjs';

const elements = fileURLToPath(new URL('packages/elements/src/', import.meta.url));
const tags = readdirSync(`${elements}define`)
  .filter((file) => file.endsWith('.ts') && file !== 'all.ts')
  .map((file) => basename(file, '.ts'))
  .filter((tag) => !APART.includes(tag));
const entry = Object.fromEntries(tags.map((tag) => [tag, `${elements}define/${tag}.ts`]));
if (existsSync(`${elements}loader/ppgp.ts`)) entry['ppgp'] = `${elements}loader/ppgp.ts`;

/** A chunk is named after the module it was asked for by, an index after its folder; what several entries import is `shared`. */
function chunkName({facadeModuleId}: {facadeModuleId: string | null}): string {
  if (!facadeModuleId) return 'chunks/shared-[hash].js';
  const name = basename(facadeModuleId, '.ts');
  return `chunks/${name === 'index' ? basename(dirname(facadeModuleId).replace(/\/src$/, '')) : name}-[hash].js`;
}

export default defineConfig({
  resolve: {conditions: ['ppgp-source', ...defaultClientConditions]},
  define: {__PPGP_BUILD_DAY__: JSON.stringify(buildDay()), __PPGP_VERSION__: JSON.stringify(version())},
  plugins: [leftApart(), squeezeTemplates(), steadyRuntime(), importsAtOnce(), terse(), bundleReport()],
  build: {
    target: 'es2022',
    // A library, so that vite adds no code of its own for preloading; its output is minified whole all the same.
    lib: {entry, formats: ['es']},
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: chunkName,
        // What the first screen needs is one chunk and what follows it another: few, large files compress better.
        codeSplitting: {
          groups: [
            {name: 'first-screen', priority: 3, test: /(questionnaire-element|questions\/matrix|instruments\/src\/flyer)\.ts$/},
            {name: 'outbox', test: /outbox\/src\/browser\/index\.ts$/, priority: 2},
            {name: 'after-paint', test: /after-paint\.ts$/, priority: 1},
            {name: 'foreign', priority: 1, test: /(foreign-definition|fetch-json|schema\/src\/definition)\.ts$/},
            {name: 'configured', priority: 0, test: /questionnaire\/configured\.ts$/},
          ],
        },
        minify: {compress: true, mangle: true, codegen: true},
        comments: {annotation: false, legal: false},
      },
    },
  },
});
