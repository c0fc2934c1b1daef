import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** How the command line finds and asks the collector that runs on a data folder. */
export interface Run {
  /** Without a slash at the end. */
  url: string;
  pid: number;
  /** The secret of this run. */
  key: string;
}

const pathIn = (folder: string): string => join(folder, 'run.json');

/** Readable by its owner alone, and never half written. */
export function writeRun(folder: string, run: Run): void {
  const draft = `${pathIn(folder)}.${run.pid}`;
  writeFileSync(draft, `${JSON.stringify(run)}\n`, {mode: 0o600});
  renameSync(draft, pathIn(folder));
}

export const removeRun = (folder: string): void => rmSync(pathIn(folder), {force: true});

/** The run that a folder tells of, which may have died since; undefined when it tells of none. */
export function readRun(folder: string): Run | undefined {
  try {
    const {url, pid, key} = JSON.parse(readFileSync(pathIn(folder), 'utf8')) as Partial<Run>;
    return typeof url === 'string' && typeof pid === 'number' && typeof key === 'string' ? {url, pid, key} : undefined;
  } catch {
    return undefined;
  }
}
