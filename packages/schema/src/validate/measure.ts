import type {Fault} from '../survey-error.js';
import {fault} from './faults.js';

/** Deeper nesting, or more, than any definition has a use for. The collector and the elements read no more of a definition either. */
const DEPTH = 32;
const SIZE = 1_000_000;

const tooDeep = fault('', 'too-deep', `This is nested deeper than ${DEPTH} levels.`);
const tooBig = fault('', 'too-big', 'This is larger than a million characters.');
const ownPrototype = fault('', 'bad-key', 'No member may be called "__proto__".');

/** How many characters a value takes as JSON, roughly and without its members. */
const sizeOf = (value: unknown): number => (typeof value === 'string' ? value.length + 3 : 2);

/** Why a value is not even looked at: it would take too long, or is an attack. Undefined when it is harmless; takes one pass. */
export function harmIn(value: unknown): Fault | undefined {
  let level: unknown[] = [value];
  let size = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH) return tooDeep;
    const next: unknown[] = [];
    for (const one of level) {
      size += sizeOf(one);
      if (size > SIZE) return tooBig;
      if (typeof one !== 'object' || one === null) continue;
      if (Object.hasOwn(one, '__proto__')) return ownPrototype;
      for (const [key, member] of Object.entries(one)) {
        size += Array.isArray(one) ? 0 : key.length + 3;
        next.push(member);
      }
    }
    level = next;
  }
  return undefined;
}
