import type {CheckReport} from './check/report.js';
import type {Seen} from './check/seen.js';

/**
 * The one script a page needs: finds the tags on it, also those added later, and fetches just what they need.
 * A page without a tag sends what earlier visits left waiting.
 */
const tags: Record<string, () => Promise<unknown>> = {
  'flyer-feedback': () => import('../define/flyer-feedback.js'),
  'needs-plateau': () => import('../define/needs-plateau.js'),
  'pemat-grid': () => import('../define/pemat-grid.js'),
  'ppgp-survey': () => import('../define/ppgp-survey.js'),
  'ppgp-outbox': () => import('../define/ppgp-outbox.js'),
  'ppgp-results': () => import('../define/ppgp-results.js'),
};

const selector = Object.keys(tags).join();
/** What an editor leaves of a tag that it does not know, or takes for one of its own. */
const editable = 'a.ppgp[href], [data-ppgp]';
/** For whoever asks what state the page is in. */
const seenSoFar: Seen = {violations: [], codes: new WeakMap(), selector: `${selector}, ${editable}`, coming: new Set(['page'])};
const asked = new Set<string>();
const seen = new WeakSet<Element>();

function fetchFor(tag: string): void {
  if (asked.has(tag)) return;
  asked.add(tag);
  seenSoFar.coming.add(tag);
  tags[tag]?.()
    .catch((error: unknown) => {
      asked.delete(tag);
      console.warn(`ppgp: <${tag}> could not be loaded.`, error);
    })
    .finally(() => seenSoFar.coming.delete(tag));
}

/** Where it cannot be what it stands for, it stays what it is: a link, or the content that it holds. */
function upgrade(found: Element): void {
  if (seen.has(found)) return;
  seen.add(found);
  seenSoFar.coming.add(editable);
  import('./from-editor.js')
    .then(({fromEditor}) => fromEditor(found, Object.keys(tags)))
    .catch((error: unknown) => console.warn('ppgp: a link or block was left as it is.', error))
    .finally(() => seenSoFar.coming.delete(editable));
}

function look(root: Document | Element): void {
  const found = [...(root instanceof Element ? [root] : []), ...root.querySelectorAll(seenSoFar.selector)];
  for (const element of found) {
    if (element.matches(selector)) fetchFor(element.localName);
    // Between the tags it is what stands there until the element takes over.
    else if (element.matches(editable) && !element.closest(selector)) upgrade(element);
  }
}

/** Opens nothing that is not there: a page without a tag leaves no trace on a device that holds no answer. */
function sendWhatWaits(): void {
  import('./send-what-waits.js').catch(() => undefined);
}

/** Says what state this page is in, and sends nothing of anybody's. */
const check = async (): Promise<CheckReport> => (await import('./ppgp-check.js')).check(seenSoFar);

/** A web officer adds `#ppgp-check` to the page's address. */
function checkIfAsked(): void {
  if (!/\bppgp-check$/.test(location.hash)) return;
  import('./ppgp-check.js')
    .then(({showCheck}) => showCheck(check))
    .catch((error: unknown) => console.warn('ppgp: the check could not be loaded.', error));
}

function watch(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    // A page may refuse the same for ever.
    if (seenSoFar.violations.length < 100) seenSoFar.violations.push(event);
  });
  document.addEventListener('ppgp-error', (event) => {
    const [element] = event.composedPath();
    if (element) seenSoFar.codes.set(element, event.code);
  });
  addEventListener('hashchange', checkIfAsked);
  // What a page has called so itself, a script or an element's id, stays its own.
  if (globalThis.ppgp === undefined) globalThis.ppgp = {check};
}

function start(): void {
  look(document);
  seenSoFar.coming.delete('page');
  new MutationObserver((changes) => {
    for (const {addedNodes} of changes) for (const node of addedNodes) if (node instanceof Element) look(node);
  }).observe(document, {childList: true, subtree: true});
  if (asked.size === 0) sendWhatWaits();
  checkIfAsked();
}

watch();

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
