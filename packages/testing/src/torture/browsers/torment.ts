import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Engine} from '../../browsers/engines.mjs';
import {startFaultProxy} from '../../fault-proxy/fault-proxy.js';
import type {Outcome} from '../part.js';
import {Seeded} from '../simulation/seeded.js';
import {startHost} from './host.js';
import {harmNetwork} from './network-harm.js';
import {inWords, networkModes} from './modes.js';
import {mains} from './power.js';
import {judgeRows, Record} from './record.js';
import {startCollector} from './running-collector.js';
import {startStoreReader} from './store-reader.js';
import {Looks, outcomeOf} from './tally.js';
import {Visits} from './visits.js';

export interface Torment {
  engine: Engine;
  /** Stands in every answer, and seeds everything. */
  run: number;
  /** Answers called saved at least. */
  answers: number;
  /** Visits, each of which ends with a SIGKILL. */
  kills: number;
  /** The page and its tag, by path. */
  scripts: ReadonlyMap<string, string>;
  display?: string | undefined;
  /** Every kill is a power cut: what the browser has not synced is gone. Takes a C compiler. */
  isUnplugged?: boolean;
  say(line: string): void;
}

/** How many of the requests that were seen arrive once more, at the end of everything. */
const REPLAYS = 60;

/** Torments one engine before a real collector, has what waits sent with all faults off, and judges. */
export async function torment({engine, run, answers, kills, scripts, display, isUnplugged = false, say}: Torment): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), `ppgp-torment-${engine}-`));
  const seeded = new Seeded(run);
  const host = await startHost(scripts);
  const collector = await startCollector(folder, host.url);
  const proxy = await startFaultProxy(collector.url);
  const store = startStoreReader(collector.database);
  const record = new Record(join(folder, 'record.jsonl'));
  const looks = new Looks(store, record.excused, (rows) => judgeRows(rows, run, record).stored);
  const drawn = harmNetwork(proxy, seeded);
  const profile = join(folder, 'profile');
  const power = isUnplugged ? mains(profile, folder) : undefined;
  const visits = new Visits({engine, run, host, proxy, record, looks, seeded, profile, display, power});
  try {
    if (power) await visits.polite();
    for (let visit = 0; visit < kills; visit++) {
      const left = Math.max(answers - record.saved.size, 0);
      await visits.untilKilled(Math.max(2, Math.ceil(left / (kills - visit))));
    }
    proxy.fault = undefined;
    const left = await visits.untilSent(answers);
    if (left !== undefined) say(`${engine}: not sent in time: ${left}`);

    // What was sent once may come again at any time.
    for (let count = 0; count < REPLAYS && proxy.posts.length > 0; count++) {
      const {body} = seeded.pick(proxy.posts);
      await fetch(`${collector.url}/v1/answers`, {method: 'POST', headers: {'content-type': 'application/json'}, body});
    }
    const verdict = judgeRows(await store.rows(), run, record);
    const readable = collector
      .log()
      .split('\n')
      .filter((line) => line.includes(`tourmente-${run}`)).length;
    const faults = [...drawn.values(), ...visits.harm.values()].reduce((sum, count) => sum + count, REPLAYS);
    const outcome = outcomeOf({record, looks, verdict, faults, readable});

    const missing = record.missing ? `, ${record.missing} called missing` : '';
    say(`${engine}: ${inWords(visits.harm)}; ${looks.count} looks, ${record.refused.size} refused${missing}`);
    const kinds = [...drawn].map(([name, count]) => `${name} ${count}`).join(', ');
    say(`${engine}: ${proxy.posts.length} requests, ${drawn.size} kinds of faults (modes ${networkModes(drawn).join(', ')}): ${kinds}`);
    for (const why of new Set([...record.errors, ...verdict.altered])) say(`${engine}: ${why}`);
    const {answers: _, faults: __, ...broken} = outcome;
    const isClean = Object.values(broken).every((count) => count === 0);
    if (isClean) await rm(folder, {recursive: true, force: true, maxRetries: 5});
    else say(`${engine}: what was promised, stored and kept is in ${folder}`);
    return outcome;
  } finally {
    await visits.end();
    store.close();
    await proxy.close();
    host.close();
    await collector.end();
  }
}
