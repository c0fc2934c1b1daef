// @ts-check
/** `dist/THIRD-PARTY.txt`: the licence of each work of others that is in the bundle, as its authors wrote it. */
import {writeFileSync} from 'node:fs';

/** @param {string} dist @param {import('./shipped.mjs').Shipped[]} works */
export function writeThirdParty(dist, works) {
  const texts = works.map(({name, version, license, text}) => `${name} ${version} (${license})\n\n${text}\n`);
  writeFileSync(`${dist}/THIRD-PARTY.txt`, texts.join(`\n${'-'.repeat(80)}\n\n`));
}
