import type {Day, Id} from '@ppgp/schema';
import {dayAfter} from './campaign-state.js';
import type {Clock, Log} from './dependencies.js';
import type {AnswerStore} from './store/answer-store.js';

/** The name of the note that says on which day a campaign was last looked through. */
const SWEPT = 'swept';
/** Two looks this far apart, or the later one first: the clock was set anew, and is believed only when tomorrow agrees. Days. */
const LEAP = 31;

/**
 * Erases what a campaign keeps for longer than its `keepDays`. Of an answer there remain its id and its day, so that a tablet that
 * comes late does not bring it back. Nothing is erased on the first day of a clock that leapt.
 * @returns how many were erased
 * @throws StoreError
 */
async function eraseOld(store: AnswerStore, campaign: Id, keepDays: number, today: Day): Promise<number> {
  const before = await store.note(campaign, SWEPT);
  if (before !== today) await store.setNote(campaign, SWEPT, today, before);
  if (before === undefined || today < before || today > dayAfter(before, LEAP)) return 0;
  return store.erase(campaign, dayAfter(today, -keepDays));
}

/** Looks through every campaign that says how long its answers are kept. */
export async function eraseOldAnswers(store: AnswerStore, clock: Clock, log?: Log): Promise<number> {
  let erased = 0;
  for (const {campaign} of await store.campaigns()) {
    if (campaign.keepDays === undefined) continue;
    const count = await eraseOld(store, campaign.id, campaign.keepDays, clock.today());
    if (count > 0) log?.({event: 'erased', campaign: campaign.id, count});
    erased += count;
  }
  return erased;
}
