import {ask, type Asked} from '../../internal/controllers/fetch-json.js';
import type {Blocked, CheckedEndpoint, EndpointState} from './report.js';

/** Where a tag's answers go, and as what. */
export interface Destination {
  url: string;
  isForeign: boolean;
  campaigns: string[];
}

/** Of an absolute http(s) address; undefined for anything else. */
const originOf = (url: string): string | undefined => (/^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : undefined);

/** Whether it is what a collector of ours says at the address of answers. */
const isCollector = ({status, body}: Asked & object): boolean =>
  status === 200 && Array.isArray((Object(body) as {protocol?: unknown}).protocol);

/** The collector's `…/v1/campaigns/{id}` beside its `…/v1/answers`. */
async function campaignState(url: string, id: string): Promise<CheckedEndpoint['campaigns'][number]> {
  const asked = await ask(url.replace(/\/v1\/answers\/?$/, `/v1/campaigns/${encodeURIComponent(id)}`));
  const status = typeof asked === 'object' ? asked.status : undefined;
  return {id, state: status === 200 ? 'known' : status === 404 ? 'unknown' : 'unsaid'};
}

/** Asks an endpoint what it accepts, and whether it knows its campaigns: nothing of anybody's is in it. */
export async function checkEndpoint({url, isForeign, campaigns}: Destination): Promise<CheckedEndpoint> {
  const unsaid = campaigns.map((id) => ({id, state: 'unsaid' as const}));
  if (originOf(url) === undefined) return {url, state: 'invalid', status: undefined, isForeign, campaigns: unsaid};
  const asked = await ask(url);
  if (typeof asked !== 'object') {
    const isMixed = asked === 'silent' && location.protocol === 'https:' && url.startsWith('http:');
    return {url, state: isMixed ? 'mixed' : asked, status: undefined, isForeign, campaigns: unsaid};
  }
  const state: EndpointState = isCollector(asked) ? 'ready' : 'other';
  const known = state === 'ready' ? await Promise.all(campaigns.map((id) => campaignState(url, id))) : unsaid;
  return {url, state, status: asked.status, isForeign, campaigns: known};
}

/** What the policy forbids looks like silence to a script. */
export function bePolicy(endpoint: CheckedEndpoint, blocked: readonly Blocked[]): CheckedEndpoint {
  const isForbidden = blocked.some(
    ({directive, blocked: address, enforced}) => enforced && directive === 'connect-src' && originOf(address) === originOf(endpoint.url),
  );
  return isForbidden && endpoint.state === 'silent' ? {...endpoint, state: 'policy'} : endpoint;
}

/** Whether answers can go there as things stand. */
export const isWell = ({state, isForeign, campaigns}: CheckedEndpoint): boolean =>
  (state === 'ready' || (isForeign && state === 'other')) && campaigns.every((campaign) => campaign.state !== 'unknown');
