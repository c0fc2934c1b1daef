import {createHash, randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runCommandLine, serve} from '@ppgp/collector';
import {instrument} from '@ppgp/instruments';
import {LIMITS, PROTOCOL, proves, readReceipt} from '@ppgp/protocol';
import {settle, type Campaign, type Day, type Questionnaire, type Results} from '@ppgp/schema';
import {payloadsOf} from './people.js';
import type {Wanted} from './wanted.js';

/** A results file: what the collector says, and whose questions these are. */
export type ResultsFile = Results & {definition: {instrument: string}};

async function run(folder: string, ...words: string[]): Promise<string> {
  const {output, exitCode} = await runCommandLine(words, {folder});
  if (exitCode !== 0) throw new Error(output);
  return output;
}

/** Sends answers as a device would, and fails where one is not proved to be kept. */
async function send(url: string, campaign: string, {version}: Questionnaire, day: Day, payloads: readonly string[]): Promise<void> {
  for (let from = 0; from < payloads.length; from += LIMITS.batchItems) {
    const items = payloads.slice(from, from + LIMITS.batchItems).map((payload) => {
      const hash = `sha256-${createHash('sha256').update(payload).digest('base64url')}`;
      return {id: randomUUID(), campaign, version, day, kind: 'plain' as const, hash, payload};
    });
    const response = await fetch(`${url}/v1/answers`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({protocol: PROTOCOL, items}),
    });
    const receipt = readReceipt(await response.json());
    const unproved = items.filter((item) => !proves(receipt?.get(item.id), item)).length;
    if (unproved > 0) throw new Error(`${campaign}: ${unproved} answers were not proved to be kept.`);
  }
}

/** What a real collector counts of all these answers, received on those days: the team's results of each campaign. */
export async function counted(campaigns: readonly Wanted[]): Promise<ResultsFile[]> {
  const data = mkdtempSync(join(tmpdir(), 'ppgp-restitution-'));
  let today = '';
  const collector = await serve({data, host: '127.0.0.1', port: 0, origins: [], clock: {today: () => today}});
  try {
    const files: ResultsFile[] = [];
    for (const wanted of campaigns) {
      [today = ''] = Object.keys(wanted.received);
      const definition = {instrument: wanted.instrument};
      const campaign: Campaign = {
        format: 'ppgp-campaign/1',
        id: wanted.id,
        definition,
        ...(wanted.expected === undefined ? {} : {expected: wanted.expected}),
      };
      const found = instrument(wanted.instrument);
      if (found?.kind !== 'questionnaire') throw new Error(`${wanted.instrument} is no questionnaire.`);
      const questionnaire = settle(found, campaign);
      const file = join(data, 'campaign.json');
      writeFileSync(file, JSON.stringify(campaign));
      await run(data, 'campaign', 'put', file);
      const payloads = payloadsOf(questionnaire, wanted);
      for (const [day, count] of Object.entries(wanted.received)) {
        today = day;
        await send(collector.url, wanted.id, questionnaire, day, payloads.splice(0, count));
      }
      today = wanted.asOf;
      const token = (await run(data, 'token', 'create', '--campaign', wanted.id, '--role', 'results')).trim().split('\n').at(-1) ?? '';
      const response = await fetch(`${collector.url}/v1/campaigns/${wanted.id}/results`, {headers: {Authorization: `Bearer ${token}`}});
      files.push({...((await response.json()) as Results), definition});
    }
    return files;
  } finally {
    await collector.close();
    rmSync(data, {recursive: true, force: true});
  }
}
