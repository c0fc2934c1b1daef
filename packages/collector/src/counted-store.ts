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
  // Over nothing: over the store itself, members that cannot be configured would have to be given out unbound.
  return new Proxy({} as AnswerStore, {
    get(_nothing, name) {
      if (name === 'keep') return keep;
      const member: unknown = Reflect.get(store, name, store);
      return typeof member === 'function' ? (member.bind(store) as unknown) : member;
    },
  });
}
