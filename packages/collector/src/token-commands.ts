import {isId} from '@ppgp/schema';
import {done, failed, misused, type Command, type CommandResult, type Tools} from './command.js';
import {ROLES, type Role} from './store/answer-store.js';
import {hashToken, mintToken} from './tokens.js';

const isRole = (text: string | undefined): text is Role => (ROLES as readonly (string | undefined)[]).includes(text);
const isLabel = (text: string): boolean => text.length <= 100 && !/[\p{Cc}\p{Cs}]/u.test(text);
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text);

export async function createToken(command: Command, {store, clock, random}: Tools): Promise<CommandResult> {
  const {campaign, role, expires, label = role ?? ''} = command;
  if (!isId(campaign)) return misused('--campaign takes the id of a campaign.');
  if (!isRole(role)) return misused(`--role takes one of ${ROLES.join(', ')}.`);
  if (!isLabel(label)) return misused('--label takes a short text on one line.');
  if (expires !== undefined && !isDay(expires))
    return misused('--expires takes the last day on which the token is good, such as 2027-01-31.');
  const token = mintToken(random);
  await store.addToken(hashToken(token), {campaign, role, label, day: clock.today(), ...(expires === undefined ? {} : {expires})});
  const until = expires === undefined ? '' : `, good until ${expires}`;
  return done(`Token for the campaign "${campaign}", role "${role}", label "${label}"${until}. It is shown only once:\n${token}`);
}

export async function listTokens({campaign}: Command, {store, clock}: Tools): Promise<CommandResult> {
  if (campaign !== undefined && !isId(campaign)) return misused('--campaign takes the id of a campaign.');
  const tokens = (await store.tokens()).filter((token) => campaign === undefined || token.campaign === campaign);
  const lines = tokens.map(({campaign: id, role, label, day, expires}) => {
    const until = expires === undefined ? '' : clock.today() > expires ? `, expired on ${expires}` : `, until ${expires}`;
    return `${id} ${role} "${label}", since ${day}${until}`;
  });
  return done(lines.length === 0 ? 'There is no token.' : lines.join('\n'));
}

export async function revokeToken({campaign, label}: Command, {store}: Tools): Promise<CommandResult> {
  if (!isId(campaign)) return misused('--campaign takes the id of a campaign.');
  if (label === undefined) return misused('--label is missing: which tokens?');
  const count = await store.removeTokens(campaign, label);
  if (count === 0) return failed(`The campaign "${campaign}" has no token with the label "${label}".`);
  return done(`${count} token${count === 1 ? '' : 's'} revoked.`);
}
