// @ts-check
/** What a build is made from, as one hash: sources without tests, configurations, the lock file, the day and version written into it. */
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {buildDay, version} from './stamp.mjs';

/** @param {string} root ends in a slash */
export function inputHash(root) {
  const hash = createHash('sha256').update(`${buildDay()} ${version()} ${process.version}`);
  const names = [
    'package-lock.json',
    'tsconfig.base.json',
    'vite.config.ts',
    'packages/tsconfig.json',
    'scripts/build.mjs',
    ...files('scripts/build'),
  ];
  for (const name of readdirSync(`${root}packages`)) {
    names.push(`packages/${name}/package.json`, `packages/${name}/tsconfig.json`, ...files(`packages/${name}/src`));
  }
  for (const name of names.sort()) if (existsSync(root + name)) hash.update(`\n${name}\n`).update(readFileSync(root + name));
  return hash.digest('hex');

  /** @param {string} folder */
  function files(folder) {
    if (!existsSync(root + folder)) return [];
    const inside = /** @type {string[]} */ (readdirSync(root + folder, {recursive: true}));
    return inside.filter((name) => /\.(ts|mts|mjs|json|txt)$/.test(name) && !name.endsWith('.test.ts')).map((name) => `${folder}/${name}`);
  }
}
