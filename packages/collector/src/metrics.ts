import type {Day, Id} from '@ppgp/schema';

/** What became of an answer, or is said of it. */
export const OUTCOMES = ['stored', 'duplicate', 'conflict', 'deferred', 'rejected', 'flagged', 'unknown_campaign'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Days that are told; monitoring reads them long before. */
const DAYS = 8;

const HELP: Record<Outcome, string> = {
  stored: 'Answers stored.',
  duplicate: 'Answers that were stored already. Above 1 % of those stored, receipts are being lost somewhere.',
  conflict: 'Answers whose id another answer has.',
  deferred: 'Answers that were asked to come again later.',
  rejected: 'Answers whose envelope can never be read.',
  flagged: 'Flags of answers counted so far in figures that were asked for.',
  unknown_campaign: 'Answers for a campaign that nobody registered.',
};

/**
 * Counts since the start of this process, by campaign and day: never a person, an address or a content. What names no
 * registered campaign stands under an empty name, or anyone could fill the memory with names.
 */
export class Metrics {
  readonly #counts = new Map<string, {outcome: Outcome; campaign: Id; day: Day; count: number}>();
  readonly #campaigns = new Set<Id>();

  add(outcome: Outcome, day: Day, campaign: Id = ''): void {
    if (outcome === 'stored' || outcome === 'duplicate' || outcome === 'conflict') this.#campaigns.add(campaign);
    const known = this.#campaigns.has(campaign) ? campaign : '';
    const key = `${outcome} ${known} ${day}`;
    const entry = this.#counts.get(key);
    if (entry === undefined) this.#counts.set(key, {outcome, campaign: known, day, count: 1});
    else entry.count += 1;
    if (entry === undefined) this.#forget();
  }

  /** In Prometheus' text format. `flagged`: by campaign and day, from the figures that are in memory. */
  text(flagged: Iterable<{campaign: Id; day: Day; count: number}> = []): string {
    const all = [...this.#counts.values(), ...[...flagged].map((one) => ({...one, outcome: 'flagged' as const}))];
    const lines = OUTCOMES.flatMap((outcome) => [
      `# HELP ppgp_answers_${outcome} ${HELP[outcome]}`,
      `# TYPE ppgp_answers_${outcome} ${outcome === 'flagged' ? 'gauge' : 'counter'}`,
      ...all
        .filter((one) => one.outcome === outcome)
        .map(({campaign, day, count}) => `ppgp_answers_${outcome}{campaign="${campaign}",day="${day}"} ${count}`),
    ]);
    return `${lines.join('\n')}\n`;
  }

  #forget(): void {
    const days = [...new Set([...this.#counts.values()].map(({day}) => day))].slice(0, -DAYS);
    for (const [key, {day}] of this.#counts) if (days.includes(day)) this.#counts.delete(key);
  }
}
