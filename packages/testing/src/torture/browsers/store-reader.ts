import {fork, type ChildProcess} from 'node:child_process';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

/** One row of the collector's table of answers. */
export interface StoredRow {
  row: number;
  id: string;
  payload: string;
}

/** Reads the collector's database from a process of its own, without a line of the collector. */
export interface StoreReader {
  /** Every row, as it is now. */
  rows(): Promise<StoredRow[]>;
  close(): void;
}

/** @param path the file `answers.db`, which may be in use */
export function startStoreReader(path: string): StoreReader {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [path]);
  const known: StoredRow[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const ask = (): Promise<StoredRow[]> =>
    new Promise((resolve, reject) => {
      child.once('message', (message) => {
        if (typeof message === 'string') return reject(new Error(message));
        known.push(...(message as StoredRow[]));
        resolve([...known]);
      });
      child.send(known.at(-1)?.row ?? 0);
    });
  return {
    rows() {
      const asked = last.then(ask);
      last = asked.catch(() => undefined);
      return asked;
    },
    close: () => void child.kill(),
  };
}

interface Sqlite {
  DatabaseSync: new (
    path: string,
    options: object,
  ) => {prepare(sql: string): {all(after: number): {row: number; id: string; payload: Uint8Array}[]}; close(): void};
}

/** The child: answers the number of a row with the rows after it. */
function serve(path: string): void {
  const {DatabaseSync} = createRequire(new URL('../../../../collector/package.json', import.meta.url))('@photostructure/sqlite') as Sqlite;
  process.on('message', (after: number) => {
    try {
      const database = new DatabaseSync(path, {readOnly: true, timeout: 5_000});
      const rows = database.prepare('SELECT row, id, payload FROM answers WHERE row > ? ORDER BY row').all(after);
      database.close();
      process.send?.(rows.map(({row, id, payload}) => ({row, id, payload: Buffer.from(payload).toString()})));
    } catch (error) {
      process.send?.(String(error));
    }
  });
}

const [, script, path] = process.argv;
if (process.send && script === fileURLToPath(import.meta.url) && path !== undefined) serve(path);
