// Runs the collector's own programs as real processes.
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';

const run = (program: 'main' | 'cli', args: readonly string[], env: Record<string, string>): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=ppgp-source', fileURLToPath(new URL(`${program}.ts`, import.meta.url)), ...args],
    {env: {...process.env, PPGP_ORIGINS: '', DATABASE_URL: '', ...env}, stdio: ['ignore', 'pipe', 'pipe']},
  );

export interface Finished {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Both outputs as they come in, whole once the process has ended. */
function outputsOf(child: ChildProcess): {stdout: string; stderr: string} {
  const outputs = {stdout: '', stderr: ''};
  child.stdout?.on('data', (data: Buffer) => (outputs.stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (outputs.stderr += data.toString()));
  return outputs;
}

/** Runs a program to its end. */
export async function runToEnd(program: 'main' | 'cli', args: readonly string[], env: Record<string, string>): Promise<Finished> {
  const child = run(program, args, env);
  const outputs = outputsOf(child);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return {exitCode, ...outputs};
}

export interface RunningCollector {
  url: string;
  pid: number;
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<Finished>;
}

/** Starts a collector on a folder and waits until it is ready. It is killed when the test ends. */
export async function startCollector(t: TestContext, folder: string, env: Record<string, string> = {}): Promise<RunningCollector> {
  const child = run('main', [], {PPGP_DATA: folder, PORT: '0', ...env});
  const outputs = outputsOf(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  t.after(() => child.kill('SIGKILL'));
  if (child.stdout === null) throw new Error('The collector has no output.');
  const lines = createInterface(child.stdout);
  const [first] = (await Promise.race([once(lines, 'line'), closed])) as [unknown];
  const url = /^ready (http:\/\/\S+)\/$/.exec(String(first))?.[1];
  if (url === undefined || child.pid === undefined) throw new Error(`The collector did not start: ${outputs.stderr}`);
  return {
    url,
    pid: child.pid,
    async end(signal) {
      child.kill(signal);
      const [exitCode] = await closed;
      return {exitCode, ...outputs};
    },
  };
}
