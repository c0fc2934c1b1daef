import type {Dependencies} from './dependencies.js';
import {ROLES} from './store/answer-store.js';

/** What a command may say, each a text. */
const MEMBERS = ['campaign', 'role', 'label', 'expires', 'id', 'text', 'dry-run', 'archived'] as const;

/** One command, as it was typed and as it travels to a running collector. */
export interface Command extends Partial<Record<(typeof MEMBERS)[number], string>> {
  /** Such as `token create`. */
  name: string;
  /** The text of the file that was named. */
  text?: string;
  /** The campaign that was named without an option. */
  id?: string;
}

/** What a command answers. Exit code 0 = done, 1 = failed, 2 = asked wrongly. */
export interface CommandResult {
  output: string;
  exitCode: 0 | 1 | 2;
}

export type Tools = Pick<Dependencies, 'store' | 'clock' | 'random' | 'log'>;

export const HELP = `Usage:
  token create --campaign ID --role ROLE [--label LABEL] [--expires DAY]
                                             a new token, shown once, as the last word
  token list [--campaign ID]                 what tokens there are, one a line, without the tokens
  token revoke --campaign ID --label LABEL   takes away the tokens with this label
  campaign put FILE [--dry-run]              registers or replaces a campaign (JSON), or says what would change
  campaign open|close|archive ID             asks for answers, or no longer; what still comes is stored
  campaign list [--archived]                 the campaigns, one a line
  audit --campaign ID                        who did what on which day
  erase                                      erases answers older than their campaign's keepDays
  import FILE [--campaign ID]                stores the answers of an outbox's export, or of an export.ndjson
                                             of that campaign; each once, however often
  check                                      looks for damage in the whole store
  help                                       this text

Roles: ${ROLES.join(', ')}. Days: YYYY-MM-DD. The data folder is PPGP_DATA (./data).`;

export const done = (output: string): CommandResult => ({output, exitCode: 0});
export const failed = (output: string): CommandResult => ({output, exitCode: 1});

/** A command asked wrongly: what is wrong, then how to ask. */
export const misused = (reason: string): CommandResult => ({output: `${reason}\n\n${HELP}`, exitCode: 2});

/** A command as it came over the wire; what is not a text is left out. */
export function readCommand(value: unknown): Command {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const texts = new Map(members.filter((member): member is [string, string] => typeof member[1] === 'string'));
  const told = MEMBERS.flatMap((name) => (texts.has(name) ? [[name, texts.get(name)] as const] : []));
  return {name: texts.get('name') ?? '', ...(Object.fromEntries(told) as Partial<Command>)};
}
