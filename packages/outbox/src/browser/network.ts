import type {Network} from '../ports.js';

// Taken when the file is loaded: what the host page's scripts put in its place later is not asked to carry answers.
const {fetch} = globalThis;

/** Requests without cookies, referrer or cache, that follow no redirect. */
export const browserNetwork: Network = {
  async post(url, body, {timeoutMs, key, keepalive}) {
    const reply = await fetch(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', ...(key && {'Idempotency-Key': key})},
      body,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      keepalive,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {status: reply.status, body: await reply.text(), retryAfter: reply.headers.get('Retry-After')};
  },
};
