import type {SurveyErrorCode} from '@ppgp/schema';

/** What `await ppgp.check()` resolves with: a page's state as a web officer would ask for it. No answer, no name, no identifier of anybody. */
export interface CheckReport {
  /** Of this library. */
  version: string;
  /** The page's address, without what follows `?` and `#`. */
  page: string;
  tags: CheckedTag[];
  /** What the page's policy has refused, ours or not. */
  policy: Blocked[];
  /** Each address that a tag of the page sends to, once. */
  endpoints: CheckedEndpoint[];
  storage: CheckedStorage;
  /** Undefined: it could not be read. */
  waiting: CheckedWaiting | undefined;
  /** How many of all these need somebody. */
  faults: number;
}

export interface CheckedTag {
  /** `flyer-feedback`, or `a` and `div` for what could not become a tag. */
  tag: string;
  /** `missing`: its script is not here; `left`: a link or block that stayed what it is; else ready, or failed for the reason in `code`. */
  state: 'ready' | 'loading' | 'failed' | 'missing' | 'left';
  /** The last `ppgp-error` of this tag. */
  code: SurveyErrorCode | undefined;
  /** Where its answers go, absolute; undefined: it keeps and sends nothing. */
  endpoint: string | undefined;
  campaign: string | undefined;
}

export interface Blocked {
  /** `connect-src`, `require-trusted-types-for`… */
  directive: string;
  /** An address, or `inline`, `eval`, `trusted-types-sink`… */
  blocked: string;
  /** False where the policy only reports. */
  enforced: boolean;
}

/**
 * - `ready`: a collector answers, and this page may send to it;
 * - `other`: something answers that is no collector of ours, or not at this address (for a tag with `protocol="json"` that is well);
 * - `refused`: something answers, and does not allow this page (CORS), or leads elsewhere;
 * - `silent`: nothing answers; the network, the server, or something in the browser that blocks it;
 * - `policy`: the page's policy forbids it; - `mixed`: http from an https page; - `invalid`: no http(s) address.
 */
export type EndpointState = 'ready' | 'other' | 'refused' | 'silent' | 'policy' | 'mixed' | 'invalid';

export interface CheckedEndpoint {
  url: string;
  state: EndpointState;
  /** What it answered, where the page may read it. */
  status: number | undefined;
  /** It takes plain JSON (`protocol="json"`), and need not be a collector of ours. */
  isForeign: boolean;
  /** Each campaign that a tag names for it; `unsaid` where it cannot be asked. */
  campaigns: {id: string; state: 'known' | 'unknown' | 'unsaid'}[];
}

export interface CheckedStorage {
  /** Whether a record can be written and erased again. */
  works: boolean;
  /** The name of the browser's error where it cannot: `SecurityError`, `QuotaExceededError`… */
  error: string | undefined;
  /** It goes when this window closes: a private window. False where the browser does not tell. */
  isPrivate: boolean;
  /** The browser promised not to erase of itself; undefined where it does not tell. */
  persisted: boolean | undefined;
  /** Bytes, as far as the browser tells. */
  usage: number | undefined;
  quota: number | undefined;
}

export interface CheckedWaiting {
  /** Answers of this device that are not sent yet. */
  pending: number;
  /** Refused by a collector, and kept. */
  parked: number;
}

declare global {
  /** What `ppgp.js` gives to scripts, unless the page has called something else so. */
  var ppgp: {check(): Promise<CheckReport>} | undefined;
}
