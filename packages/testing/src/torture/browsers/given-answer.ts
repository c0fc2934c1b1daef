import {Seeded} from '../simulation/seeded.js';

/** What is asked of the answers of a run; every answer of it is known in advance, byte for byte. */
export const CAMPAIGN = 'tourmente';
export const VERSION = '1';
export const DAY = '2026-11-22';

/** Stands once in every answer: by it an answer is known again in a store, on a device, in a log. */
export const mark = (run: number, k: number): string => `tourmente-${run}-${k}-fin`;
const MARK = /tourmente-(\d+)-(\d+)-fin/;

/** The number of the answer that a text holds; undefined where it is no answer of this run. */
export function numberIn(text: string, run: number): number | undefined {
  const [, ofRun, k] = MARK.exec(text) ?? [];
  return Number(ofRun) === run ? Number(k) : undefined;
}

/** Characters that storage, JSON and databases have stumbled over: NUL, half a pair, line separators, an emoji, French spaces. */
const LETTERS = ['a', 'e', 's', 't', ' ', 'é', 'œ', '\u00a0', '\u202f', '’', '\u0000', '\ud800', '\u2028', '👶', '"', '\\', '\ufeff'];

/** The bytes of answer `k`: from some hundred to, one in twenty, 60 KB, which do not compress to nothing. */
export function payloadOf(run: number, k: number): string {
  const seeded = new Seeded(run * 65_537 + k);
  const draw = seeded.below(20);
  const length = draw === 0 ? 8_000 + seeded.below(20_000) : draw < 4 ? 1_000 + seeded.below(4_000) : seeded.below(300);
  let text = '';
  while (text.length < length) text += draw === 0 ? seeded.below(2 ** 31).toString(36) : seeded.pick(LETTERS);
  return JSON.stringify({mark: mark(run, k), text, number: seeded.once(2) ? -0 : 1e21});
}
