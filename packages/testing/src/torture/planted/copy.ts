import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {patched, patchesOf, type Bug} from './bug.js';

const root = fileURLToPath(new URL('../../../../..', import.meta.url));
const copies = join(root, '.cache/planted');
/** What no run of ours reads. */
const LEFT_OUT = ['dist', 'node_modules', 'golden', 'fixtures', 'e2e', 'fault-proxy'];

/** Our packages once more, with their sources alone; what they need of others they find where ours find it. */
export interface Copy {
  /** A file below `packages/`. */
  file(path: string): URL;
  remove(): void;
}

/** Copies the packages into a folder of this name, with the bug in them or without one. */
export function copyPackages(name: string, bug?: Bug): Copy {
  const to = join(copies, name.replace(/\W+/g, '-'));
  rmSync(to, {recursive: true, force: true});
  mkdirSync(join(to, 'node_modules/@ppgp'), {recursive: true});
  cpSync(join(root, 'tsconfig.base.json'), join(to, 'tsconfig.base.json'));
  for (const each of readdirSync(join(root, 'packages'))) {
    const from = join(root, 'packages', each);
    cpSync(from, join(to, 'packages', each), {recursive: true, filter: (path) => path === from || !LEFT_OUT.includes(basename(path))});
    const own = join(from, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(to, 'packages', each, 'node_modules'), 'junction');
    symlinkSync(join(to, 'packages', each), join(to, 'node_modules/@ppgp', each), 'junction');
  }
  for (const patch of bug ? patchesOf(bug) : []) {
    const file = join(to, 'packages', patch.file);
    writeFileSync(file, patched(readFileSync(file, 'utf8'), patch));
  }
  return {
    file: (path) => pathToFileURL(join(to, 'packages', path)),
    remove: () => rmSync(to, {recursive: true, force: true}),
  };
}
