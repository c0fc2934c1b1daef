import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import type {Problem} from '@ppgp/protocol';
import {HELP, misused, runCommand, type Command, type CommandResult} from './commands.js';
import {readRun, type Run} from './run-file.js';
import {openStore, type StorePlace} from './store/open-store.js';
import {systemClock} from './system-clock.js';

/** A running collector that does not answer within this time is as good as dead. Milliseconds. */
const PATIENCE = 10_000;

function parse(args: readonly string[]): Command | CommandResult {
  try {
    const options = {campaign: {type: 'string'}, role: {type: 'string'}, label: {type: 'string'}, help: {type: 'boolean'}} as const;
    const {values, positionals} = parseArgs({args: [...args], options, allowPositionals: true});
    const {help, ...texts} = values;
    const [noun = '', verb = '', file, ...more] = positionals;
    if (help === true || noun === 'help' || args.length === 0) return {output: HELP, exitCode: 0};
    const name = `${noun} ${verb}`.trim();
    const takesFile = name === 'campaign put';
    if (more.length > 0 || (file !== undefined && !takesFile)) return misused('Too many words.');
    if (!takesFile) return {name, ...texts};
    return file === undefined ? misused('campaign put takes the name of a file.') : {name, text: readFileSync(file, 'utf8')};
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): CommandResult {
  const message = error instanceof Error ? error.message : String(error);
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return isUsage ? misused(message) : {output: message, exitCode: 1};
}

/** What the running collector answers; undefined when nobody answers there, or something that does not know this run. */
async function askRunning({url, key}: Run, command: Command): Promise<CommandResult | undefined> {
  try {
    const response = await fetch(`${url}/_cli`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Authorization: `Bearer ${key}`},
      body: JSON.stringify(command),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 401 || response.status === 404) return undefined;
    const {output, exitCode, title} = (await response.json()) as Partial<CommandResult & Problem>;
    if (title !== undefined) return {output: `The running collector refuses: ${title}.`, exitCode: 1};
    return output === undefined || exitCode === undefined ? undefined : {output, exitCode};
  } catch {
    return undefined;
  }
}

async function askStore(place: StorePlace, command: Command): Promise<CommandResult> {
  const store = await openStore(place);
  try {
    return await runCommand(command, {store, clock: systemClock, random: randomBytes});
  } finally {
    await store.close();
  }
}

/** Runs one command of the command line: by the collector that runs on the data folder, else on the store itself. */
export async function runCommandLine(
  args: readonly string[],
  {folder, database}: {folder: string; database?: string | undefined},
): Promise<CommandResult> {
  const command = parse(args);
  if ('exitCode' in command) return command;
  try {
    const run = readRun(folder);
    return (
      (run && (await askRunning(run, command))) ?? (await askStore({data: folder, ...(database === undefined ? {} : {database})}, command))
    );
  } catch (error) {
    return {output: error instanceof Error ? error.message : String(error), exitCode: 1};
  }
}
