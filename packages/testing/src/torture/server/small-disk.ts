import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Outcome} from '../part.js';
import type {Program} from './collector-process.js';
import {tormentServer} from './torment.js';

const MEGABYTES = 64;

interface SmallDisk {
  program: Program;
  /** How often the disk is filled to the last byte, and emptied again. */
  fullDisks: number;
  seed: number;
  say(line: string): void;
}

/** The same on a disk that is full half of the time. Nothing where it cannot be made: that takes root on Linux. */
export async function withSmallDisk({program, fullDisks, seed, say}: SmallDisk): Promise<Outcome[]> {
  const disk = mkdtempSync(join(tmpdir(), 'ppgp-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', disk], {stdio: 'ignore'});
  } catch {
    say('SKIPPED full disks: a small file system can only be mounted by root');
    rmSync(disk, {recursive: true});
    return [];
  }
  const ballast = join(disk, 'ballast');
  let isFull = false;
  function meddle(share: number): void {
    const shallBeFull = Math.floor(share * 2 * fullDisks) % 2 === 1;
    if (shallBeFull === isFull) return;
    isFull = shallBeFull;
    if (!isFull) return rmSync(ballast);
    const {bavail, bsize} = statfsSync(disk);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  }
  try {
    const posts = fullDisks * 200;
    const outcome = await tormentServer({
      ...{program, database: 'sqlite', posts, kills: 0, seed, meddle},
      folder: join(disk, 'run'),
      say: (line) => say(`full disk: ${line}`),
    });
    return [{...outcome, faults: outcome.faults + fullDisks}];
  } finally {
    execFileSync('umount', [disk]);
    rmSync(disk, {recursive: true});
  }
}
