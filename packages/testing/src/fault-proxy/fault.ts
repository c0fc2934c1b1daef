/**
 * What happens to one `POST /v1/answers` on its way. The collector sees nothing of it:
 * - `refuse`: the connection is reset as soon as the request line arrives, its body unread;
 * - `reset`: reset once the whole body has arrived;
 * - `silence`: nobody ever answers (until the page gives up or the proxy closes);
 * - `portal`: 200 with an HTML page, as a hotel's Wi-Fi gives;
 * - `foreign-json`: 200 with the JSON of somebody else's service;
 * - `created`, `no-content`: 201 and 204 with nothing in them;
 * - `truncated-head`: the reply breaks off in its first line;
 * - `status`: this status with a problem document; `retryAfter` goes into it, `header` is `Retry-After` as it stands;
 * - `redirect`: this status, to another address that answers 200.
 *
 * The collector gets and answers it:
 * - `lose-reply`: then the connection is reset;
 * - `truncated-body`: then it is reset after half of the reply;
 * - `wrong-hash`: each hash of its receipt is changed on the way back;
 * - `missing-item`, `extra-item`, `repeated-item`: the receipt's first result is gone, a stranger's is added, the first stands twice;
 * - `other-protocol`: the receipt speaks a version that nobody knows;
 * - `no-cors`: without the headers that let a page of another origin read it;
 * - `flip`: one letter of its first payload is another when it arrives there;
 * - `twice`: it arrives two times at once, the page sees the second reply;
 * - `replay`: it arrives once more, `ms` later;
 * - `delay`: it arrives `ms` later;
 * - `slow`: it comes and goes over a line of that many bytes a second;
 * - `hold`: it waits for `release()`.
 */
export type Fault =
  | {kind: (typeof plainKinds)[number]}
  | {kind: 'status'; status: number; retryAfter?: number; header?: string}
  | {kind: 'redirect'; status: 301 | 302 | 307 | 308}
  | {kind: 'delay' | 'replay'; ms: number}
  | {kind: 'slow'; bytesPerSecond: number};

const plainKinds = [
  ...(['refuse', 'reset', 'silence', 'portal', 'foreign-json', 'created', 'no-content', 'truncated-head', 'hold'] as const),
  ...(['lose-reply', 'truncated-body', 'wrong-hash', 'missing-item', 'extra-item', 'repeated-item', 'other-protocol'] as const),
  ...(['no-cors', 'flip', 'twice'] as const),
] as const;

const STATUSES = [400, 401, 403, 404, 405, 408, 409, 410, 411, 413, 415, 422, 423, 425, 429, 500, 502, 503, 504, 507];
const REDIRECTS = [301, 302, 307, 308] as const;

/** Every fault that a run may draw from, by a name for its report; `hold` is left out, somebody would have to release it. */
export const FAULTS: ReadonlyMap<string, Fault> = new Map<string, Fault>([
  ...plainKinds.flatMap((kind): [string, Fault][] => (kind === 'hold' ? [] : [[kind, {kind}]])),
  ...STATUSES.map((status): [string, Fault] => [`status ${status}`, {kind: 'status', status}]),
  ['retry soon', {kind: 'status', status: 429, retryAfter: 1, header: '1'}],
  ['retry before now', {kind: 'status', status: 429, header: '-5'}],
  ['retry in 1970', {kind: 'status', status: 503, header: 'Thu, 01 Jan 1970 00:00:00 GMT'}],
  ['retry in 30 years', {kind: 'status', status: 503, header: '1000000000'}],
  ...REDIRECTS.map((status): [string, Fault] => [`redirect ${status}`, {kind: 'redirect', status}]),
  ['delay', {kind: 'delay', ms: 400}],
  ['replay', {kind: 'replay', ms: 700}],
  ['slow', {kind: 'slow', bytesPerSecond: 8_000}],
]);
