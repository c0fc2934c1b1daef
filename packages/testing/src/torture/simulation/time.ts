interface Timer {
  due: number;
  call: () => void;
}

const START = Date.UTC(2026, 10, 21, 10);

/** Time that passes only when told. Timers follow what really passed; `believed` is what the device's clock shows. */
export class Time {
  /** Milliseconds since the device was first switched on. */
  passed = 0;
  #wrong = 0;
  readonly #timers = new Set<Timer>();

  get believed(): number {
    return START + this.#wrong + this.passed;
  }

  /** The clock is set to another time, as an empty battery or a person does. */
  jump(ms: number): void {
    this.#wrong += ms;
  }

  after(ms: number, call: () => void): () => void {
    const timer = {due: this.passed + Math.max(ms, 0), call};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** When the next timer rings; Infinity when none is set. */
  get next(): number {
    let next = Infinity;
    for (const {due} of this.#timers) if (due < next) next = due;
    return next;
  }

  /** Lets time pass until the next timer, and rings it. */
  ring(): void {
    const {next} = this;
    for (const timer of this.#timers) {
      if (timer.due !== next) continue;
      this.#timers.delete(timer);
      this.passed = Math.max(this.passed, next);
      timer.call();
      return;
    }
  }
}
