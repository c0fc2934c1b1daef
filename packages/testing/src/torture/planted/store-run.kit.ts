/**
 * The collector's embedded store in one process, with a second connection that looks at the file whenever something is acknowledged.
 * Sends what was broken to its parent. That it survives kills and power cuts is the part `server`'s affair.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openSqliteStore, type AnswerStore, type KeepOutcome, type KeptAnswer} from '@ppgp/collector';
import {campaign, hashOf, register} from '../../../../collector/src/collector.kit.js';
import {sqliteDriver, type Database} from '../../../../collector/src/store/sqlite-driver.js';

const COPIES = 16;
const broken: string[] = [];
const demand = (holds: boolean, invariant: string, what: string): void => {
  if (!holds) broken.push(`${invariant}: ${what}`);
};

function answer(number: number, members: Partial<KeptAnswer> = {}): KeptAnswer {
  const payload = Buffer.from(JSON.stringify({number}));
  const id = `6f1c0e5e-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const day = '2026-11-21';
  return {campaign: campaign.id, id, version: '1', day, received: day, kind: 'plain', hash: hashOf(payload), payload, ...members};
}

async function copies(store: AnswerStore, reader: Database): Promise<void> {
  const times = (id: string): number => reader.prepare('SELECT 1 FROM answers WHERE id = ?').all(id).length;
  const keepOne = async (one: KeptAnswer): Promise<KeepOutcome | undefined> => {
    const [outcome] = await store.keep([one]);
    demand(times(one.id) > 0, 'I6', `${one.id} was acknowledged (${outcome}) and is not in the file`);
    return outcome;
  };
  for (let number = 1; number <= 8; number++) {
    const outcomes = await Promise.all(Array.from({length: COPIES}, () => keepOne(answer(number))));
    const {length} = outcomes.filter((outcome) => outcome === 'stored');
    demand(
      length === 1 && times(answer(number).id) === 1,
      'I5',
      `${COPIES} copies at once: ${length} were new, ${times(answer(number).id)} rows`,
    );
  }
}

async function otherBytes(store: AnswerStore, reader: Database): Promise<void> {
  const first = answer(1);
  const other = Buffer.from('{"number":"another"}');
  const [outcome] = await store.keep([{...first, payload: other, hash: hashOf(other)}]);
  demand(outcome === 'conflict', 'I5', `other bytes under a known id are « ${outcome} »`);
  const [row] = reader.prepare('SELECT payload FROM answers WHERE id = ?').all(first.id);
  demand(Buffer.from(row?.['payload'] as Uint8Array).equals(first.payload), 'I3', 'a stored answer was altered');
}

async function badOne(store: AnswerStore): Promise<void> {
  const batch = [answer(101), answer(102), answer(103, {kind: 'unheard-of' as 'plain'}), answer(104)];
  const outcomes = await store.keep(batch).catch((error: unknown): string => String(error));
  const good = Array.isArray(outcomes) && outcomes.filter((outcome) => outcome === 'stored').length === 3;
  demand(good, 'I8', `one bad answer among four: ${String(outcomes)} (mode 58)`);
}

const folder = mkdtempSync(join(tmpdir(), 'ppgp-planted-'));
try {
  const real = await sqliteDriver();
  const opened: Database[] = [];
  const driver = {
    ...real,
    open(path: string, options: {timeout: number}): Database {
      const database = real.open(path, options);
      if (path.endsWith('answers.db')) opened.push(database);
      return database;
    },
  };
  const store = await openSqliteStore(folder, {driver});
  const [connection] = opened;
  const {synchronous} = connection?.prepare('PRAGMA synchronous').get() ?? {};
  demand(Number(synchronous) >= 2, 'I6', `synchronous is ${String(synchronous)}: a power cut takes acknowledged answers (mode 53)`);
  await register(store);
  const reader = real.open(join(folder, 'answers.db'), {timeout: 5_000});
  await copies(store, reader);
  await otherBytes(store, reader);
  await badOne(store);
  reader.close();
  await store.close();
} catch (error) {
  broken.push(`I7: the run broke off: ${String(error)}`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}
process.send?.(broken, () => process.exit());
