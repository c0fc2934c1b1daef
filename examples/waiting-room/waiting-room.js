/**
 * Has the page open again after a reboot without network: tells the service worker, once things have come, all that the page needed. A bonus
 * around the element: what it keeps and sends does not rest on it.
 */
const QUIET_MS = 1000;

/** A strict page takes the address of a script only from a policy. */
const trusted = globalThis.trustedTypes?.createPolicy('waiting-room', {createScriptURL: (address) => address});
const address = 'sw.js';

async function start() {
  await navigator.serviceWorker.register(trusted?.createScriptURL(address) ?? address);
  const {active} = await navigator.serviceWorker.ready;
  let last;
  const tell = () => {
    const resources = performance.getEntriesByType('resource').map(({name}) => name);
    active.postMessage({keep: [...new Set([location.origin + location.pathname, ...resources])]});
  };
  new PerformanceObserver(() => {
    clearTimeout(last);
    last = setTimeout(tell, QUIET_MS);
  }).observe({type: 'resource', buffered: true});
  // Where it is refused, the browser may erase what waits when room is scarce: the guide says how to install the page.
  await navigator.storage?.persist?.();
}

if ('serviceWorker' in navigator) start().catch((error) => console.warn('The page will not open without a network.', error));
