import type {Condition, Id} from '@ppgp/schema';
import type {Situation} from '@ppgp/session';

/** What is known of a person before they have answered anything. */
export interface Known {
  situation: Situation;
  /** An earlier question of the form asks for the territory. */
  asksTerritory: boolean;
  /** Earlier questions that stand on the page. */
  shown: ReadonlySet<Id>;
}

function every(parts: readonly (boolean | Condition)[]): boolean | Condition[] {
  if (parts.includes(false)) return false;
  const open = parts.filter((part) => typeof part !== 'boolean');
  return open.length === 0 || open;
}

const not = (part: boolean | Condition): boolean | Condition =>
  typeof part === 'boolean' ? !part : 'not' in part ? part.not : {not: part};

/**
 * A condition as far as it can be decided before anything is answered: true, false, or what rests on answers to questions of the page.
 * Nothing is undecided that the page does not ask.
 */
export function decided(condition: Condition, known: Known): boolean | Condition {
  const {situation, asksTerritory, shown} = known;
  if ('all' in condition) {
    const parts = every(condition.all.map((part) => decided(part, known)));
    return typeof parts === 'boolean' ? parts : (parts.length === 1 && parts[0]) || {all: parts};
  }
  if ('any' in condition) {
    const parts = every(condition.any.map((part) => not(decided(part, known))));
    if (typeof parts === 'boolean') return !parts;
    const [only] = parts;
    return parts.length === 1 && only ? not(only) : {any: parts.map((part) => ('not' in part ? part.not : {not: part}))};
  }
  if ('not' in condition) return not(decided(condition.not, known));
  if ('territory' in condition) {
    const {territory} = situation;
    return territory === undefined && asksTerritory ? condition : territory !== undefined && condition.territory.includes(territory);
  }
  if ('source' in condition) return situation.source !== undefined && condition.source.includes(situation.source);
  if ('wave' in condition) return situation.wave !== undefined && condition.wave.includes(situation.wave);
  if ('mode' in condition) return condition.mode.includes(situation.mode);
  return shown.has(condition.question) ? condition : condition.answered === false;
}
