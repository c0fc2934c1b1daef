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
const asked = new Set<string>();
const seen = new WeakSet<Element>();

function fetchFor(tag: string): void {
  if (asked.has(tag)) return;
  asked.add(tag);
  tags[tag]?.().catch((error: unknown) => {
    asked.delete(tag);
    console.warn(`ppgp: <${tag}> could not be loaded.`, error);
  });
}

/** Where it cannot be what it stands for, it stays what it is: a link, or the content that it holds. */
function upgrade(found: Element): void {
  if (seen.has(found)) return;
  seen.add(found);
  import('./from-editor.js')
    .then(({fromEditor}) => fromEditor(found, Object.keys(tags)))
    .catch((error: unknown) => console.warn('ppgp: a link or block was left as it is.', error));
}

function look(root: Document | Element): void {
  const found = [...(root instanceof Element ? [root] : []), ...root.querySelectorAll(`${selector}, ${editable}`)];
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

function start(): void {
  look(document);
  new MutationObserver((changes) => {
    for (const {addedNodes} of changes) for (const node of addedNodes) if (node instanceof Element) look(node);
  }).observe(document, {childList: true, subtree: true});
  if (asked.size === 0) sendWhatWaits();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
