import {backOff, LONGEST_MS} from './back-off.js';
import type {Ports} from './ports.js';
import type {Pause} from './reply.js';

/** Pause while somebody has to put something right: a wrong endpoint, a campaign not registered yet. */
const SLOW_MS = 15 * 60_000;
/** "Soon" stops growing after this many failures (16 s). */
const SOON_FAILURES = 3;

/** Who has to wait, and for how long yet: endpoints by URL, single answers by id. Kept in memory: a new page tries at once. */
export interface Waits {
  /** One more failure. */
  add(who: string, pause: Pause): void;
  /** It went well. */
  forget(who: string): void;
  /** Milliseconds still to wait; 0 = may go. */
  left(who: string): number;
  /** A sign of life: what waits by our own guess may go, or, where a person insists, all. How often it failed stays known. */
  hurry(all?: boolean): void;
  /** How often a person insisted: what was asked before holds up nothing after. */
  urges: number;
}

export function makeWaits({clock, random, hidden}: Pick<Ports, 'clock' | 'random' | 'hidden'>): Waits {
  const waits = new Map<string, {failures: number; since: number; ms: number; guess: boolean}>();
  return {
    urges: 0,
    add(who, {pace, atLeast = 0}) {
      const failures = waits.get(who)?.failures ?? 0;
      const slow = pace === 'slow';
      const counted = pace === 'soon' ? Math.min(failures, SOON_FAILURES) : failures;
      const guess = backOff(counted, hidden?.() ? LONGEST_MS.hidden : LONGEST_MS.visible, random);
      // A pause that a server asked for, or a fault of configuration, is no guess.
      waits.set(who, {failures: failures + 1, since: clock.now(), ms: slow ? SLOW_MS : Math.max(guess, atLeast), guess: !slow && !atLeast});
    },
    forget: (who) => void waits.delete(who),
    left(who) {
      const wait = waits.get(who);
      const waited = wait ? clock.now() - wait.since : 0;
      // A clock that was set back ends the wait: it can no longer be measured.
      return wait && waited >= 0 ? Math.max(0, wait.ms - waited) : 0;
    },
    hurry(all) {
      if (all) this.urges++;
      for (const wait of waits.values()) if (all || wait.guess) wait.ms = 0;
    },
  };
}
