/**
 * What an editor lets through where it strips tags that it does not know: `<div data-ppgp="flyer-feedback" data-campaign="…">`, and a link to a
 * campaign's plain form, `<a class="ppgp" href="…/f/campaign">`. A part of the loader that only pages with one of them fetch.
 */

import {fetchJson} from '../internal/controllers/fetch-json.js';

/** What such an element may say of its tag: the tags' own attributes, and nothing else that a page's author may put there. */
export const ATTRIBUTES: readonly string[] = [
  'src',
  'instrument',
  'endpoint',
  'campaign',
  'territory',
  'source',
  'wave',
  'lang',
  'mode',
  'layout',
  'draft',
  'heading-level',
  'quiet',
  'share',
  'show',
  'view',
  'threshold',
  'protocol',
  'proof',
];
/** Parts of an address that say where an answer comes from, and their attributes. */
const QUERY = {territoire: 'territory', source: 'source', vague: 'wave', lang: 'lang'};

const TAG_OF_INSTRUMENT = new Map([
  ['flyer', 'flyer-feedback'],
  ['plateau', 'needs-plateau'],
]);
const TAG_OF_KIND = new Map([
  ['board', 'needs-plateau'],
  ['grid', 'pemat-grid'],
]);

/** Puts the tag that it stands for in its place; what stood there is what stands between the tags. Undefined: it stands for none. */
export async function fromEditor(found: Element, tags: readonly string[]): Promise<Element | undefined> {
  const element = found instanceof HTMLAnchorElement ? await fromLink(found) : fromBlock(found as HTMLElement, tags);
  // It may have gone while its campaign was read.
  if (!element || !found.isConnected) return undefined;
  const between = found instanceof HTMLAnchorElement ? [found.cloneNode(true)] : [...found.childNodes];
  element.append(...between);
  found.replaceWith(element);
  return element;
}

function fromBlock({dataset}: HTMLElement, tags: readonly string[]): Element | undefined {
  const {ppgp = ''} = dataset;
  if (!tags.includes(ppgp)) {
    console.warn(`ppgp: data-ppgp="${ppgp}" is none of ${tags.join(', ')}.`);
    return undefined;
  }
  const element = document.createElement(ppgp);
  for (const name of ATTRIBUTES) {
    const value = dataset[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    if (value !== undefined) element.setAttribute(name, value);
  }
  return element;
}

/** Beside the plain form `…/f/campaign` are the campaign, `…/v1/campaigns/campaign`, and where its answers go, `…/v1/answers`. */
async function fromLink({href}: HTMLAnchorElement): Promise<Element | undefined> {
  const [, base, id] = /^(https?:\/\/[^?#]*)\/f\/([^/?#]+)/.exec(href) ?? [];
  if (!base || !id) {
    console.warn(`ppgp: ${href} is no address of a plain form, …/f/campaign.`);
    return undefined;
  }
  const src = `${base}/v1/campaigns/${id}`;
  const element = document.createElement(await tagOf(src));
  element.setAttribute('src', src);
  element.setAttribute('endpoint', `${base}/v1/answers`);
  const {searchParams} = new URL(href);
  for (const [name, attribute] of Object.entries(QUERY)) {
    const value = searchParams.get(name);
    if (value) element.setAttribute(attribute, value);
  }
  return element;
}

/** The tag for what a campaign asks. Rejects where it cannot be read: the link stays a link. */
async function tagOf(src: string): Promise<string> {
  const {definition} = Object(await fetchJson(src, new AbortController().signal)) as {definition?: unknown};
  const {kind, instrument} = Object(definition) as Record<string, unknown>;
  const named = String(instrument);
  return TAG_OF_INSTRUMENT.get(named) ?? (named.startsWith('pemat-') ? 'pemat-grid' : TAG_OF_KIND.get(String(kind))) ?? 'ppgp-survey';
}
