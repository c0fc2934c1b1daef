// @ts-check
/** Finds PostgreSQL's programs on this machine; plain JavaScript, so that `scripts/setup.mjs` can read it before anything is installed. */
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** The folder that holds `initdb` and `postgres`, the newest first where Debian has several; `PG_BIN` wins. */
export function findPostgres() {
  // The tests speak to it through a socket of the file system.
  if (process.platform === 'win32') return undefined;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    process.env['PG_BIN'] ?? '',
    ...versions.map((version) => `${debian}/${version}/bin`),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => folder !== '' && ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** Why tests on PostgreSQL cannot run here, and what to do. */
export const missingPostgres =
  'PostgreSQL: not found on this machine. To run its tests: apt-get install postgresql, or name its programs’ folder in PG_BIN';
