/**
 * Has the page open again after a reboot without network: tells the service worker, once things have come, all that the page needed, and
 * what it may need on such a day. A bonus around the element: what it keeps and sends does not rest on it.
 */
const QUIET_MS = 1000;
/** Fetched only when somebody asks for them: the panel of the staff, the QR code. */
const ASKED_FOR = /^chunks\/(staff-panel|manage|qr-code|drag-piles|needs-plateau)-/;

/** A strict page takes the address of a script only from a policy. */
const trusted = globalThis.trustedTypes?.createPolicy('waiting-room', {createScriptURL: (address) => address});
const address = 'sw.js';

/** The list of files stands beside the library, wherever that is. */
async function maybeLater() {
  const list = new URL('sri.json', document.querySelector('script[src$="needs-plateau.js"]').src);
  const {files} = await (await fetch(list)).json();
  return Object.keys(files).flatMap((file) => (ASKED_FOR.test(file) ? new URL(file, list).href : []));
}

async function start() {
  await navigator.serviceWorker.register(trusted?.createScriptURL(address) ?? address);
  const {active} = await navigator.serviceWorker.ready;
  const later = await maybeLater().catch(() => []);
  let last;
  const tell = () => {
    const resources = performance.getEntriesByType('resource').map(({name}) => name);
    active.postMessage({keep: [...new Set([location.origin + location.pathname, ...resources, ...later])]});
  };
  new PerformanceObserver(() => {
    clearTimeout(last);
    last = setTimeout(tell, QUIET_MS);
  }).observe({type: 'resource', buffered: true});
  // Where it is refused, the browser may erase what waits when room is scarce: the guide says how to install the page.
  await navigator.storage?.persist?.();
}

if ('serviceWorker' in navigator) start().catch((error) => console.warn('The page will not open without a network.', error));
