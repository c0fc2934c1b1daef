import type {Campaign, Day, Id, Results} from '@ppgp/schema';
import {figures, partFigures, silentFigures, type FiguresOptions, type PartOptions} from '@ppgp/tally';
import {Count, type Heap, type PartOf} from './count.js';
import {definitionsOf} from './definitions.js';
import {answerFilter, crossingBy, isByAnswer, partBy, passes, type Filter} from './filter.js';
import type {AnswerStore, RegisteredCampaign} from './store/answer-store.js';

/** The smallest base whose cells the team is shown, unless the campaign says otherwise. */
const TEAM_K = 5;
/** Dimensions by which answers are kept counted, of all campaigns together; the one asked for longest ago goes first. */
const MOST_KEPT = 40;
/** The one part of answers that pass several filters at once. */
const PASSED = 'passed';

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

/** One part beside the others that may be asked for. */
function tellPart(count: Count, value: string, options: PartOptions, isAsked: (name: string) => boolean = () => true): Results {
  const others = [...count.parts].filter(([name]) => name !== value && isAsked(name));
  const parts = new Map([[value, count.part(value).tally], ...others.map(([name, {tally}]) => [name, tally] as const)]);
  return partFigures(count.whole.tally, parts, value, options);
}

/**
 * The team's figures of each campaign, whole or narrowed by one thing. Counts are kept in memory and only read on; those narrowed by
 * several things, of which bases alone are told, are counted when they are asked for.
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
    if (first === undefined) return figures(whole.whole.tally, options(whole.whole));
    if (more.length > 0) return this.#several(registered, filter, options);
    const [name, value] = first;
    const counted = (): Promise<Count> => this.#kept(this.#parts, `${registered.campaign.id} ${name}`, registered, partBy(name));
    if (!isByAnswer(name)) {
      const count = await counted();
      return tellPart(count, value, options(count.part(value)));
    }
    const {isOne, isTold} = answerFilter(whole.whole.tally, name, registered.campaign.k?.team ?? TEAM_K);
    const versions = [...whole.whole.versions].sort();
    // An answer by week, or by flag, is a table narrowed by week that this one would give away.
    const bare = ({flags: _flags, weeks: _weeks, ...rest}: FiguresOptions): FiguresOptions => ({...rest, versions});
    if (!isTold(value)) return silentFigures(whole.whole.tally, bare(options(whole.whole)));
    if (!isOne) {
      const passing = await this.#passing(registered, filter);
      return figures(passing.tally, {...bare(options(passing)), basesOnly: true});
    }
    const count = await counted();
    const crossing = crossingBy(whole.whole.tally, name);
    return tellPart(count, value, {...bare(options(count.part(value))), crossing}, isTold);
  }

  /** Several filters at once: how many they leave, unless an answer is among them, which a small number would tell. */
  async #several(registered: RegisteredCampaign, filter: Filter, options: (heap: Heap) => FiguresOptions): Promise<Results> {
    const passing = await this.#passing(registered, filter);
    const hasAnswer = [...filter.keys()].some(isByAnswer);
    return hasAnswer ? silentFigures(passing.tally, options(passing)) : figures(passing.tally, {...options(passing), basesOnly: true});
  }

  async #passing({campaign}: RegisteredCampaign, filter: Filter): Promise<Heap> {
    const definitions = await definitionsOf(this.#store, campaign);
    const count = new Count(definitions, (counted) => (passes(filter, counted) ? PASSED : undefined));
    await count.advance(this.#store, campaign.id);
    return count.part(PASSED);
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
