import type {Board, Id, Theme} from '@ppgp/schema';

/** How many themes a board keeps for today, unless it says otherwise. */
const TODAY_MAX = 3;

/** What a parent chose on a board: what of it is for today, and what is put off to another time. Put off is not thrown away. */
export class Choosing {
  readonly board: Board;
  readonly todayMax: number;
  readonly #chosen = new Set<Id>();
  #today: Id[] = [];

  constructor(board: Board) {
    this.board = board;
    this.todayMax = board.todayMax ?? TODAY_MAX;
  }

  /** In the board's order. */
  get chosen(): Theme[] {
    return this.board.themes.filter(({id}) => this.#chosen.has(id));
  }

  /** What there is to speak of: all that is chosen but « Tout va bien » and its like. */
  get subjects(): Theme[] {
    return this.chosen.filter((theme) => !isExclusive(theme));
  }

  /** In the order in which they were put there. */
  get today(): Theme[] {
    return this.#today.flatMap((id) => this.chosen.find((theme) => theme.id === id) ?? []);
  }

  get later(): Theme[] {
    return this.subjects.filter(({id}) => !this.#today.includes(id));
  }

  get isFull(): boolean {
    return this.#today.length >= this.todayMax;
  }

  isChosen(id: Id): boolean {
    return this.#chosen.has(id);
  }

  /** Chooses a theme or leaves it. « Tout va bien » takes the place of all others, and any other takes its place. */
  toggle(id: Id): void {
    const theme = this.board.themes.find((one) => one.id === id);
    if (!theme) return;
    if (this.#chosen.has(id)) {
      this.#leave(id);
      return;
    }
    for (const other of this.chosen) if (isExclusive(theme) || isExclusive(other)) this.#leave(other.id);
    this.#chosen.add(id);
  }

  /** Where no more was chosen than there is time for, all of it is for today; else the parent says what. */
  settle(): void {
    if (this.#today.length === 0 && this.subjects.length <= this.todayMax) this.#today = this.subjects.map(({id}) => id);
  }

  /** False where it is not chosen, or today is full. */
  toToday(id: Id): boolean {
    if (this.isFull || !this.later.some((theme) => theme.id === id)) return false;
    this.#today.push(id);
    return true;
  }

  toLater(id: Id): void {
    this.#today = this.#today.filter((one) => one !== id);
  }

  #leave(id: Id): void {
    this.#chosen.delete(id);
    this.toLater(id);
  }
}

const isExclusive = ({role}: Theme): boolean => role === 'exclusive';
