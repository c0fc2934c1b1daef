// @ts-check
/**
 * `dist/THIRD-PARTY.txt`: the licence of each package that has a module in the bundle, as its authors wrote it; and that of a module of ours
 * that holds the work of others, from the file `….LICENSE.txt` beside it.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';

/** @param {string} dist @param {import('./bundle-report.mjs').Bundle} bundle */
export function writeThirdParty(dist, bundle) {
  const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules));
  const folders = new Set(modules.flatMap((module) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const {name, version, license} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${name} is in the bundle and brings no licence text`);
    return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  });
  const beside = modules
    .map((module) => module.replace(/\.ts$/, '.LICENSE.txt'))
    .filter((file) => file.endsWith('.LICENSE.txt') && existsSync(file));
  texts.push(...[...new Set(beside)].sort().map((file) => readFileSync(file, 'utf8')));
  writeFileSync(`${dist}/THIRD-PARTY.txt`, texts.join(`\n${'-'.repeat(80)}\n\n`));
}
