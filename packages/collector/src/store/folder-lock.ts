import {join} from 'node:path';
import {StartError} from './answer-store.js';
import {unwritable} from './file-system.js';
import type {Database, SqliteDriver} from './sqlite-driver.js';

/** A short wait, so that two commands given at the same moment take turns. Milliseconds. */
const WAIT = 300;

/**
 * Takes a data folder for this process alone: an exclusive transaction on a small database of its own,
 * which the system drops when the process dies, however it dies.
 * @throws StartError when another live process has the folder, or nothing can be written in it
 * @returns what lets go of it
 */
export function lockFolder(folder: string, driver: SqliteDriver): () => void {
  const lock = openLock(folder, driver);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw unwritable(folder, error);
    throw new StartError(`The data in ${folder} is in use by another collector. Stop it, or name another folder with PPGP_DATA.`, {
      cause: error,
    });
  }
  return () => lock.close();
}

function openLock(folder: string, driver: SqliteDriver): Database {
  try {
    return driver.open(join(folder, 'lock.db'), {timeout: WAIT});
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** SQLITE_BUSY (https://sqlite.org/rescode.html#busy). */
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
