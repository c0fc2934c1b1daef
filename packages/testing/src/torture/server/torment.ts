import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startPostgres, type PostgresServer} from '../../postgres/postgres-server.js';
import {Seeded} from '../simulation/seeded.js';
import type {Outcome} from '../part.js';
import {CollectorProcess, type Program} from './collector-process.js';
import {CAMPAIGN, CANARY, deliver, newAnswer, type Sent} from './deliveries.js';
import {Ledger} from './ledger.js';
import {rowsOfPostgres, rowsOfSqlite} from './stored-rows.js';

export interface TormentOptions {
  program: Program;
  database: 'sqlite' | 'postgres';
  /** Requests, copies among them. */
  posts: number;
  /** SIGKILLs of a collector; on PostgreSQL, where two share a server, one in four hits the server. */
  kills: number;
  seed: number;
  say(line: string): void;
  /** Where the data are; a folder of its own otherwise. */
  folder?: string;
  /** Called now and then, to do harm of its own. */
  meddle?: (share: number) => void;
}

/** Volleys under way at any moment. */
const LANES = 12;
const MOST_COPIES = 64;

const definition = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: CAMPAIGN,
  version: '1',
  title: 'Un mot',
  questions: [{id: 'mot', type: 'text', label: 'Un mot ?', max: 200}],
};

/** Posts answers in every order and number of copies while collectors die, and compares what was promised with what is there. */
export async function tormentServer(options: TormentOptions): Promise<Outcome> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'ppgp-torment-'));
  const server = options.database === 'postgres' ? await startPostgres() : undefined;
  const database = server === undefined ? '' : server.database();
  const count = server === undefined ? 1 : 2;
  const collectors = Array.from(
    {length: count},
    (_, index) => new CollectorProcess(options.program.main, join(folder, `data${index}`), {DATABASE_URL: database}),
  );
  try {
    return await torment(options, collectors, server, async () =>
      server === undefined ? rowsOfSqlite(join(folder, 'data0/answers.db')) : rowsOfPostgres(server, new URL(database).pathname.slice(1)),
    );
  } finally {
    await Promise.all(collectors.map((collector) => collector.end()));
    await server?.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

async function torment(
  {posts, kills, seed, say, meddle}: TormentOptions,
  collectors: readonly CollectorProcess[],
  server: PostgresServer | undefined,
  readRows: () => Promise<{id: string; hash: string}[]>,
): Promise<Outcome> {
  const random = new Seeded(seed);
  const ledger = new Ledger();
  const [first] = collectors;
  if (first === undefined) throw new Error('There is no collector.');
  await first.command({name: 'campaign put', text: JSON.stringify({format: 'ppgp-campaign/1', id: CAMPAIGN, definition})});

  const known: Sent[] = [];
  const unsure = new Map<string, Sent>();
  let posted = 0;
  let killed = 0;
  let faults = 0;
  let serverIsBack: Promise<void> = Promise.resolve();

  /** In the middle of whatever is under way: right after a promise was heard. */
  function killNow(): void {
    killed += 1;
    faults += 1;
    if (server !== undefined && killed % 4 === 0) serverIsBack = server.stop(killed % 8 === 0 ? 'kill' : 'fast').then(() => server.start());
    else random.pick(collectors).kill();
  }

  /** @param isDamaged whether what is sent is not what was given, so that nobody need take it */
  async function post(answers: readonly Sent[], {hangUp = false, isDamaged = false} = {}): Promise<void> {
    posted += 1;
    if (posted % 100 === 0) meddle?.(posted / posts);
    await serverIsBack;
    const results = await deliver(await random.pick(collectors).url, answers, {hangUp});
    if (results === undefined) {
      for (const answer of answers) if (!isDamaged && !ledger.isAcknowledged(answer)) unsure.set(answer.hash, answer);
      return;
    }
    for (const [index, {id, status, hash, code}] of results.entries()) {
      const answer = answers[index];
      if (answer?.id !== id) throw new Error('A receipt does not follow its request.');
      if (status === 'stored' || status === 'duplicate') ledger.acknowledge(id, hash, status === 'stored');
      else if (status === 'conflict') ledger.conflict(id);
      else if (status === 'deferred') {
        if (!isDamaged) unsure.set(answer.hash, answer);
        continue;
      } else throw new Error(`An answer was ${status}: ${code}, after ${killed} kills`);
      unsure.delete(answer.hash);
    }
    if (killed < kills && posted > ((killed + 0.2) * posts) / kills) killNow();
  }

  function give(answer: Sent): Sent {
    ledger.give(answer);
    known.push(answer);
    return answer;
  }

  function batch(): Sent[] {
    const fresh = Array.from({length: 1 + random.below(6)}, () => give(newAnswer(random)));
    if (known.length === 0 || !random.once(4)) return fresh;
    // What was sent before, promised or not, comes again.
    const again = Array.from({length: 1 + random.below(10)}, () => random.pick(known)).filter(
      (one) => !fresh.some(({id}) => id === one.id),
    );
    const waiting = [...unsure.values()].slice(0, 20);
    return [...new Map([...fresh, ...again, ...waiting].map((one) => [one.id, one])).values()];
  }

  /** One batch, some copies of it, and now and then something that is wrong with it. */
  async function volley(): Promise<void> {
    const answers = batch();
    const copies = random.once(12) ? 2 + random.below(MOST_COPIES - 1) : random.once(3) ? 2 : 1;
    faults += copies - 1;
    const sends = Array.from({length: copies}, () => post(answers, {hangUp: random.once(25)}));
    const [one] = answers;
    if (one !== undefined && random.once(15)) {
      faults += 1;
      sends.push(post([give(newAnswer(random, one.id))]));
    }
    if (one !== undefined && random.once(15)) {
      faults += 1;
      sends.push(post([{...newAnswer(random), hash: one.hash}], {isDamaged: true}));
    }
    await Promise.all(sends);
  }

  async function lane(): Promise<void> {
    while (posted < posts) await volley();
  }
  await Promise.all(Array.from({length: LANES}, lane));

  // What nobody promised is sent until somebody does.
  for (let tries = 0; unsure.size > 0; tries += 1) {
    if (tries === 2000) throw new Error(`${unsure.size} answers are not taken.`);
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await post([...new Map([...unsure.values()].map((one) => [one.id, one])).values()].slice(0, 50));
  }
  const rows = await readRows();
  const log = collectors.map((collector) => collector.log).join('');
  const outcome: Outcome = {
    ...ledger.judge(rows),
    faults,
    invisible: Math.abs(rows.length - (await received(first))),
    readable: log.split(CANARY).length - 1,
  };
  say(`${posted} posts, ${killed} kills, ${rows.length} rows of ${ledger.answers} answers`);
  return outcome;
}

/** How many the team is told of. */
async function received(collector: CollectorProcess): Promise<number> {
  const token = (await collector.command({name: 'token create', campaign: CAMPAIGN, role: 'results'})).split(/\s+/).at(-1);
  const response = await fetch(`${await collector.url}/v1/campaigns/${CAMPAIGN}/results`, {headers: {Authorization: `Bearer ${token}`}});
  return ((await response.json()) as {received: number}).received;
}
