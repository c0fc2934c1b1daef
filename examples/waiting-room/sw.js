/**
 * Opens the page of a waiting room where there is no network. It reads only (GET), and keeps one whole set of files: all that the page
 * needed the last time everything came. Answers are none of its business.
 */
const SET = 'waiting-room-1';
/** What is never kept: answers, figures, and whatever asks for a key. */
const NEVER = /^\/v1\/(?!campaigns\/[\w-]+$)/;
/** How long a network may take before the kept file does, in milliseconds. */
const PATIENCE_MS = 5_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  const addresses = event.data?.keep;
  if (Array.isArray(addresses)) event.waitUntil(keep(addresses).catch((error) => console.warn('The page was not kept.', error)));
});
self.addEventListener('fetch', (event) => {
  const {request} = event;
  if (isKept(request.method, request.url)) event.respondWith(fromNetworkOrKept(request));
});

function isKept(method, address) {
  const {origin, pathname} = new URL(address);
  return method === 'GET' && origin === self.location.origin && !NEVER.test(pathname);
}

/** A page of a public Wi-Fi is not ours: it is redirected, or not of this origin. */
const isOurs = (reply) => reply.ok && !reply.redirected && reply.type === 'basic';

/** The whole set, or nothing of it. Files whose names change with what is in them come first: no page is ever without its parts. */
async function keep(addresses) {
  const wanted = addresses.filter((address) => isKept('GET', address));
  const replies = await Promise.all(
    wanted.map(async (address) => {
      const reply = await fetch(address, {signal: AbortSignal.timeout(60_000)});
      if (!isOurs(reply)) throw new Error(`${address} did not come`);
      return [address, reply];
    }),
  );
  const set = await caches.open(SET);
  const isHashed = ([address]) => /-[\w-]{8}\.js$/.test(address);
  for (const some of [replies.filter(isHashed), replies.filter((one) => !isHashed(one))])
    await Promise.all(some.map(([address, reply]) => set.put(address, reply)));
  for (const {url} of await set.keys()) if (!wanted.includes(url)) await set.delete(url);
}

async function fromNetworkOrKept(request) {
  const set = await caches.open(SET);
  const address = request.mode === 'navigate' ? new URL('./', self.location).href : request.url;
  try {
    const reply = await fetch(request, {signal: AbortSignal.timeout(PATIENCE_MS)});
    return isOurs(reply) ? reply : ((await set.match(address)) ?? reply);
  } catch (error) {
    const kept = await set.match(address);
    if (kept) return kept;
    throw error;
  }
}
