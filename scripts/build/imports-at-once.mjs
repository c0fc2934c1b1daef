// @ts-check
/**
 * A vite plugin: what is asked for by a page or later (an entry, a dynamic import) names all files that it needs, those too that it needs
 * only through others, so that the browser fetches them at once and not one round of the network after another.
 */

/** @typedef {{isEntry: boolean, isDynamicEntry: boolean, imports: string[]}} Chunk */

/** All that a chunk needs, directly or not. @param {string[]} imports @param {Record<string, Chunk>} chunks */
function withTheirs(imports, chunks) {
  const found = new Set(imports);
  for (const file of found) chunks[file]?.imports.forEach((next) => found.add(next));
  return [...found];
}

/** @returns {import('vite').Plugin} */
export function importsAtOnce() {
  return {
    name: 'imports-at-once',
    renderChunk(code, chunk, _options, {chunks}) {
      if (!chunk.isEntry && !chunk.isDynamicEntry) return null;
      const more = withTheirs(chunk.imports, chunks).filter((file) => !chunk.imports.includes(file));
      const path = chunk.isEntry ? './' : '../';
      return more.length > 0 ? {code: `${code}${more.map((file) => `import'${path}${file}';`).join('')}`, map: null} : null;
    },
  };
}
