import {execFile, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {killTree, spawnTied} from '../browsers/tied-process.js';

const script = fileURLToPath(new URL('../../../../scripts/start.mjs', import.meta.url));
const commandLine = fileURLToPath(new URL('../../../collector/dist/cli.js', import.meta.url));

/** The figures of a campaign, as far as tests look at them. */
export interface TestFigures {
  received: number;
  counted: number;
  questions: Record<
    string,
    {base: number; cells: Record<string, number>; rows?: Record<string, {base: number; cells: Record<string, number>}>}
  >;
}

/** `npm start` as a process of its own, on a data folder of its own. */
export interface Site {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  /** The address of the team's figures, token included, as it was printed. */
  readonly figuresUrl: string;
  /** What the team reads. */
  figures(campaign: string): Promise<TestFigures>;
  /** SIGKILL, now. */
  kill(): Promise<void>;
  /** Starts again on the same port and data. */
  restart(): Promise<void>;
  /** Stops it as Ctrl-C does, and forgets its data. */
  close(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  url: string;
  figuresUrl: string;
}

async function run(data: string, port: string): Promise<Running> {
  const child = spawnTied(process.execPath, [script], {
    env: {...process.env, PPGP_DATA: data, PORT: port, HOST: '127.0.0.1', NODE_OPTIONS: ''},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  if (child.stdout === null) throw new Error('npm start has no output.');
  let figuresUrl = '';
  for await (const line of createInterface(child.stdout)) {
    figuresUrl ||= /^figures of \S+: (\S+)$/.exec(line)?.[1] ?? '';
    const url = /^ready (\S+)\/$/.exec(line)?.[1];
    if (url !== undefined) return {child, url, figuresUrl};
  }
  throw new Error(`npm start did not become ready: ${said}`);
}

/** A token for the figures of a campaign, made by the collector that runs on this data. */
async function newToken(data: string, campaign: string): Promise<string> {
  const command = ['token', 'create', '--campaign', campaign, '--role', 'results', '--label', 'tests'];
  const {stdout} = await promisify(execFile)(process.execPath, [commandLine, ...command], {
    env: {...process.env, PPGP_DATA: data, NODE_OPTIONS: ''},
  });
  return stdout.trim().split(/\s+/).at(-1) ?? '';
}

/** Starts the site on a free port; `dist/` must be built. */
export async function startSite(): Promise<Site> {
  const data = await mkdtemp(join(tmpdir(), 'ppgp-site-'));
  let running = await run(data, '0');
  const {port} = new URL(running.url);
  const tokens = new Map<string, Promise<string>>();
  return {
    get url() {
      return running.url;
    },
    get figuresUrl() {
      return running.figuresUrl;
    },
    async figures(campaign) {
      const making = tokens.get(campaign) ?? newToken(data, campaign);
      tokens.set(campaign, making);
      const token = await making;
      const reply = await fetch(`${running.url}/v1/campaigns/${campaign}/results`, {headers: {Authorization: `Bearer ${token}`}});
      if (!reply.ok) throw new Error(`figures: ${reply.status}`);
      return (await reply.json()) as TestFigures;
    },
    kill: () => killTree(running.child),
    async restart() {
      running = await run(data, port);
    },
    async close() {
      await killTree(running.child, 'SIGINT');
      await rm(data, {recursive: true, force: true});
    },
  };
}
