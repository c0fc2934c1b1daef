import {isId} from '@ppgp/schema';
import type {Dependencies} from './dependencies.js';
import {registerCampaign} from './registration.js';
import {ROLES, type Role} from './store/answer-store.js';
import {hashToken, mintToken} from './tokens.js';

/** One command, as it was typed and as it travels to a running collector. */
export interface Command {
  /** Such as `token create`. */
  name: string;
  campaign?: string;
  role?: string;
  label?: string;
  /** The text of the file that was named. */
  text?: string;
}

/** What a command answers. Exit code 0 = done, 1 = failed, 2 = asked wrongly. */
export interface CommandResult {
  output: string;
  exitCode: 0 | 1 | 2;
}

type Tools = Pick<Dependencies, 'store' | 'clock' | 'random'>;

export const HELP = `Usage:
  token create --campaign ID --role ROLE [--label LABEL]   a new token, shown once, as the last word
  token revoke --campaign ID --label LABEL                 takes away the tokens with this label
  campaign put FILE                                        registers or replaces a campaign (JSON)
  campaign list                                            the campaigns, one a line
  help                                                     this text

Roles: ${ROLES.join(', ')}. The data folder is PPGP_DATA (./data).`;

const done = (output: string): CommandResult => ({output, exitCode: 0});
const failed = (output: string): CommandResult => ({output, exitCode: 1});

/** A command asked wrongly: what is wrong, then how to ask. */
export const misused = (reason: string): CommandResult => ({output: `${reason}\n\n${HELP}`, exitCode: 2});

const isRole = (text: string | undefined): text is Role => (ROLES as readonly (string | undefined)[]).includes(text);
const isLabel = (text: string): boolean => text.length <= 100 && !/[\p{Cc}\p{Cs}]/u.test(text);

async function createToken({campaign, role, label = role ?? ''}: Command, {store, clock, random}: Tools): Promise<CommandResult> {
  if (!isId(campaign)) return misused('--campaign takes the id of a campaign.');
  if (!isRole(role)) return misused(`--role takes one of ${ROLES.join(', ')}.`);
  if (!isLabel(label)) return misused('--label takes a short text on one line.');
  const token = mintToken(random);
  await store.addToken(hashToken(token), {campaign, role, label, day: clock.today()});
  return done(`Token for the campaign "${campaign}", role "${role}", label "${label}". It is shown only once:\n${token}`);
}

async function revokeToken({campaign, label}: Command, {store}: Tools): Promise<CommandResult> {
  if (!isId(campaign)) return misused('--campaign takes the id of a campaign.');
  if (label === undefined) return misused('--label is missing: which tokens?');
  const count = await store.removeTokens(campaign, label);
  if (count === 0) return failed(`The campaign "${campaign}" has no token with the label "${label}".`);
  return done(`${count} token${count === 1 ? '' : 's'} revoked.`);
}

async function putCampaign({text = ''}: Command, {store, clock}: Tools): Promise<CommandResult> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed('The file is not JSON.');
  }
  const registration = await registerCampaign(store, value, {today: clock.today()});
  switch (registration.status) {
    case 'invalid':
      return failed(['The campaign is not valid:', ...registration.faults.map(({path, detail}) => `  ${path}: ${detail}`)].join('\n'));
    case 'version-changed':
      return failed(`Version "${registration.version}" was registered with another definition: give this one a new version.`);
    default:
      return done(`Campaign "${registration.campaign.id}" ${registration.status}.`);
  }
}

async function listCampaigns({store}: Tools): Promise<CommandResult> {
  const campaigns = await store.campaigns();
  return done(campaigns.length === 0 ? 'No campaign is registered.' : campaigns.map(({campaign}) => campaign.id).join('\n'));
}

/**
 * Runs a command on the store.
 * @throws StoreError
 */
export async function runCommand(command: Command, tools: Tools): Promise<CommandResult> {
  switch (command.name) {
    case 'token create':
      return createToken(command, tools);
    case 'token revoke':
      return revokeToken(command, tools);
    case 'campaign put':
      return putCampaign(command, tools);
    case 'campaign list':
      return listCampaigns(tools);
    default:
      return misused(`Unknown command: ${command.name || '(none)'}.`);
  }
}

/** A command as it came over the wire; what is not a text is left out. */
export function readCommand(value: unknown): Command {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const texts = new Map(members.filter((member): member is [string, string] => typeof member[1] === 'string'));
  const text = <K extends keyof Command>(key: K): Partial<Command> => {
    const found = texts.get(key);
    return found === undefined ? {} : {[key]: found};
  };
  return {name: texts.get('name') ?? '', ...text('campaign'), ...text('role'), ...text('label'), ...text('text')};
}
