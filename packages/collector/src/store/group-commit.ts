import type {KeepOutcome, KeptAnswer} from './answer-store.js';

interface Waiting {
  answers: readonly KeptAnswer[];
  resolve(outcomes: KeepOutcome[]): void;
  reject(error: unknown): void;
}

/** What one commit may hold, so that neither memory nor the wait of those behind it grows without bound. */
const MOST_ANSWERS = 2000;
/** So many batches are not made to wait for more. */
const MANY = 40;

/** Keeps answers in one commit, each with its outcome, in order. */
export type KeepTogether = (answers: readonly KeptAnswer[]) => Promise<KeepOutcome[]>;

/** Batches that arrive together, or while a commit is under way, share the next one: one flush of the disk for all. */
export class GroupCommit {
  readonly #keepTogether: KeepTogether;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;

  constructor(keepTogether: KeepTogether) {
    this.#keepTogether = keepTogether;
  }

  /** Settled after the commit, with one outcome for each answer. */
  keep(answers: readonly KeptAnswer[]): Promise<KeepOutcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({answers, resolve, reject});
      this.#working ??= this.#work();
    });
  }

  /** Settled when nothing waits. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      // What the system has already received is read first, and shares the commit.
      for (let gathered = 0; gathered < this.#waiting.length && gathered < MANY;) {
        gathered = this.#waiting.length;
        await new Promise((resolve) => setImmediate(resolve));
      }
      await this.#commit(this.#take());
    }
    this.#working = undefined;
  }

  #take(): Waiting[] {
    let answers = 0;
    const tooMany = this.#waiting.findIndex((each, index) => (answers += each.answers.length) > MOST_ANSWERS && index > 0);
    return this.#waiting.splice(0, tooMany < 0 ? this.#waiting.length : tooMany);
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#keepTogether(group.flatMap(({answers}) => answers));
      let from = 0;
      for (const {answers, resolve} of group) resolve(outcomes.slice(from, (from += answers.length)));
    } catch (error) {
      for (const {reject} of group) reject(error);
    }
  }
}
