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
const asked = new Set<string>();

function fetchFor(tag: string): void {
  if (asked.has(tag)) return;
  asked.add(tag);
  tags[tag]?.().catch((error: unknown) => {
    asked.delete(tag);
    console.warn(`ppgp: <${tag}> could not be loaded.`, error);
  });
}

function look(root: Document | Element): void {
  if (root instanceof Element && root.matches(selector)) fetchFor(root.localName);
  for (const {localName} of root.querySelectorAll(selector)) fetchFor(localName);
}

/** Opens nothing that is not there: a page without a tag leaves no trace on a device that holds no answer. */
function sendWhatWaits(): void {
  import('./send-what-waits.js').catch(() => undefined);
}

function start(): void {
  look(document);
  new MutationObserver((changes) => {
    for (const {addedNodes} of changes) for (const node of addedNodes) if (node instanceof Element) look(node);
  }).observe(document, {childList: true, subtree: true});
  if (asked.size === 0) sendWhatWaits();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
