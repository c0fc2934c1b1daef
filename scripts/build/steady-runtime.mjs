// @ts-check
/**
 * A vite plugin: the bundler's helper that makes a module's exports walks them with `for … in`, so that whatever a host page has put
 * on `Object.prototype` is taken for an export and stops the script. Here it walks own keys only. A failure means that the bundler
 * writes the helper in another way: look at it, and change or drop this.
 */
const LOOP = /for \(var (\w+) in (\w+)\)/;

/** @returns {import('vite').Plugin} */
export function steadyRuntime() {
  return {
    name: 'steady-runtime',
    renderChunk(code, {moduleIds}) {
      if (!moduleIds.some((id) => id.includes('rolldown/runtime'))) return null;
      if (!LOOP.test(code)) this.error('The helper of the bundler has no loop over exports any more.');
      return {code: code.replace(LOOP, 'for (var $1 of Object.keys($2))'), map: null};
    },
  };
}
