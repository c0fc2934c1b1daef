import type {Change} from '@ppgp/browser-store';
import {PARCELS} from './parcel.js';
import type {Ports} from './ports.js';

/** The mark inside the store. Its value only differs from one marking to the next. */
export const CANARY = 'canary';

/**
 * Notices a store that vanished. While something waits there are two marks: one in the store, one outside with the number of answers.
 * The one outside without the one inside means that the store is another than it was. Both go when nothing waits any more.
 *
 * No false alarm, whichever page dies at whichever step: outside is first written "about to" (−1), which proves nothing; it becomes a
 * number only once the mark inside was committed, and only if nobody erased it meanwhile; and it is erased first.
 */
export interface Guard {
  /** Before an answer is put into the store: what goes with it in the same commit. */
  before(): Change[];
  /** It was committed, with the mark inside or without. `isNew`: it was not counted before. */
  after(isNew: boolean, isMarked: boolean): void;
  /**
   * Compares the marks, and renews or erases them. `managed`: the marks stay always. With `silent`, a loss is left to be found again.
   * Gives how many answers vanished, undefined where the store is the one it was. −1: what is there changes just now, or the store is
   * another one for the first time; whoever has answers in memory puts them back and asks again, and then the others are counted.
   */
  check(managed: boolean, silent: boolean): Promise<number | undefined>;
}

export function makeGuard({store, canary, random}: Pick<Ports, 'store' | 'canary' | 'random'>): Guard {
  /** −1 where nothing is noted for sure. */
  const count = (): number => canary?.read() ?? -1;
  let isDoubtful = false;

  function before(): Change[] {
    if (!canary || count() >= 0) return [];
    if (canary.read() === undefined) canary.write(-1);
    // Drawn anew: with the id of an answer that is put back, it would be the mark that another page is about to erase.
    return [{put: CANARY, value: random.bytes(8).join('')}];
  }

  return {
    before,
    after(isNew, isMarked) {
      if (count() >= 0) canary?.write(count() + (isNew ? 1 : 0));
      // Another page's "about to" is not ours to make a number of: its commit may fail.
      else if (isMarked && canary?.read() !== undefined) canary.write(1);
    },
    async check(managed, silent) {
      if (!canary) return undefined;
      const first = count();
      // Before the mark: were it after, a store that vanishes in between would look empty and innocent.
      const waiting = await store.count(PARCELS);
      let inside = await store.get(CANARY);
      // Looked at twice before the alarm: other pages may be erasing and marking at this moment.
      if (inside === undefined && first >= 0 && count() >= 0) inside = await store.get(CANARY);
      const outside = first < 0 ? first : count();
      const isOther = outside >= 0 && inside === undefined;
      const isSure = isDoubtful || !isOther;
      isDoubtful = isOther;
      // Saved, delivered or erased by another page in the meantime: marks must fit what is there.
      const isChanging = waiting > 0 !== Boolean(await store.last(PARCELS));
      if (!isSure || isChanging || (first >= 0 && count() < 0)) return -1;
      const missing = outside - waiting;
      const isLost = isOther && (missing > 0 || managed);
      if (isLost && silent) return undefined;
      if (managed || waiting > 0) {
        // Another store now: it is marked anew.
        if (isOther) canary.write(-1);
        const marking = before();
        try {
          await store.commit(marking);
          // A number only where the mark inside is there: put just now, or never doubted meanwhile.
          if (marking.length > 0 ? canary.read() !== undefined : count() >= 0) canary.write(waiting);
        } catch (error) {
          // What was lost is told now: the next look has nothing left to compare.
          if (!isLost) throw error;
        }
      } else {
        canary.write(undefined);
        // Another page may have marked it in the meantime; its mark stays.
        if (inside !== undefined) await store.commit([{expect: CANARY, value: inside}, {remove: CANARY}]).catch(() => undefined);
      }
      return isLost ? Math.max(missing, 0) : undefined;
    },
  };
}
