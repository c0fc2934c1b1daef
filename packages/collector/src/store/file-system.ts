import {statfsSync} from 'node:fs';
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
