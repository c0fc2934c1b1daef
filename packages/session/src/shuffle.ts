import type {Choice, Id} from '@ppgp/schema';
import type {Asked} from './asked.js';

/** A number that a text always gives, spread evenly over 32 bits: FNV-1a with MurmurHash3's last mix. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function shuffled(choices: readonly Choice[], seed: number, question: Id): readonly Choice[] {
  const keyed = choices
    .filter(({role}) => role === undefined)
    .map((choice) => ({choice, key: hashOf(`${seed}/${question}/${choice.id}`)}))
    .sort((one, other) => one.key - other.key);
  return [...keyed.map(({choice}) => choice), ...choices.filter(({role}) => role !== undefined)];
}

/**
 * Puts the choices of questions that say `shuffle` in an order of their own: the same for the same seed and question, whatever else is
 * there. « Autre », « aucun » and « pas concerné » stay last. Seed 0 keeps the definition's order. What is stored does not change.
 */
export const shuffle =
  (seed: number) =>
  (asked: readonly Asked[]): readonly Asked[] =>
    seed === 0
      ? asked
      : asked.map((one) =>
          'shuffle' in one.question && one.question.shuffle === true
            ? {...one, choices: shuffled(one.choices, seed, one.question.id)}
            : one,
        );
