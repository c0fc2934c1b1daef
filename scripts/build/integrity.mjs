// @ts-check
/**
 * `dist/sri.json`: size and subresource integrity (https://www.w3.org/TR/SRI/) of every script, and `dist/integrity.html`: the tags with
 * which a page pins what it loads.
 */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fetched} from './fetched.mjs';

/** Where the files stand on a site, unless told. */
export const PLACE = '/ppgp/';

/** What `dist/sri.json` holds. @typedef {{files: Record<string, {bytes: number, integrity: string}>}} Sri */

/** @param {string} dist @param {import('./bundle-report.mjs').Bundle} bundle */
export function writeIntegrity(dist, bundle) {
  const names = /** @type {string[]} */ (readdirSync(dist, {recursive: true})).filter((name) => name.endsWith('.js')).sort();
  const files = Object.fromEntries(
    names.map((name) => {
      const bytes = readFileSync(`${dist}/${name}`);
      return [name, {bytes: bytes.length, integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`}];
    }),
  );
  writeFileSync(`${dist}/sri.json`, `${JSON.stringify({files}, null, 2)}\n`);
  writeFileSync(`${dist}/integrity.html`, integrityPage({files}, bundle, PLACE));
}

/** An import map that pins every file, and what the page's policy calls it. @param {Sri} sri @param {string} place */
export function importMap({files}, place) {
  const map = JSON.stringify({
    integrity: Object.fromEntries(Object.entries(files).map(([name, {integrity}]) => [place + name, integrity])),
  });
  const hash = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  return {tag: `<script type="importmap">${map}</script>`, hash};
}

/** What the policy has to allow for it, and the loader. @param {Sri} sri @param {string} place @param {string} [name] */
export function scriptTag({files}, place, name = 'ppgp.js') {
  return `<script type="module" src="${place}${name}" integrity="${files[name]?.integrity}"></script>`;
}

/**
 * One tag for each file that a page with this element fetches until an answer is sent, the loader's own apart.
 * @param {Sri} sri @param {import('./bundle-report.mjs').Bundle} bundle @param {string} place @param {string} element
 */
export function preloadTags({files}, bundle, place, element) {
  return fetched(bundle)
    .allIn(`${element}.js`)
    .sort()
    .map((name) => `<link rel="modulepreload" href="${place}${name}" integrity="${files[name]?.integrity}">`);
}

/** All of it, to be copied from. @param {Sri} sri @param {import('./bundle-report.mjs').Bundle} bundle @param {string} place */
export function integrityPage(sri, bundle, place) {
  const elements = Object.keys(sri.files).filter((name) => bundle[name]?.entry && !/^ppgp(-check|-sync)?\.js$/.test(name));
  const {tag, hash} = importMap(sri, place);
  const preloads = elements.sort().map((name) => {
    const element = name.replace('.js', '');
    return `<!-- 2. <${element}> without an import map: what a page with it fetches until an answer is sent. Parts that are fetched later are not pinned. -->
${preloadTags(sri, bundle, place, element).join('\n')}
${scriptTag(sri, place)}
`;
  });
  return `<!-- The files of this folder, pinned, where they stand at ${place}. Copy one of the two forms into your pages' head, before any other module script.
Another place: node scripts/integrity.mjs --at /another/place/ (in the sources). What each form does in which browser: docs/embedding.md. -->

<!-- 1. Every file, with an import map. Your policy needs: script-src 'self' ${hash} -->
${tag}
${scriptTag(sri, place)}

${preloads.join('\n')}`;
}
