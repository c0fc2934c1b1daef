// @ts-check
/**
 * Every relative link and picture in README.md, CONTRIBUTING.md and docs/ leads to a file or folder that is there, and to a heading of it
 * where it names one. Addresses of other sites are not asked.
 *
 * A failure means that a reader would come to nothing: mend the link, or write the page.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const inDocs = /** @type {string[]} */ (readdirSync('docs', {recursive: true})).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', ...inDocs.map((name) => join('docs', name))];
const faults = [];
let links = 0;

for (const page of pages) {
  for (const [, target = ''] of prose(page).matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
    links++;
    const [path = '', heading] = target.split('#');
    const file = path === '' ? page : join(dirname(page), decodeURIComponent(path));
    if (!existsSync(file)) faults.push(`${page}: ${target} is not there`);
    else if (heading && statSync(file).isFile() && !headingsOf(file).includes(heading)) faults.push(`${page}: ${target}: no such heading`);
  }
}

for (const fault of faults) console.error(fault);
console.log(`links: ${links} in ${pages.length} pages, ${faults.length} wrong`);
if (faults.length) process.exitCode = 1;

/** The text of a page without its code. @param {string} page */
function prose(page) {
  return readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```|`[^`\n]*`/gm, '');
}

/** As GitHub names them. @param {string} file */
function headingsOf(file) {
  const titles = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title);
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}
