import type {Campaign, Day, Id, Results} from '@ppgp/schema';
import {figures} from '@ppgp/tally';
import {Count} from './count.js';
import {definitionsOf} from './definitions.js';
import type {Filter} from './filter.js';
import type {AnswerStore, RegisteredCampaign} from './store/answer-store.js';

/** The smallest base whose cells the team is shown, unless the campaign says otherwise. */
const TEAM_K = 5;
const EVERYTHING: Filter = new Map();

/** How many answers are expected, where that is known of what the filter leaves. */
function expectedOf({expected}: Campaign, filter: Filter): number | undefined {
  if (expected === undefined || typeof expected === 'number') return filter.size === 0 ? expected : undefined;
  if (filter.size === 0) return Object.values(expected).reduce((sum, one) => sum + one, 0);
  const territory = filter.size === 1 ? filter.get('territory') : undefined;
  return territory !== undefined && Object.hasOwn(expected, territory) ? expected[territory] : undefined;
}

/**
 * The team's figures of each campaign. Those of a whole campaign are kept in memory and only read on;
 * narrowed ones are counted when they are asked for.
 */
export class Figures {
  readonly #store: AnswerStore;
  readonly #whole = new Map<Id, {revision: number; count: Count}>();

  constructor(store: AnswerStore) {
    this.#store = store;
  }

  /** @throws StoreError */
  async of({campaign, revision}: RegisteredCampaign, filter: Filter, asOf: Day): Promise<Results> {
    const count =
      filter.size === 0 ? await this.#wholeCount(campaign, revision) : new Count(await definitionsOf(this.#store, campaign), filter);
    await count.advance(this.#store, campaign.id);
    const expected = expectedOf(campaign, filter);
    const results = figures(count.tally, {
      k: campaign.k?.team ?? TEAM_K,
      audience: 'team',
      asOf,
      campaign: campaign.id,
      versions: [...count.versions].sort(),
      received: count.received,
      counted: count.counted,
      flags: Object.fromEntries(count.flags),
      weeks: Object.fromEntries([...count.weeks].sort()),
      ...(filter.size === 0 ? {} : {filter: Object.fromEntries(filter)}),
      ...(expected === undefined ? {} : {expected}),
    });
    return count.sealed ? {...results, sealed: true} : results;
  }

  /** A campaign that was replaced is counted anew: its settings decide how answers are read. */
  async #wholeCount(campaign: Campaign, revision: number): Promise<Count> {
    const known = this.#whole.get(campaign.id);
    if (known?.revision === revision) return known.count;
    const count = new Count(await definitionsOf(this.#store, campaign), EVERYTHING);
    this.#whole.set(campaign.id, {revision, count});
    return count;
  }
}
