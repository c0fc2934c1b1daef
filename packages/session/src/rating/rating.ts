import type {Grid, GridItem, Id, Mark, Text} from '@ppgp/schema';
import {own} from '../own.js';
import {History} from './history.js';

/** A remark on an item, pinned to a spot of the document or not; `x` and `y` in 0…1 of the page. */
export interface Note {
  text: string;
  at?: {page: number; x: number; y: number};
}

/** All that a rater said of one version of one document. */
export interface Rated {
  readonly marks: Readonly<Record<Id, Mark>>;
  /** What was ticked as true of the whole document. */
  readonly facts: readonly Id[];
  readonly notes: Readonly<Record<Id, Note>>;
  /** What a ticked fact took the place of, to be put back when it is unticked; null = nothing was there. */
  readonly before: Readonly<Record<Id, Mark | null>>;
}

/** Something to look at again. Never a change, never a reason to refuse. */
export type Hint =
  /** The grid's own words about marks that rarely go together. */
  | {kind: 'advice'; say: Text; items: readonly Id[]}
  /** Ticked as a whole, and marked otherwise for this item. */
  | {kind: 'fact-against-mark'; fact: Id; items: readonly Id[]}
  /** « Sans objet », while what would make it so is not ticked. */
  | {kind: 'mark-without-fact'; fact: Id; items: readonly Id[]};

/** Longest remark, in characters. */
export const NOTE_MAX = 500;

const NOTHING: Rated = {marks: {}, facts: [], notes: {}, before: {}};

/** One rater's judgement of one version of a document. Every change can be undone. The grid must be a valid one. */
export class Rating {
  readonly grid: Grid;
  readonly #history: History<Rated>;

  constructor(grid: Grid, given: Partial<Rated> = {}) {
    this.grid = grid;
    this.#history = new History({...NOTHING, ...given});
  }

  get rated(): Rated {
    return this.#history.now;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  markOf(id: Id): Mark | undefined {
    return own(this.rated.marks, id);
  }

  noteOf(id: Id): Note | undefined {
    return own(this.rated.notes, id);
  }

  isTicked(fact: Id): boolean {
    return this.rated.facts.includes(fact);
  }

  /** Marks an item, or (undefined) takes its mark back. « Sans objet » where the item does not allow it, or an item that is not there: nothing happens. */
  mark(id: Id, mark: Mark | undefined): void {
    const item = this.#item(id);
    if (!item || (mark === 'na' && item.na === undefined)) return;
    const {[id]: _mark, ...marks} = this.rated.marks;
    const {[id]: _before, ...before} = this.rated.before;
    this.#history.change({...this.rated, marks: mark ? {...marks, [id]: mark} : marks, before});
  }

  /** Says that something is true of the whole document, or no longer: its items become « sans objet », or what they were before. */
  tick(fact: Id, isTrue: boolean): void {
    const {facts, marks, before} = this.rated;
    const items = this.#itemsOf(fact);
    if (!items.length || isTrue === this.isTicked(fact)) return;
    const stillSet = new Set(facts.filter((other) => other !== fact).flatMap((other) => this.#itemsOf(other)));
    const next = {marks: {...marks}, before: {...before}};
    for (const id of items.filter((each) => !stillSet.has(each))) {
      if (isTrue) {
        next.before[id] = own(marks, id) ?? null;
        next.marks[id] = 'na';
      } else if (own(marks, id) === 'na') {
        const was = own(before, id);
        if (was) next.marks[id] = was;
        else delete next.marks[id];
        delete next.before[id];
      }
    }
    this.#history.change({...this.rated, ...next, facts: isTrue ? [...facts, fact] : facts.filter((other) => other !== fact)});
  }

  /**
   * Keeps a remark on an item; without words and without a spot it goes. Letters typed one after the other are one step of undo, and so is
   * each move of its pin.
   */
  note(id: Id, note: Note | undefined): void {
    if (!this.#item(id) || [...(note?.text ?? '')].length > NOTE_MAX) return;
    const {[id]: before, ...others} = this.rated.notes;
    const isSaid = note !== undefined && (note.at !== undefined || note.text.trim() !== '');
    const isMoved = JSON.stringify(before?.at) !== JSON.stringify(note?.at);
    this.#history.change({...this.rated, notes: isSaid ? {...others, [id]: note} : others}, isMoved ? undefined : `note/${id}`);
  }

  /** Starts over, in one step that can be undone. */
  clear(): void {
    this.#history.change(NOTHING);
  }

  /** What should be looked at again, each once. */
  hints(): Hint[] {
    const {facts = [], advice = []} = this.grid;
    const said = advice.filter(({when}) => when.every(({item, is}) => this.markOf(item) === is));
    const hints = said.map(({say, when}): Hint => ({kind: 'advice', say, items: when.map(({item}) => item)}));
    for (const {id} of facts) {
      const items = this.#itemsOf(id);
      const against = items.filter((item) => this.isTicked(id) && this.markOf(item) !== 'na' && this.markOf(item) !== undefined);
      if (against.length) hints.push({kind: 'fact-against-mark', fact: id, items: against});
      const others = facts.filter((other) => other.id !== id).flatMap(({id: other}) => (this.isTicked(other) ? this.#itemsOf(other) : []));
      const without = items.filter((item) => !this.isTicked(id) && this.markOf(item) === 'na' && !others.includes(item));
      if (without.length) hints.push({kind: 'mark-without-fact', fact: id, items: without});
    }
    return merged(hints);
  }

  #item(id: Id): GridItem | undefined {
    return this.grid.items.find((item) => item.id === id);
  }

  #itemsOf(fact: Id): readonly Id[] {
    return this.grid.facts?.find(({id}) => id === fact)?.setsNa ?? [];
  }
}

/** The same words about other items are said once, about all of them. */
function merged(hints: readonly Hint[]): Hint[] {
  const bySay = new Map<string, Hint>();
  for (const hint of hints) {
    const key = JSON.stringify(hint.kind === 'advice' ? hint.say : [hint.kind, hint.fact]);
    const before = bySay.get(key);
    bySay.set(key, before ? {...hint, items: [...new Set([...before.items, ...hint.items])]} : hint);
  }
  return [...bySay.values()];
}
