import {fileURLToPath} from 'node:url';
import {build, defaultClientConditions, type Plugin, type Rolldown} from 'vite';

const packages = fileURLToPath(new URL('../../../../', import.meta.url));

/**
 * The page and the tag, from the sources, as a host page's own build would make them: one outbox for both. By path.
 * @param plugins may change the sources on the way: a planted bug
 */
export async function bundledPage(plugins: Plugin[] = []): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    resolve: {conditions: ['ppgp-source', ...defaultClientConditions]},
    define: {__PPGP_BUILD_DAY__: '"2026-11-22"', __PPGP_VERSION__: '"0.0.0"'},
    build: {
      write: false,
      target: 'es2022',
      lib: {
        formats: ['es'],
        entry: {
          page: fileURLToPath(new URL('page/index.ts', import.meta.url)),
          survey: `${packages}elements/src/define/ppgp-survey.ts`,
        },
      },
      rolldownOptions: {output: {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'}},
    },
  });
  const outputs = (built as Rolldown.RolldownOutput[]).flatMap(({output}) => output);
  return new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}
