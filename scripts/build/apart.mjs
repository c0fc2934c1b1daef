// @ts-check
/**
 * The builds of tags (and of the page's check) apart from the others, which share chunks cut for a family's telephone: these would fetch much that they never run. It
 * costs a page that has other tags too a second copy of Lit, and their own page much less. PDF.js comes as its authors minified it, in
 * chunks that are fetched when a PDF is opened.
 */
import {basename, dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defaultClientConditions} from 'vite';
import {bundleReport} from './bundle-report.mjs';
import {importsAtOnce} from './imports-at-once.mjs';
import {squeezeTemplates, terse} from './smaller.mjs';
import {buildDay, version} from './stamp.mjs';
import {steadyRuntime} from './steady-runtime.mjs';

/** They have a build of their own: tags, and the part of the loader that has to work where the others do not. */
export const APART = ['needs-plateau', 'pemat-grid', 'ppgp-results', 'ppgp-check'];
/** @param {string} name */
const entryOf = (name) => (name === 'ppgp-check' ? `loader/${name}` : `define/${name}`);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** After the module it was asked for by, an index after its folder. @param {string} tag @param {string | null} module */
function chunkName(tag, module) {
  if (!module) return tag;
  const name = basename(module, '.ts');
  return name === 'index' ? basename(dirname(module).replace(/\/src$/, '')) : name;
}

/** For the build of the other tags: the loader asks for the files that these builds make. @returns {import('vite').Plugin} */
export const leftApart = () => ({
  name: 'left-apart',
  enforce: 'pre',
  resolveId(source) {
    const tag = APART.find((one) => source.endsWith(one === 'ppgp-check' ? './ppgp-check.js' : `/define/${one}.js`));
    return tag ? {id: `./${tag}.js`, external: 'relative'} : undefined;
  },
});

/** @param {string} tag @returns {import('vite').InlineConfig} */
export const buildApart = (tag) => ({
  configFile: false,
  logLevel: 'warn',
  root,
  resolve: {
    conditions: ['ppgp-source', ...defaultClientConditions],
    alias: ['pdf', 'pdf.worker'].map((name) => ({
      find: `pdfjs-dist/legacy/build/${name}.mjs`,
      replacement: `${root}node_modules/pdfjs-dist/legacy/build/${name}.min.mjs`,
    })),
  },
  define: {__PPGP_BUILD_DAY__: JSON.stringify(buildDay()), __PPGP_VERSION__: JSON.stringify(version())},
  plugins: [squeezeTemplates(), steadyRuntime(), importsAtOnce(), terse(), bundleReport({add: true})],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: {entry: {[tag]: `${root}packages/elements/src/${entryOf(tag)}.ts`}, formats: ['es']},
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({facadeModuleId}) => `chunks/${chunkName(tag, facadeModuleId)}-[hash].js`,
        // One file: what comes later leans on it.
        codeSplitting: {groups: [{name: `${tag}-first`, test: new RegExp(`${tag}/${tag}\\.ts$`)}]},
        minify: {compress: true, mangle: true, codegen: true},
        comments: {annotation: false, legal: false},
      },
    },
  },
});
