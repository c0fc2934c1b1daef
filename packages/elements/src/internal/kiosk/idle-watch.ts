/** In seconds: how long nobody touches the screen before it asks; how long it then waits; how long thanks are shown. */
export const TIMES = {ask: 60, leave: 20, thanks: 10};

/** `thanks`: something was given and is kept; the screen clears by itself. */
export type IdlePhase = 'attract' | 'open' | 'warning' | 'thanks';

/**
 * When a shared screen goes back to its beginning. Nothing is timed by the clock of the wall, which may jump; a screen that was dark for
 * long asks at once, on opaque ground, because another person may be the one who woke it.
 */
export class IdleWatch {
  phase: IdlePhase = 'attract';
  readonly #leave: () => void;
  #since = 0;

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  /** Somebody begins. `now`: milliseconds of a clock that only goes forward. */
  begin(now: number): void {
    this.phase = 'open';
    this.#since = now;
  }

  /** A touch, a key, a scroll. A warning is answered by its buttons alone. */
  touched(now: number): void {
    if (this.phase === 'open' || this.phase === 'thanks') this.#since = now;
  }

  /** « Oui, je continue » */
  goOn(now: number): void {
    if (this.phase === 'warning') this.begin(now);
  }

  /** The screen was dark. */
  returned(now: number): void {
    if (this.phase === 'open') this.#warn(now);
  }

  /** Goes back to the beginning, now. */
  finish(): void {
    this.phase = 'attract';
    this.#leave();
  }

  /** Once a second. `busy`: something is being kept, which the screen waits for. `given`: it is. */
  tick(now: number, {busy, given}: {busy: boolean; given: boolean}): void {
    if (this.phase === 'attract' || busy) return;
    if (given && this.phase !== 'thanks') {
      this.phase = 'thanks';
      this.#since = now;
    }
    if (this.phase === 'open' && now - this.#since >= TIMES.ask * 1000) this.#warn(now);
    else if (this.phase !== 'open' && this.secondsLeft(now) === 0) this.finish();
  }

  /** Until the screen clears; only while it warns or thanks. */
  secondsLeft(now: number): number {
    const all = this.phase === 'thanks' ? TIMES.thanks : TIMES.leave;
    return Math.max(0, Math.ceil(all - (now - this.#since) / 1000));
  }

  #warn(now: number): void {
    this.phase = 'warning';
    this.#since = now;
  }
}
