import {SurveyError} from '@ppgp/schema';

/** Larger than any definition or results file has a use for, in UTF-16 units. */
const MAX_LENGTH = 1_000_000;
const TIMEOUT_MS = 20_000;

/** The server wants a token, or another one. */
export class Unauthorized extends Error {}

/**
 * The one request that elements make by themselves: JSON, without cookies or referrer, given up after 20 s.
 * @throws SurveyError `definition-missing`, `definition-foreign` (another origin that does not allow it), `definition-invalid`
 * @throws Unauthorized on 401 and 403
 */
export async function fetchJson(address: string, signal: AbortSignal, token?: string): Promise<unknown> {
  const url = new URL(address, document.baseURI);
  const headers = {Accept: 'application/json', ...(token === undefined ? {} : {Authorization: `Bearer ${token}`})};
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), TIMEOUT_MS);
  const give = (): void => limit.abort();
  signal.addEventListener('abort', give);
  let response: Response;
  let body: string;
  try {
    response = await fetch(url, {credentials: 'omit', referrerPolicy: 'no-referrer', headers, signal: limit.signal});
    body = await response.text();
  } catch (cause) {
    const foreign = url.origin !== location.origin && cause instanceof TypeError;
    throw new SurveyError(foreign ? 'definition-foreign' : 'definition-missing', `${url.href} could not be fetched.`, {cause});
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', give);
  }
  if (response.status === 401 || response.status === 403) throw new Unauthorized(`${url.href} answered ${response.status}.`);
  if (!response.ok) throw new SurveyError('definition-missing', `${url.href} answered ${response.status}.`);
  if (body.length > MAX_LENGTH) throw new SurveyError('definition-invalid', `${url.href} is longer than ${MAX_LENGTH} characters.`);
  try {
    return JSON.parse(body) as unknown;
  } catch (cause) {
    throw new SurveyError('definition-invalid', `${url.href} is not JSON.`, {cause});
  }
}

/** What came of asking: a reply that the page may read; `refused`: there is one that it may not; `silent`: none. */
export type Asked = {status: number; body: unknown} | 'refused' | 'silent';

/**
 * For `ppgp.check()`: asks an address as answers are sent to it (the same headers, so that a browser asks the server for the same
 * permission, and no redirect), with nothing in it. A body that is no JSON is undefined. Never rejects.
 */
export async function ask(address: string): Promise<Asked> {
  const common: RequestInit = {credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store'};
  const signal = (): AbortSignal => AbortSignal.timeout(TIMEOUT_MS);
  try {
    const headers = {'Content-Type': 'application/json'};
    const response = await fetch(address, {...common, headers, redirect: 'error', signal: signal()});
    const body = await response.text();
    try {
      return {status: response.status, body: JSON.parse(body.slice(0, MAX_LENGTH)) as unknown};
    } catch {
      return {status: response.status, body: undefined};
    }
  } catch {
    // Without leave to read: whether there is anything at all.
    return fetch(address, {...common, mode: 'no-cors', signal: signal()}).then(
      () => 'refused' as const,
      () => 'silent' as const,
    );
  }
}
