// @ts-check
/**
 * A vite plugin that writes `.cache/bundle.json`: which chunk imports which, and which modules each holds. The size report, the
 * licence texts and the checks on the output read it. It refuses a module that calls `eval(` or `new Function`: the pages' policy
 * forbids both. zod may hold them: it probes once, which `jitless` turns off.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {relative} from 'node:path';

/**
 * Modules are paths from the root of the repository with their bytes before minifying; `facade` is the module that a dynamic import asked for.
 * @typedef {{entry: boolean, facade: string | null, imports: string[], dynamicImports: string[], modules: Record<string, number>}} Chunk
 * @typedef {Record<string, Chunk>} Bundle by file name in `dist/`
 */

/** `add`: beside what another build reported. @param {{add?: boolean}} [options] @returns {import('vite').Plugin} */
export function bundleReport({add = false} = {}) {
  let root = '';
  /** @param {string} id */
  const short = (id) => relative(root, id.replace(/^\0/, '').replace(/\?.*$/, '')).replaceAll('\\', '/');
  return {
    name: 'bundle-report',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, output) {
      /** @type {Bundle} */
      const bundle = add ? JSON.parse(readFileSync(`${root}/.cache/bundle.json`, 'utf8')) : {};
      for (const [file, chunk] of Object.entries(output)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, {code}] of Object.entries(chunk.modules)) {
          if (/\beval\s*\(|\bnew\s+Function\b/.test(code ?? '') && !/(^|\/)node_modules\/zod\//.test(short(id)))
            this.error(`${short(id)} calls eval or new Function`);
        }
        bundle[file] = {
          entry: chunk.isEntry,
          facade: chunk.facadeModuleId === null ? null : short(chunk.facadeModuleId),
          imports: chunk.imports,
          // A file of another build is named as it is imported.
          dynamicImports: chunk.dynamicImports.map((file) => file.replace(/^\.\//, '')),
          modules: Object.fromEntries(Object.entries(chunk.modules).map(([id, {renderedLength}]) => [short(id), renderedLength])),
        };
      }
      mkdirSync(`${root}/.cache`, {recursive: true});
      writeFileSync(`${root}/.cache/bundle.json`, JSON.stringify(bundle, null, 2));
    },
  };
}
