import type {Campaign, Day, Id, Results} from '@ppgp/schema';
import {figures, partFigures, silentFigures, type FiguresOptions, type PartOptions} from '@ppgp/tally';
import {Count, type Heap, type PartOf} from './count.js';
import {definitionsOf} from './definitions.js';
import {answerFilter, isByAnswer, partBy, tellsBy, type Filter} from './filter.js';
import type {AnswerStore, RegisteredCampaign} from './store/answer-store.js';

/** The smallest base whose cells the team is shown, unless the campaign says otherwise. */
const TEAM_K = 5;
/** Dimensions by which answers are kept counted, of all campaigns together; the one asked for longest ago goes first. */
const MOST_KEPT = 40;

/** How many answers are expected, where that is known of what the filter leaves. */
function expectedOf({expected}: Campaign, filter: Filter): number | undefined {
  if (expected === undefined || typeof expected === 'number') return filter.size === 0 ? expected : undefined;
  if (filter.size === 0) return Object.values(expected).reduce((sum, one) => sum + one, 0);
  const territory = filter.size === 1 ? filter.get('territory') : undefined;
  return territory !== undefined && Object.hasOwn(expected, territory) ? expected[territory] : undefined;
}

/** What is said of all answers of a heap. */
function optionsOf(campaign: Campaign, heap: Heap, filter: Filter, asOf: Day): FiguresOptions {
  const expected = expectedOf(campaign, filter);
  return {
    k: campaign.k?.team ?? TEAM_K,
    audience: 'team',
    asOf,
    campaign: campaign.id,
    versions: [...heap.versions].sort(),
    received: heap.received,
    counted: heap.counted,
    flags: Object.fromEntries(heap.flags),
    weeks: Object.fromEntries([...heap.weeks].sort()),
    ...(filter.size === 0 ? {} : {filter: Object.fromEntries(filter)}),
    ...(expected === undefined ? {} : {expected}),
  };
}

/** What is said of a part: its weeks, flags and versions would be tables narrowed by two things. */
const bare = ({flags: _flags, weeks: _weeks, ...rest}: FiguresOptions, {versions}: FiguresOptions): FiguresOptions => ({...rest, versions});

/** One part beside the others that may be asked for. */
function tellPart(
  count: Count,
  value: string,
  options: Omit<PartOptions, 'people'>,
  isAsked: (name: string) => boolean = () => true,
): Results {
  const others = [...count.parts].filter(([name]) => name !== value && isAsked(name));
  const parts = new Map([[value, count.part(value).tally], ...others.map(([name, {tally}]) => [name, tally] as const)]);
  const people = {everyone: count.whole.counted, parts: new Map([...count.parts].map(([name, {counted}]) => [name, counted]))};
  return partFigures(count.whole.tally, parts, value, {...options, people});
}

/**
 * The team's figures of each campaign, whole or narrowed by one thing. Counts are kept in memory and only read on.
 */
export class Figures {
  readonly #store: AnswerStore;
  readonly #whole = new Map<Id, {revision: number; count: Count}>();
  readonly #parts = new Map<string, {revision: number; count: Count}>();

  constructor(store: AnswerStore) {
    this.#store = store;
  }

  /** @throws StoreError */
  async of(registered: RegisteredCampaign, filter: Filter, asOf: Day): Promise<Results> {
    const whole = await this.whole(registered);
    const options = (heap: Heap): FiguresOptions => optionsOf(registered.campaign, heap, filter, asOf);
    const results = await this.#read(registered, filter, whole, options);
    return whole.sealed ? {...results, sealed: true} : results;
  }

  /**
   * The whole of a campaign, counted up to now.
   * @throws StoreError
   */
  whole(registered: RegisteredCampaign): Promise<Count> {
    return this.#kept(this.#whole, registered.campaign.id, registered);
  }

  /** Flags of the campaigns that were counted so far, for whoever watches over them. */
  *flagged(): Generator<{campaign: Id; day: Day; count: number}> {
    for (const [campaign, {count}] of this.#whole) for (const [day, flags] of count.whole.flagged) yield {campaign, day, count: flags};
  }

  async #read(registered: RegisteredCampaign, filter: Filter, whole: Count, options: (heap: Heap) => FiguresOptions): Promise<Results> {
    const [first, ...more] = filter;
    const all = options(whole.whole);
    if (first === undefined) return figures(whole.whole.tally, all);
    const silent = (count: number | null): Results => ({
      ...silentFigures(whole.whole.tally, all),
      received: count,
      counted: count,
    });
    // How many are in two places at once would tell whose tables are parts of others.
    if (more.length > 0) return silent(null);
    const [name, value] = first;
    if (!isByAnswer(name)) {
      const count = await this.#parted(registered, name, partBy(name));
      return tellPart(count, value, bare(options(count.part(value)), all));
    }
    const {isOne, isTold, countOf} = answerFilter(whole.whole.tally, name, all.k);
    if (!isTold(value)) return silent(null);
    // People who give several answers are in several parts.
    if (!isOne) return silent(countOf(value));
    const count = await this.#parted(registered, name, partBy(name));
    return tellPart(count, value, {...bare(options(count.part(value)), all), tells: tellsBy(whole.whole.tally, name)}, isTold);
  }

  #parted(registered: RegisteredCampaign, name: string, partOf: PartOf): Promise<Count> {
    return this.#kept(this.#parts, `${registered.campaign.id} ${name}`, registered, partOf);
  }

  /** A campaign that was replaced is counted anew: its settings decide how answers are read. */
  async #kept(
    counts: Map<string, {revision: number; count: Count}>,
    key: string,
    {campaign, revision}: RegisteredCampaign,
    partOf?: PartOf,
  ): Promise<Count> {
    let kept = counts.get(key);
    if (kept?.revision !== revision) {
      const definitions = await definitionsOf(this.#store, campaign);
      const meanwhile = counts.get(key);
      kept = meanwhile?.revision === revision ? meanwhile : {revision, count: new Count(definitions, partOf)};
    }
    counts.delete(key);
    counts.set(key, kept);
    const [oldest] = counts.keys();
    if (counts === this.#parts && counts.size > MOST_KEPT && oldest !== undefined) counts.delete(oldest);
    await kept.count.advance(this.#store, campaign.id);
    return kept.count;
  }
}
