import {bePolicy, checkEndpoint, isWell, type Destination} from './endpoints.js';
import {blockedByPolicy} from './policy.js';
import type {CheckReport, CheckedTag} from './report.js';
import type {Seen} from './seen.js';
import {storageState, waitingState} from './storage.js';

/** A page of ours is whole in one or two seconds; after this it is said to be « pas encore prête ». */
const PATIENCE_MS = 8000;

declare const __PPGP_VERSION__: string | undefined;

/** Also of elements of another build, or whose script has not come: nothing of them is taken for granted. */
type Loose = Element &
  Partial<Record<'endpoint' | 'campaign' | 'protocol' | 'state' | 'src', unknown>> & {
    found?: {campaign?: string; definition?: {id?: string}};
  };

const read = (element: Loose, name: 'endpoint' | 'campaign' | 'protocol' | 'state' | 'src'): string =>
  String(element[name] || element.getAttribute(name) || '');

/** The element that says where the answers of this one go: itself, or the `<ppgp-outbox>` around it. */
const sender = (element: Loose): Loose => (read(element, 'endpoint') ? element : (element.closest('ppgp-outbox') ?? element));

function campaignOf(element: Loose): string | undefined {
  const {found} = element;
  const [, fromSrc] = /\/v1\/campaigns\/([^/?#]+)/.exec(read(element, 'src')) ?? [];
  return read(element, 'campaign') || found?.campaign || fromSrc || found?.definition?.id || undefined;
}

function absolute(address: string): string {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address;
}

function tagState(element: Loose, coming: Seen['coming']): CheckedTag['state'] {
  if (!element.localName.includes('-')) return 'left';
  if (!customElements.get(element.localName)) return coming.has(element.localName) ? 'loading' : 'missing';
  const state = read(element, 'state');
  return state === 'failed' || state === 'loading' ? state : 'ready';
}

/** Only these send answers. */
const sends = (element: Element): boolean => !/^(ppgp-outbox|ppgp-results)$/.test(element.localName);

/** The tags of the page, and what an editor left of them, but for what stands between the tags until the element takes over. */
const found = (selector: string): Loose[] =>
  [...document.querySelectorAll<Loose>(selector)].filter(
    (element) => element.localName.includes('-') || !element.parentElement?.closest(selector),
  );

/** Until every script and every definition is here, or has failed; not for ever. */
async function whenSettled({selector, coming}: Seen): Promise<void> {
  const isComing = (): boolean => coming.size > 0 || found(selector).some((element) => tagState(element, coming) === 'loading');
  for (const since = performance.now(); isComing() && performance.now() - since < PATIENCE_MS;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Asks all there is to ask, and sends nothing of anybody's. Never rejects. */
export async function check(seen: Seen): Promise<CheckReport> {
  await whenSettled(seen);
  const {violations, codes, selector, coming} = seen;
  const elements = found(selector);
  const destinations = new Map<string, Destination>();
  const tags = elements.map((element): CheckedTag => {
    const from = sender(element);
    const said = sends(element) ? read(from, 'endpoint') : '';
    const endpoint = said ? absolute(said) : undefined;
    const campaign = campaignOf(element);
    if (endpoint !== undefined) {
      const isForeign = read(from, 'protocol') === 'json';
      const destination = destinations.get(endpoint) ?? {url: endpoint, isForeign, campaigns: []};
      if (campaign !== undefined && !destination.campaigns.includes(campaign)) destination.campaigns.push(campaign);
      destinations.set(endpoint, destination);
    }
    return {tag: element.localName, state: tagState(element, coming), code: codes.get(element), endpoint, campaign};
  });
  const [asked, storage, waiting] = await Promise.all([
    Promise.all([...destinations.values()].map(checkEndpoint)),
    storageState(),
    waitingState(),
  ]);
  // After the requests: the policy may have refused them.
  const policy = await blockedByPolicy(violations);
  const endpoints = asked.map((endpoint) => bePolicy(endpoint, policy));
  const faults =
    tags.filter(({state, code}) => (state !== 'ready' && state !== 'loading') || code !== undefined).length +
    policy.length +
    endpoints.filter((endpoint) => !isWell(endpoint)).length +
    (storage.works ? 0 : 1) +
    (waiting?.parked ? 1 : 0);
  return {
    version: typeof __PPGP_VERSION__ === 'string' ? __PPGP_VERSION__ : '0',
    page: location.origin + location.pathname,
    tags,
    policy,
    endpoints,
    storage,
    waiting,
    faults,
  };
}
