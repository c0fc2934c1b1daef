/** A value that changes, with every step of it undone and done again. */
export class History<T> {
  #now: T;
  readonly #past: T[] = [];
  #future: T[] = [];
  #topic: string | undefined;

  constructor(first: T) {
    this.#now = first;
  }

  get now(): T {
    return this.#now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Changes about the same topic that follow each other, such as the letters of a text, are one step. */
  change(next: T, topic?: string): void {
    if (topic === undefined || topic !== this.#topic) this.#past.push(this.#now);
    this.#future = [];
    this.#become(next, topic);
  }

  undo(): void {
    this.#travel(this.#past, this.#future);
  }

  redo(): void {
    this.#travel(this.#future, this.#past);
  }

  #travel(from: T[], to: T[]): void {
    const next = from.pop();
    if (next === undefined) return;
    to.push(this.#now);
    this.#become(next);
  }

  #become(next: T, topic?: string): void {
    this.#now = next;
    this.#topic = topic;
  }
}
