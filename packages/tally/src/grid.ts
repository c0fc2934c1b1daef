/** One part of the people: its base, and its cells along the question's codes. */
export interface Part {
  base: number;
  cells: readonly number[];
}

/** A cell: which part, which code. */
type Place = readonly [part: number, code: number];

/** Cells by part and code, some of them hidden. Each row (one code across the parts) has a sum that everyone knows. */
export class Grid {
  readonly #parts: readonly Part[];
  readonly #codes: readonly number[];
  readonly #hidden: boolean[][];
  readonly #k: number;
  /** Each person is in one cell, so that a part's cells add up to its base. */
  readonly #isOne: boolean;
  /** The part that nobody reads, −1 where there is none. */
  readonly #unread: number;

  constructor(parts: readonly Part[], {k, isOne, unread}: {k: number; isOne: boolean; unread: number}) {
    this.#parts = parts;
    this.#codes = (parts[0]?.cells ?? []).map((_, code) => code);
    this.#hidden = parts.map(({cells}) => cells.map(() => false));
    this.#k = k;
    this.#isOne = isOne;
    this.#unread = unread;
  }

  isHidden(part: number, code: number): boolean {
    return this.#hidden[part]?.[code] === true;
  }

  hide(part: number, code: number): void {
    const marks = this.#hidden[part];
    if (marks) marks[code] = true;
  }

  /** Hides more until what is hidden stays so. */
  close(): void {
    while (this.#mendColumns() || this.#mendRows() || this.#mendFixed());
  }

  #count = (part: number, code: number): number => this.#parts[part]?.cells[code] ?? 0;
  #base = (part: number): number => this.#parts[part]?.base ?? 0;
  #column = (part: number): Place[] => this.#codes.map((code) => [part, code]);
  #row = (code: number): Place[] => this.#parts.map((_, part) => [part, code]);

  /** A part's hidden cells must hold k people. */
  #mendColumns(): boolean {
    if (!this.#isOne) return false;
    return this.#parts.some((_, part) => {
      const column = this.#column(part);
      const hidden = column.filter(([, code]) => this.isHidden(part, code));
      const inside = sum(hidden.map(([, code]) => this.#count(part, code)));
      return hidden.length > 0 && (hidden.length === 1 || inside < this.#k) && this.#hideSmallest(column);
    });
  }

  /** The parts whose cell of one code is hidden must together hold k people who gave it, and k who did not. */
  #mendRows(): boolean {
    return this.#codes.some((code) => {
      const row = this.#row(code);
      const hidden = row.filter(([part]) => this.isHidden(part, code));
      const inside = sum(hidden.map(([part]) => this.#count(part, code)));
      const outside = sum(hidden.map(([part]) => this.#base(part))) - inside;
      return hidden.length > 0 && (hidden.length === 1 || inside < this.#k || outside < this.#k) && this.#hideSmallest(row);
    });
  }

  #mendFixed(): boolean {
    return this.#parts.some((_, part) =>
      this.#codes.some(
        (code) =>
          this.isHidden(part, code) &&
          !this.#isFree(part, code) &&
          (this.#hideSmallest(this.#column(part)) || this.#hideSmallest(this.#row(code))),
      ),
    );
  }

  /** Equal cells go together, or their order would tell them apart. False when there is nothing left to hide. */
  #hideSmallest(line: readonly Place[]): boolean {
    const shown = line.filter(([part, code]) => !this.isHidden(part, code));
    const unread = shown.filter(([part]) => part === this.#unread);
    // Which of these are hidden is never seen: one is enough, best where something is hidden already.
    const place = unread.find(([, code]) => this.#row(code).some(([part]) => this.isHidden(part, code))) ?? unread[0];
    if (place !== undefined) {
      this.hide(...place);
      return true;
    }
    const smallest = Math.min(...shown.map(([part, code]) => this.#count(part, code)));
    for (const [part, code] of shown) if (this.#count(part, code) === smallest) this.hide(part, code);
    return shown.length > 0;
  }

  /**
   * Whether a hidden cell can have another value with every sum as it is: some chain of hidden cells, one more and one less by
   * turns, leads back to it. (After D. Gusfield, SIAM J. Comput. 17 (1988), 552–571, for counts that cannot fall below zero.)
   */
  #isFree(part: number, code: number): boolean {
    const count = this.#count(part, code);
    return (count < this.#base(part) && this.#leads(part, code, 'up')) || (count > 0 && this.#leads(part, code, 'down'));
  }

  /** From the code's row to the part's column when the cell goes up, from the column to the row when it goes down. */
  #leads(part: number, code: number, way: 'up' | 'down'): boolean {
    const codeAt = (each: number): number => this.#parts.length + each;
    const [start, end] = way === 'up' ? [codeAt(code), part] : [part, codeAt(code)];
    const seen = new Set([start]);
    // Grows while it is walked: places that were reached.
    for (const at of seen) {
      if (at === end) return true;
      if (at >= this.#parts.length) {
        const row = at - this.#parts.length;
        const canFall = (other: number): boolean => this.#isOther(other, row, part, code) && this.#count(other, row) > 0;
        for (const other of this.#parts.keys()) if (canFall(other)) seen.add(other);
        continue;
      }
      // Where people tick several, a part's cells add up to nothing known: the chain may go on in any other.
      if (!this.#isOne) for (const other of this.#parts.keys()) seen.add(other);
      const canRise = (other: number): boolean => this.#isOther(at, other, part, code) && this.#count(at, other) < this.#base(at);
      for (const other of this.#codes) if (canRise(other)) seen.add(codeAt(other));
    }
    return false;
  }

  #isOther(part: number, code: number, ownPart: number, ownCode: number): boolean {
    return this.isHidden(part, code) && (part !== ownPart || code !== ownCode);
  }
}

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
