import type {Why} from '@ppgp/words';
import type {Reason, WaitingAnswer} from '../internal/outbox.js';

/** Answers of one campaign that wait for one reason. Never what is in them. */
export interface Row {
  campaign: string;
  why: Why;
  /** What the collector said when it refused. */
  code: string | undefined;
  count: number;
  /** Day on which the first of them was saved, YYYY-MM-DD. */
  since: string;
}

/** What goes to one endpoint. */
export interface Bundle {
  endpoint: string;
  /** Of the answers. */
  ids: string[];
  rows: Row[];
}

/** Why one answer waits, as far as this page has seen. */
export function whyOf({state, stored}: WaitingAnswer, reason: Reason | undefined, online: boolean): Why {
  if (!stored) return 'memory';
  if (state === 'parked') return 'refused';
  if (reason === 'network') return online ? 'network' : 'offline';
  return reason ?? (online ? 'new' : 'offline');
}

/** The first of some days. */
export const firstDay = (waiting: readonly {savedDay: string}[]): string =>
  waiting.reduce((first, {savedDay}) => (first === '' || savedDay < first ? savedDay : first), '');

/** What waits, by endpoint, then by campaign and reason, in the order in which it came. */
export function bundles(waiting: readonly WaitingAnswer[], whyOfAnswer: (answer: WaitingAnswer) => Why): Bundle[] {
  const found = new Map<string, {bundle: Bundle; rows: Map<string, Row>}>();
  for (const answer of waiting) {
    const {endpoint, campaign, savedDay, id} = answer;
    const at = found.get(endpoint) ?? {bundle: {endpoint, ids: [], rows: []}, rows: new Map<string, Row>()};
    found.set(endpoint, at);
    at.bundle.ids.push(id);
    const why = whyOfAnswer(answer);
    const code = why === 'refused' ? answer.code : undefined;
    const key = JSON.stringify([campaign, why, code]);
    const row = at.rows.get(key);
    if (row) {
      row.count += 1;
      row.since = firstDay([row, answer].map((one) => ({savedDay: 'since' in one ? one.since : one.savedDay})));
    } else {
      const made = {campaign, why, code, count: 1, since: savedDay};
      at.rows.set(key, made);
      at.bundle.rows.push(made);
    }
  }
  return [...found.values()].map(({bundle}) => bundle);
}
