import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import type {Problem} from '@ppgp/protocol';
import {STEPS} from './campaign-state.js';
import {HELP, misused, type Command, type CommandResult} from './command.js';
import {runCommand} from './commands.js';
import {importFile} from './import-command.js';
import {readRun, type Run} from './run-file.js';
import {openStore, type StorePlace} from './store/open-store.js';
import {systemClock} from './system-clock.js';

/** A running collector that does not answer within this time is as good as dead; a check reads every answer. Milliseconds. */
const PATIENCE = 10_000;
const PATIENCE_WITH_CHECK = 3_600_000;

const MOVES = STEPS.map((step) => `campaign ${step}`);

function parse(args: readonly string[]): Command | CommandResult {
  try {
    const options = {
      campaign: {type: 'string'},
      role: {type: 'string'},
      label: {type: 'string'},
      expires: {type: 'string'},
      'dry-run': {type: 'boolean'},
      archived: {type: 'boolean'},
      help: {type: 'boolean'},
    } as const;
    const {values, positionals} = parseArgs({args: [...args], options, allowPositionals: true});
    const {help, 'dry-run': dryRun, archived, ...texts} = values;
    const [noun = '', verb = '', object, ...more] = positionals;
    if (help === true || noun === 'help' || args.length === 0) return {output: HELP, exitCode: 0};
    if (noun === 'import') return parseImport(texts.campaign, positionals);
    const name = `${noun} ${verb}`.trim();
    const takesFile = name === 'campaign put';
    const takesId = MOVES.includes(name);
    if (more.length > 0 || (object !== undefined && !takesFile && !takesId)) return misused('Too many words.');
    const command = {name, ...texts, ...(dryRun === true ? {'dry-run': 'yes'} : {}), ...(archived === true ? {archived: 'yes'} : {})};
    if (takesId) return {...command, ...(object === undefined ? {} : {id: object})};
    if (!takesFile) return command;
    return object === undefined ? misused('campaign put takes the name of a file.') : {...command, text: readFileSync(object, 'utf8')};
  } catch (error) {
    return unreadable(error);
  }
}

function parseImport(campaign: string | undefined, [, file, ...more]: readonly string[]): Command | CommandResult {
  if (file === undefined || more.length > 0) return misused('import takes the name of a file.');
  return {name: 'import', id: file, ...(campaign === undefined ? {} : {campaign})};
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
      signal: AbortSignal.timeout(command.name === 'check' ? PATIENCE_WITH_CHECK : PATIENCE),
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
  const place = {data: folder, ...(database === undefined ? {} : {database})};
  const carry = async (one: Command): Promise<CommandResult> => {
    const run = readRun(folder);
    return (run && (await askRunning(run, one))) ?? (await askStore(place, one));
  };
  try {
    // A file may be larger than any request.
    return command.name === 'import' ? await importFile(command, carry) : await carry(command);
  } catch (error) {
    return {output: error instanceof Error ? error.message : String(error), exitCode: 1};
  }
}
