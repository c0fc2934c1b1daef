import {accessSync, constants, existsSync, mkdirSync, statfsSync} from 'node:fs';
import {join} from 'node:path';
import {StartError} from './answer-store.js';

/** Linux's numbers (statfs(2), <linux/magic.h>) of file systems whose locks and flushes cannot be relied on. */
const NETWORK_TYPES = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x65735546, 'FUSE'],
]);

/** The name of a network file system by its number, undefined for any other. */
export const networkFileSystem = (type: number): string | undefined => NETWORK_TYPES.get(type >>> 0);

/**
 * Other systems number their file systems otherwise: there, it is for the administrator to know.
 * @throws StartError when the folder is on a network file system
 */
export function requireLocalDisk(folder: string): void {
  if (process.platform !== 'linux') return;
  const name = networkFileSystem(statfsSync(folder).type);
  if (name === undefined) return;
  throw new StartError(
    `The folder ${folder} is on a network file system (${name}), where a database is not safe. Name a local one with PPGP_DATA.`,
  );
}

const READ_ONLY = 'make it writable for the user that runs the collector, or name another with PPGP_DATA';

/** What is said where a folder, or a database in it, cannot be written. */
export const unwritable = (folder: string, cause: unknown): StartError =>
  new StartError(`The data folder ${folder} cannot be written: ${READ_ONLY}. (${cause instanceof Error ? cause.message : String(cause)})`, {
    cause,
  });

/**
 * Makes a folder where there is none.
 * @throws StartError when it, or one of these files in it, may only be read
 */
export function requireWritable(folder: string, files: readonly string[]): void {
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    for (const path of [folder, ...files.map((name) => join(folder, name)).filter((path) => existsSync(path))])
      accessSync(path, constants.W_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
}
