import {isId} from '@ppgp/schema';
import {changeLine} from './campaign-changes.js';
import {STEPS, type LifecycleStep} from './campaign-state.js';
import {checkStore} from './check-command.js';
import type {Command, CommandResult, Tools} from './command.js';
import {done, failed, misused} from './command.js';
import {eraseOldAnswers} from './erasure.js';
import {importPart} from './import-command.js';
import {campaignState, moveCampaign} from './lifecycle.js';
import {planCampaign, registerCampaign} from './registration.js';
import {createToken, listTokens, revokeToken} from './token-commands.js';

async function putCampaign({text = '', 'dry-run': dryRun}: Command, {store, clock}: Tools): Promise<CommandResult> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed('The file is not JSON.');
  }
  const outcome = dryRun === undefined ? await registerCampaign(store, value, {today: clock.today()}) : await planCampaign(store, value);
  if (outcome.status === 'invalid') {
    return failed(['The campaign is not valid:', ...outcome.faults.map(({path, detail}) => `  ${path}: ${detail}`)].join('\n'));
  }
  if (outcome.status === 'version-changed') {
    return failed(`Version "${outcome.version}" was registered with another definition: give this one a new version.`);
  }
  if (outcome.changes === undefined) return done(`Campaign "${outcome.campaign.id}" ${outcome.status}.`);
  const {campaign, status, changes} = outcome;
  const lines = changes.map((change) => `  ${changeLine(change)}`);
  const what = status === 'created' ? '' : lines.length === 0 ? ', unchanged' : ', and this would change';
  return done([`Nothing was written. Campaign "${campaign.id}" would be ${status}${what}.`, ...lines].join('\n'));
}

/** Open campaigns by their id alone; of the others it is said what they are. Archived ones only with `--archived`. */
async function listCampaigns({archived}: Command, {store, clock}: Tools): Promise<CommandResult> {
  const lines: string[] = [];
  for (const {campaign} of await store.campaigns()) {
    const state = await campaignState(store, campaign, clock.today());
    if (state === 'archived' && archived === undefined) continue;
    lines.push(state === 'open' ? campaign.id : `${campaign.id} (${state})`);
  }
  return done(lines.length === 0 ? 'No campaign is registered.' : lines.join('\n'));
}

async function move(step: LifecycleStep, {id}: Command, {store, clock}: Tools): Promise<CommandResult> {
  if (!isId(id)) return misused(`campaign ${step} takes the id of a campaign.`);
  const moved = await moveCampaign(store, id, step, clock.today());
  if (moved === undefined) return failed(`No campaign "${id}" is registered.`);
  const {closes} = moved.campaign;
  return done(`Campaign "${id}" is ${moved.state}${closes === undefined ? '' : `; its last day: ${closes}`}.`);
}

async function showAudit({campaign}: Command, {store}: Tools): Promise<CommandResult> {
  if (!isId(campaign)) return misused('--campaign takes the id of a campaign.');
  const entries = await store.audit(campaign);
  return done(
    entries.length === 0
      ? 'Nothing is written down.'
      : entries.map(({day, role, label, action}) => `${day} ${action} ${role} ${label}`).join('\n'),
  );
}

async function erase({store, clock, log}: Tools): Promise<CommandResult> {
  const count = await eraseOldAnswers(store, clock, log);
  return done(`${count} answer${count === 1 ? '' : 's'} erased.`);
}

/** What is written down of a command that changes a campaign. */
async function written(command: Command, {store, clock}: Tools, result: CommandResult): Promise<CommandResult> {
  const id = command.campaign ?? command.id ?? campaignIn(command.text);
  const isChange = !['token list', 'campaign list', 'audit'].includes(command.name) && command['dry-run'] === undefined;
  if (result.exitCode === 0 && isChange && isId(id)) {
    await store.addAudit({campaign: id, day: clock.today(), role: 'admin', label: 'command line', action: command.name.replace(' ', '-')});
  }
  return result;
}

function campaignIn(text: string | undefined): unknown {
  const value: unknown = text === undefined ? undefined : JSON.parse(text);
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
}

async function carryOut(command: Command, tools: Tools): Promise<CommandResult> {
  switch (command.name) {
    case 'token create':
      return createToken(command, tools);
    case 'token list':
      return listTokens(command, tools);
    case 'token revoke':
      return revokeToken(command, tools);
    case 'campaign put':
      return putCampaign(command, tools);
    case 'campaign list':
      return listCampaigns(command, tools);
    case 'audit':
      return showAudit(command, tools);
    case 'import part':
      return importPart(command, tools);
    case 'check':
      return checkStore(tools);
    case 'erase':
      return erase(tools);
    default: {
      const step = STEPS.find((one) => command.name === `campaign ${one}`);
      return step === undefined ? misused(`Unknown command: ${command.name || '(none)'}.`) : move(step, command, tools);
    }
  }
}

/**
 * Runs a command on the store.
 * @throws StoreError
 */
export async function runCommand(command: Command, tools: Tools): Promise<CommandResult> {
  const result = await carryOut(command, tools);
  return result.exitCode === 0 ? written(command, tools, result) : result;
}
