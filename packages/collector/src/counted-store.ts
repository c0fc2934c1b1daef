import type {KeepOutcome} from './store/answer-store.js';
import type {AnswerStore, KeptAnswer} from './store/answer-store.js';
import type {Metrics, Outcome} from './metrics.js';

const OUTCOME: Record<KeepOutcome, Outcome> = {
  stored: 'stored',
  duplicate: 'duplicate',
  conflict: 'conflict',
  failed: 'deferred',
  'unknown-campaign': 'unknown_campaign',
};

/** The same store, with what becomes of answers counted, whichever way they come in. */
export function countedStore(store: AnswerStore, metrics: Metrics): AnswerStore {
  const keep = async (answers: readonly KeptAnswer[]): Promise<KeepOutcome[]> => {
    const outcomes = await store.keep(answers);
    answers.forEach(({campaign, received}, i) => metrics.add(OUTCOME[outcomes[i] ?? 'failed'], received, campaign));
    return outcomes;
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === 'keep') return keep;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
