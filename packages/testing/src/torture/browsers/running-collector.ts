import {execFile} from 'node:child_process';
import {createWriteStream, readFileSync, writeFileSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {killTree, spawnTied} from '../../browsers/tied-process.js';
import {CAMPAIGN, VERSION} from './given-answer.js';

const sources = fileURLToPath(new URL('../../../../collector/src/', import.meta.url));
const node = (program: string, ...words: string[]): string[] => [
  '--import',
  'tsx',
  '--conditions=ppgp-source',
  `${sources}${program}.ts`,
  ...words,
];

/** One question, so that the tag comes to its end quickly. */
export const questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'tourmente',
  version: VERSION,
  title: 'Un mot',
  questions: [{id: 'mot', type: 'text', label: 'Un mot ?', max: 200}],
};

/** The real collector, as a process of its own, on SQLite. */
export interface RunningCollector {
  url: string;
  /** The file of its answers. */
  database: string;
  /** Everything it printed. */
  log(): string;
  end(): Promise<void>;
}

/** Starts it on an empty folder, open to one origin, with the campaign of the run. */
export async function startCollector(folder: string, origin: string): Promise<RunningCollector> {
  const data = join(folder, 'data');
  await mkdir(data, {recursive: true});
  const env = {...process.env, PPGP_DATA: data, PORT: '0', HOST: '127.0.0.1', PPGP_ORIGINS: origin, DATABASE_URL: '', NODE_OPTIONS: ''};
  const logFile = join(folder, 'collector.log');
  const child = spawnTied(process.execPath, node('main'), {env, stdio: ['ignore', 'pipe', 'pipe']});
  const {stdout, stderr} = child;
  if (!stdout || !stderr) throw new Error('The collector has no output.');
  const log = createWriteStream(logFile);
  stderr.pipe(log, {end: false});
  stdout.pipe(log, {end: false});
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The collector ended with code ${code}: see ${logFile}`)));
    createInterface(stdout).on('line', (line) => {
      const ready = /^ready (http:\/\/\S+)\/$/.exec(line)?.[1];
      if (ready !== undefined) resolve(ready);
    });
  });
  const campaign = join(folder, 'campaign.json');
  writeFileSync(campaign, JSON.stringify({format: 'ppgp-campaign/1', id: CAMPAIGN, definition: questionnaire}));
  await promisify(execFile)(process.execPath, node('cli', 'campaign', 'put', campaign), {env});
  return {
    url,
    database: join(data, 'answers.db'),
    log: () => readFileSync(logFile, 'utf8'),
    end: () => killTree(child, 'SIGTERM'),
  };
}
