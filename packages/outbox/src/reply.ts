import {PROBLEM_TYPE, PROTOCOL, RETRY_SECONDS, proves, type Item, type Result} from '@ppgp/protocol';
import type {Wire} from './parcel.js';

/** What came back from an endpoint. */
export interface Reply {
  status: number;
  body: string;
  /** The `Retry-After` header, where it could be read. */
  retryAfter?: string | null | undefined;
}

/** Faults that somebody has to put right. */
export type Trouble = 'not-our-server' | 'endpoint-misconfigured' | 'unknown-campaign';

/** Why an answer still waits. */
export type Reason = 'network' | 'server' | 'deferred' | Trouble;

export const isTrouble = (reason: Reason): reason is Trouble => !['network', 'server', 'deferred'].includes(reason);

/** How long to wait: `soon` and `back-off` (unless said otherwise) grow with every failure, `slow` is for what somebody has to put right first. */
export interface Pause {
  pace?: 'soon' | 'back-off' | 'slow' | undefined;
  /** What the server asked for, in milliseconds: never try before. */
  atLeast?: number | undefined;
}

interface Waiting extends Pause {
  is: 'waiting';
  reason: Reason;
}

/** What becomes of one item. Nothing but `delivered` ever lets go of it. */
export type Verdict = {is: 'delivered'} | {is: 'refused'; code: string} | {is: 'conflict'} | Waiting;

/**
 * What becomes of a batch:
 * - judged: a verdict for each item by id; `rest` is what the server asks for before the next request, in milliseconds
 * - halved: something in it cannot be read; sent in halves it will show
 * - waiting: all of it has to wait, and everything else for this endpoint
 */
export type Judgement = {is: 'judged'; verdicts: ReadonlyMap<string, Verdict>; rest?: number | undefined} | {is: 'halved'} | Waiting;

/** Statuses that mean something (the 3xx too); every other is a server that has trouble. */
const UNREADABLE = [400, 411, 413, 415, 422];
const MISCONFIGURED = [401, 403, 404, 405, 410];
const SOON = [409, 423];

const waiting = (reason: Reason, pace: Pause['pace'] = 'back-off', atLeast?: number): Waiting => ({is: 'waiting', reason, pace, atLeast});

/** A receipt of ours that says nothing usable of an item. */
const UNPROVEN = waiting('server');

function parse(body: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(body)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A waiting time the server asked for, within one second and a day, in milliseconds. A date is ignored: the device's clock may be years off. */
function asked(seconds: unknown): number | undefined {
  return Math.min(Math.max(parseFloat(String(seconds)), RETRY_SECONDS.min), RETRY_SECONDS.max) * 1000 || undefined;
}

/**
 * The one result of a receipt that names the item: two of them prove nothing. In place of the protocol's `readReceipt`,
 * which also checks what plays no part here, at 0.2 kB for every page.
 */
function resultFor(item: Item, {protocol, results}: Record<string, unknown>): Result | undefined {
  const list: unknown[] = protocol === PROTOCOL && Array.isArray(results) ? results : [];
  const [result, another] = list.filter((each) => (Object(each) as Result).id === item.id);
  return another ? undefined : (result as Result | undefined);
}

function judgeItem(result: Result | undefined, item: Item): Verdict {
  if (proves(result, item)) return {is: 'delivered'};
  const {status, code, retryAfter} = result ?? {};
  if (status === 'deferred') return waiting('deferred', 'back-off', asked(retryAfter));
  if (status === 'rejected') return code === 'unknown-campaign' ? waiting(code, 'slow') : {is: 'refused', code: String(code ?? status)};
  if (status === 'conflict') return item.previousId ? {is: 'refused', code: status} : {is: 'conflict'};
  return UNPROVEN;
}

/** A page where a machine should answer: a public Wi-Fi that asks for a login, say. */
const PAGE = /^\s*<(!doctype|html)/i;

const allOf = (items: readonly Item[], verdict: Verdict): Judgement => ({
  is: 'judged',
  verdicts: new Map(items.map(({id}) => [id, verdict])),
});

/** What a reply to these items means (protocol.md § 4.3 and 4.4). No reply at all: a fault of the network. */
export function judge(reply: Reply | undefined, items: readonly Item[], wire?: Wire): Judgement {
  if (!reply) return waiting('network');
  const {status} = reply;
  const isFine = status >= 200 && status < 300;
  // The one place where a status is believed, because an integrator wanted it so.
  if (wire === 'json-status' && isFine && !PAGE.test(reply.body)) return allOf(items, {is: 'delivered'});
  const said = parse(reply.body);
  if (status === 200) {
    const verdicts = new Map(items.map((item) => [item.id, judgeItem(resultFor(item, said), item)]));
    // Not one usable word about any of them: it is not our collector that speaks.
    if ([...verdicts.values()].some((verdict) => verdict !== UNPROVEN)) {
      return {is: 'judged', verdicts, rest: asked(said['retryAfter'] || undefined)};
    }
  }
  if (isFine) return waiting('not-our-server');

  const problem = String(said['type']).split(PROBLEM_TYPE)[1];
  // A server that does not speak our version of the protocol: nothing is wrong with the answers.
  const misconfigured = (status >= 300 && status < 400) || MISCONFIGURED.includes(status) || problem === 'unsupported-protocol';
  if (misconfigured) return waiting('endpoint-misconfigured', 'slow');
  if (UNREADABLE.includes(status)) {
    if (items.length > 1) return {is: 'halved'};
    return allOf(items, {is: 'refused', code: problem ?? `http-${status}`});
  }
  return waiting('server', SOON.includes(status) ? 'soon' : 'back-off', asked(said['retryAfter']) ?? asked(reply.retryAfter));
}
