/**
 * What a made-up collector says to a batch of answers:
 * - `up`: stores each of them and proves it;
 * - `down`: 503;
 * - `refuses`: rejects each of them for itself, so that it is parked;
 * - `portal`: 200 with an HTML page, as a hotel's Wi-Fi gives.
 */
export type Collects = 'up' | 'down' | 'refuses' | 'portal';

export interface FakeReply {
  status: number;
  type: string;
  body: string;
}

/** The reply of a made-up collector, for pages that need the other end of the wire but not what it keeps. */
export function fakeReply(batch: string, how: Collects): FakeReply {
  if (how === 'down') return {status: 503, type: 'application/problem+json', body: '{"status":503}'};
  if (how === 'portal') return {status: 200, type: 'text/html', body: '<!doctype html><title>Wi-Fi</title>'};
  const {items} = JSON.parse(batch) as {items: {id: string; hash: string}[]};
  const results = items.map(({id, hash}) => (how === 'up' ? {id, status: 'stored', hash} : {id, status: 'rejected', code: 'too-old'}));
  return {status: 200, type: 'application/json', body: JSON.stringify({protocol: 'reponses/1', storeEpoch: 'e', retryAfter: 0, results})};
}
