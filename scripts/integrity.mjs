// @ts-check
/**
 * Prints the tags with which a page pins what it loads of `dist/`, as they stand in `dist/integrity.html`, for another place:
 * `node scripts/integrity.mjs --at /fichiers/ppgp/`. After `npm run build`.
 */
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {PLACE, integrityPage} from './build/integrity.mjs';

const {values} = parseArgs({options: {at: {type: 'string', default: PLACE}}});
const root = new URL('..', import.meta.url);
/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const place = values.at.endsWith('/') ? values.at : `${values.at}/`;
if (!/^(https?:\/\/[\w.:-]+)?\/[\w./-]*$/.test(place)) {
  console.error(`--at ${values.at}: not a path such as /ppgp/, nor an address such as https://www.example.org/ppgp/.`);
  process.exit(1);
}
process.stdout.write(integrityPage(json('dist/sri.json'), json('.cache/bundle.json'), place));
