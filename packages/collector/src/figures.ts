import type {Campaign, Day, Id, Results} from '@ppgp/schema';
import {figures, partFigures, silentFigures, type FiguresOptions} from '@ppgp/tally';
import {Count, type Heap, type PartOf} from './count.js';
import {definitionsOf} from './definitions.js';
import {answerFilter, partOfFilter, passes, type Filter} from './filter.js';
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
    const {campaign} = registered;
    const [only] = filter;
    const [name, value] = only ?? [];
    const count = await this.#count(registered, filter);
    const k = campaign.k?.team ?? TEAM_K;
    const optionsOf = (heap: Heap): FiguresOptions => {
      const expected = expectedOf(campaign, filter);
      return {
        k,
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
    };
    const told = (results: Results): Results => (count.sealed ? {...results, sealed: true} : results);
    if (name === undefined || value === undefined) return told(figures(count.whole.tally, optionsOf(count.whole)));
    if (filter.size > 1) return told(this.#several(count, filter, optionsOf));
    const part = count.part(value);
    if (!name.startsWith('q.')) return told(tellPart(count, value, optionsOf(part)));
    const {flags: _flags, weeks: _weeks, ...options} = {...optionsOf(part), versions: [...count.whole.versions].sort()};
    const chosen = answerFilter(count.whole.tally, name, k);
    if (!chosen.isTold(value)) return told(silentFigures(part.tally, options));
    if (!chosen.isOne) return told(figures(part.tally, {...options, basesOnly: true}));
    return told(tellPart(count, value, options, chosen.isTold));
  }

  /** The campaigns counted so far, whole, for whoever watches over them. */
  *flagged(): Generator<{campaign: Id; day: Day; count: number}> {
    for (const [campaign, {count}] of this.#whole) for (const [day, flags] of count.whole.flagged) yield {campaign, day, count: flags};
  }

  /**
   * The whole of a campaign, counted up to now.
   * @throws StoreError
   */
  whole(registered: RegisteredCampaign): Promise<Count> {
    return this.#count(registered, new Map());
  }

  /** Several filters at once: how many they leave, unless an answer is among them, which a small number would tell. */
  #several(count: Count, filter: Filter, optionsOf: (heap: Heap) => FiguresOptions): Results {
    const part = count.part(PASSED);
    const hasAnswer = [...filter.keys()].some((name) => name.startsWith('q.'));
    return hasAnswer ? silentFigures(part.tally, optionsOf(part)) : figures(part.tally, {...optionsOf(part), basesOnly: true});
  }

  async #count(registered: RegisteredCampaign, filter: Filter): Promise<Count> {
    const {campaign} = registered;
    const [name] = filter.keys();
    const count =
      name === undefined
        ? await this.#kept(this.#whole, campaign.id, registered)
        : filter.size === 1
          ? await this.#kept(this.#parts, `${campaign.id} ${name}`, registered, partOfFilter(name, filter.get(name) ?? ''))
          : new Count(await definitionsOf(this.#store, campaign), (counted) => (passes(filter, counted) ? PASSED : undefined));
    await count.advance(this.#store, campaign.id);
    return count;
  }

  /** A campaign that was replaced is counted anew: its settings decide how answers are read. */
  async #kept(
    counts: Map<string, {revision: number; count: Count}>,
    key: string,
    {campaign, revision}: RegisteredCampaign,
    partOf?: PartOf,
  ): Promise<Count> {
    const known = counts.get(key);
    counts.delete(key);
    const count = known?.revision === revision ? known.count : new Count(await definitionsOf(this.#store, campaign), partOf);
    counts.set(key, {revision, count});
    const [oldest] = counts.keys();
    if (counts === this.#parts && counts.size > MOST_KEPT && oldest !== undefined) counts.delete(oldest);
    return count;
  }
}

/** One part beside the others that may be asked for. */
function tellPart(count: Count, value: string, options: FiguresOptions, isAsked: (name: string) => boolean = () => true): Results {
  const others = [...count.parts].filter(([name]) => name !== value && isAsked(name)).map(([name, {tally}]) => [name, tally] as const);
  const parts = new Map([[value, count.part(value).tally], ...others]);
  return partFigures(count.whole.tally, parts, value, options);
}
