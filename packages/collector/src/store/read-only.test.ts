import assert from 'node:assert/strict';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {temporaryFolder} from '../collector.kit.js';
import {serve} from '../serve.js';
import {StartError} from './answer-store.js';
import {openSqliteStore} from './sqlite-store.js';

/** Root may write everywhere: there, it becomes nobody for the while. */
async function asPlainUser<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

/** What becomes of a folder that everyone may read, and nobody write. */
async function readOnly(folder: string, work: () => Promise<void>): Promise<void> {
  chmodSync(folder, 0o555);
  try {
    await asPlainUser(work);
  } finally {
    chmodSync(folder, 0o755);
  }
}

const isSaid =
  (folder: string) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof StartError, String(error));
    assert.ok(error.message.startsWith(`The data folder ${folder} cannot be written: make it writable`), error.message);
    assert.match(error.message, /PPGP_DATA/);
    return true;
  };

test('a data folder that may only be read is refused with the sentence that mends it, empty or not (mode 56)', async (t) => {
  const parent = temporaryFolder(t);
  chmodSync(parent, 0o755);
  const [filled, empty] = [join(parent, 'filled'), join(parent, 'empty')];
  await (await openSqliteStore(filled)).close();
  mkdirSync(empty);
  for (const [folder, closed] of [
    [filled, filled],
    [empty, empty],
    [join(empty, 'more'), empty],
  ] as const) {
    await readOnly(closed, async () => {
      await assert.rejects(openSqliteStore(folder), isSaid(folder));
      await assert.rejects(serve({data: folder, host: '127.0.0.1', port: 0, origins: []}), isSaid(folder));
    });
  }
});

test('so is a path that cannot be a folder', async (t) => {
  const file = join(temporaryFolder(t), 'file');
  writeFileSync(file, '');
  await assert.rejects(openSqliteStore(join(file, 'data')), isSaid(join(file, 'data')));
});
