/**
 * What happens to one `POST /v1/answers` on its way:
 * - `refuse`: the connection is reset as soon as the request line arrives, its body unread;
 * - `reset`: reset once the whole body has arrived, the collector sees nothing of it;
 * - `lose-reply`: the collector gets and answers it, then the connection is reset;
 * - `portal`: 200 with an HTML page, as a hotel's Wi-Fi gives;
 * - `no-content`: 204;
 * - `status`: this status with a problem document;
 * - `wrong-hash`: the collector answers, and each hash of its receipts is changed on the way back;
 * - `silence`: nobody ever answers (until the page gives up or the proxy closes);
 * - `hold`: it waits for `release()`, then goes on unharmed.
 */
export type Fault =
  | {kind: 'refuse' | 'reset' | 'lose-reply' | 'portal' | 'no-content' | 'wrong-hash' | 'silence' | 'hold'}
  | {kind: 'status'; status: number; retryAfter?: number};
