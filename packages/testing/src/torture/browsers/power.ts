import {spawnSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync} from 'node:fs';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Files that say nothing of answers: locks, and logs that are never synced. */
const SKIPPED = /^(lock|LOCK|LOG|LOG\.old|\.parentlock|parent\.lock)$/;
/** What a dead browser leaves to say that it is alive. */
const STALE = ['SingletonLock', 'SingletonCookie', 'SingletonSocket', '.parentlock', 'lock'];

/** The mains of a device: what a browser has not synced goes when they are cut. */
export interface Power {
  /** For the browser's environment. */
  env: Record<string, string>;
  /** All that is in the profile is on the disk: to be said of one that was closed politely. */
  settle(): void;
  /** To be called once the browser was killed: gives each file back what it held at its last sync; one never synced is empty. */
  cut(): void;
}

/** Whether this machine has a C compiler. */
export const hasCompiler = (): boolean => spawnSync('cc', ['--version']).status === 0;

/**
 * @param profile of the browser
 * @param folder for the compiled library and the copies
 */
export function mains(profile: string, folder: string): Power {
  const shadow = join(folder, 'synced');
  const library = join(folder, 'power-cut.so');
  mkdirSync(shadow, {recursive: true});
  mkdirSync(profile, {recursive: true});
  const source = fileURLToPath(new URL('power-cut.c', import.meta.url));
  const made = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl'], {encoding: 'utf8'});
  if (made.status !== 0) throw new Error(`cc: ${made.stderr}`);

  const files = (): string[] =>
    readdirSync(profile, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile() && !SKIPPED.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
  const copyOf = (file: string): string => {
    const {ino, birthtimeNs} = statSync(file, {bigint: true});
    return join(shadow, `${ino}-${birthtimeNs}`);
  };
  return {
    env: {LD_PRELOAD: library, PPGP_CUT_ROOT: profile, PPGP_CUT_SHADOW: shadow},
    settle: () => files().forEach((file) => copyFileSync(file, copyOf(file))),
    cut() {
      for (const file of files()) {
        const copy = copyOf(file);
        if (existsSync(copy)) copyFileSync(copy, file);
        else truncateSync(file);
      }
      for (const entry of readdirSync(profile)) if (STALE.includes(basename(entry))) rmSync(join(profile, entry), {force: true});
    },
  };
}
