import type {Clock} from '../ports.js';

interface Timer {
  due: number;
  call: () => void;
}

/** A device's clock that goes only when told. Timers follow the time that passes; `now` is what the device believes. */
export class SimulatedClock implements Clock {
  /** Milliseconds that have really passed since the simulation began. */
  passed = 0;
  #believed: number;
  readonly #timers = new Set<Timer>();

  constructor(start = Date.UTC(2026, 10, 21, 10)) {
    this.#believed = start;
  }

  now(): number {
    return this.#believed + this.passed;
  }

  after(ms: number, call: () => void): () => void {
    const timer = {due: this.passed + Math.max(ms, 0), call};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers are set. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Whether a timer rings until then. */
  rings(end = this.passed): boolean {
    return [...this.#timers].some(({due}) => due <= end);
  }

  /** The device's clock is set to another time, as an empty battery or a person does. */
  jump(ms: number): void {
    this.#believed += ms;
  }

  /** Lets time pass until the next timer, and runs it. False when there is none until `end`: then it is `end`. */
  next(end: number): boolean {
    const [timer] = [...this.#timers].sort((one, other) => one.due - other.due);
    if (!timer || timer.due > end) {
      if (end < Infinity) this.passed = Math.max(this.passed, end);
      return false;
    }
    this.#timers.delete(timer);
    this.passed = Math.max(this.passed, timer.due);
    timer.call();
    return true;
  }
}
