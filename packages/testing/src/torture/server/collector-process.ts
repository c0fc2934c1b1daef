import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {build, defaultServerConditions} from 'vite';
import {killTree, spawnTied} from '../../browsers/tied-process.js';

const repository = fileURLToPath(new URL('../../../../../', import.meta.url));
const sources = `${repository}packages/collector/src/`;

/** The collector's program in a few files, so that it is up again a moment after it was killed. */
export interface Program {
  main: string;
  remove(): void;
}

/** From the sources beside this one, whichever copy of them it is. */
export async function buildCollector(): Promise<Program> {
  const folder = `${repository}.cache/torture/server-${process.pid}`;
  const conditions = ['ppgp-source', ...defaultServerConditions];
  await build({
    configFile: false,
    logLevel: 'error',
    root: repository,
    ssr: {noExternal: true, external: ['pg', '@photostructure/sqlite'], resolve: {conditions}},
    resolve: {conditions},
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {input: {main: `${sources}main.ts`, 'sqlite-check': `${sources}store/sqlite-check.ts`}},
    },
  });
  return {main: join(folder, 'main.js'), remove: () => rmSync(folder, {recursive: true, force: true})};
}

/** How often a start is tried, and the milliseconds between. */
const TRIES = 20;
const PAUSE = 200;

/** One collector that is killed and started again. */
export class CollectorProcess {
  readonly #main: string;
  readonly #data: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;
  #url: Promise<string>;
  #log = '';

  constructor(main: string, data: string, env: Record<string, string>) {
    this.#main = main;
    this.#data = data;
    this.#env = env;
    mkdirSync(data, {recursive: true});
    this.#url = this.#start();
  }

  /** Where it listens, once it does. */
  get url(): Promise<string> {
    return this.#url;
  }

  /** Everything that it and those before it printed. */
  get log(): string {
    return this.#log;
  }

  /** SIGKILL, in this very moment; it comes back by itself. */
  kill(): void {
    const child = this.#child;
    if (child?.pid === undefined) return;
    this.#child = undefined;
    const gone = once(child, 'exit');
    process.kill(child.pid, 'SIGKILL');
    this.#url = gone.then(() => this.#start());
    // Whoever asks for the address hears of it.
    this.#url.catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.#url.catch(() => undefined);
    if (this.#child !== undefined) await killTree(this.#child, 'SIGTERM');
  }

  /** One command of the command line, as it asks a running collector. Gives its output. */
  async command(command: Record<string, string>): Promise<string> {
    const url = await this.#url;
    const {key} = JSON.parse(readFileSync(join(this.#data, 'run.json'), 'utf8')) as {key: string};
    const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${key}`};
    const response = await fetch(`${url}/_cli`, {method: 'POST', headers, body: JSON.stringify(command)});
    const {output, exitCode} = (await response.json()) as {output: string; exitCode: number};
    if (exitCode !== 0) throw new Error(output);
    return output;
  }

  /** As whatever watches over a service does: one that does not start, because its server is away, is started again. */
  async #start(): Promise<string> {
    for (let tries = 1; ; tries += 1) {
      const url = await this.#tryToStart();
      if (url !== undefined) return url;
      if (tries === TRIES) throw new Error(`The collector did not start: ${this.#log.slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  async #tryToStart(): Promise<string | undefined> {
    const env = {...process.env, NODE_OPTIONS: '', PORT: '0', HOST: '127.0.0.1', PPGP_ORIGINS: '', PPGP_DATA: this.#data, ...this.#env};
    const child = spawnTied(process.execPath, [this.#main], {env, stdio: ['ignore', 'pipe', 'pipe']});
    this.#child = child;
    if (child.stdout === null) throw new Error('The collector has no output.');
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (this.#log += text.toString()));
    const closed = once(child, 'exit').then(() => undefined);
    const line = await Promise.race([once(createInterface(child.stdout), 'line'), closed]);
    return /^ready (\S+)\/$/.exec(String(line?.[0]))?.[1];
  }
}
