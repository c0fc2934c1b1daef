// @ts-check
/**
 * Two vite plugins for what a page fetches: white space out of the html`` and css`` templates, and terser over each chunk (about
 * 2.5 % of what is sent). A failure here is a template that terser or the parser cannot read.
 */
import {minify} from 'terser';

/** White space that a template does not need: a run of it is as good as one space in HTML, and less in CSS. @param {string} text @param {string} tag */
function squeezed(text, tag) {
  const single = text.replace(/\s+/g, ' ');
  if (tag !== 'css') return single;
  return single
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}');
}

/** @returns {import('vite').Plugin} */
export function squeezeTemplates() {
  return {
    name: 'squeeze-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\/packages\/elements\/src\/.*\.ts$/.test(id)) return undefined;
      /** @type {{start: number, end: number, tag: string}[]} */
      const quasis = [];
      collect(this.parse(code), quasis);
      let out = code;
      for (const {start, end, tag} of quasis.sort((a, b) => b.start - a.start)) {
        out = out.slice(0, start) + squeezed(out.slice(start, end), tag) + out.slice(end);
      }
      return {code: out, map: null};
    },
  };
}

/** @param {any} node @param {{start: number, end: number, tag: string}[]} quasis */
function collect(node, quasis) {
  if (typeof node !== 'object' || node === null) return;
  if (node.type === 'TaggedTemplateExpression' && (node.tag.name === 'html' || node.tag.name === 'css')) {
    for (const {start, end} of node.quasi.quasis) quasis.push({start, end, tag: node.tag.name});
  }
  for (const child of Object.values(node)) collect(child, quasis);
}

/** @returns {import('vite').Plugin} */
export function terse() {
  return {
    name: 'terse',
    async renderChunk(code, {moduleIds}) {
      // As its authors minified it: another half minute would win nothing.
      if (moduleIds.some((id) => id.includes('/pdfjs-dist/'))) return null;
      const {code: out} = await minify(code, {module: true, ecma: 2020, compress: {passes: 3, ecma: 2020, module: true}});
      return {code: out ?? code, map: null};
    },
  };
}
