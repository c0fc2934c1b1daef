import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {transformAsync} from '@babel/core';
import linker from '@angular/compiler-cli/linker/babel';
import {build, defaultClientConditions, type Plugin, type Rolldown} from 'vite';

/** A framework with an example page of ours, by the name of its folder. */
export type Framework = 'react' | 'vue' | 'svelte' | 'angular';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folderOf = (framework: Framework): string => `${root}examples/frameworks/${framework}`;
/** What Angular's compiler made of its example. */
export const COMPILED = `${root}.cache/frameworks/`;

/** Each framework's own compiler, as a command of Node's: it checks the types of the example, templates included; Angular's also compiles it. */
export const checks: Record<Framework, string[]> = {
  react: ['node_modules/typescript/bin/tsc', '-p', folderOf('react')],
  vue: ['node_modules/vue-tsc/bin/vue-tsc.js', '-p', folderOf('vue')],
  svelte: [
    'node_modules/svelte-check/bin/svelte-check',
    ...['--workspace', folderOf('svelte'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  ],
  angular: [
    'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js',
    ...['-p', folderOf('angular'), '--rootDir', root, '--outDir', COMPILED],
  ],
};

/** What Angular's command line tool does beside compiling: takes what was compiled, and links what comes compiled in part. */
const angular = (): Plugin => ({
  name: 'angular',
  enforce: 'pre',
  load(id) {
    if (!id.startsWith(folderOf('angular')) || !id.endsWith('.ts')) return undefined;
    return readFileSync(id.replace(root, COMPILED).replace(/ts$/, 'js'), 'utf8');
  },
  async transform(code, id) {
    if (!id.includes('/node_modules/@angular/') || !code.includes('ɵɵngDeclare')) return undefined;
    const linked = await transformAsync(code, {
      ...{filename: id, configFile: false, babelrc: false, compact: false},
      plugins: [linker],
    });
    return linked?.code ?? undefined;
  },
});

/** The example's page and scripts as its own vite configuration makes them, by path. Angular's is compiled first: `checks`. */
export async function builtExample(framework: Framework): Promise<Record<string, string>> {
  const configFile = `${folderOf(framework)}/vite.config.js`;
  const built = await build({
    root: folderOf(framework),
    base: `/${framework}/`,
    logLevel: 'error',
    configFile: existsSync(configFile) ? configFile : false,
    plugins: framework === 'angular' ? [angular()] : [],
    resolve: {conditions: ['ppgp-source', ...defaultClientConditions]},
    define: framework === 'angular' ? {ngDevMode: 'false', ngServerMode: 'false', ngJitMode: 'false'} : {},
    build: {write: false, target: 'es2022'},
  });
  const {output} = built as Rolldown.RolldownOutput;
  return Object.fromEntries(
    output.map((file) => [`/${framework}/${file.fileName}`, file.type === 'chunk' ? file.code : Buffer.from(file.source).toString()]),
  );
}
