import type {KeyValueStore} from '@ppgp/browser-store';
import {DRAFTS, hourOf, isOver, type KeptDraft} from './kept-drafts.js';

/** Unfinished answers on this device, for 24 hours: every page sweeps what is over, few keep any. */
export class Drafts {
  readonly #store: KeyValueStore;
  readonly #now: () => number;

  /** `now`: milliseconds since 1970. */
  constructor(store: KeyValueStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Keeps an unfinished answer in the place of what was kept under this name. */
  async keep(name: string, text: string): Promise<void> {
    const kept: KeptDraft = {v: 1, hour: hourOf(this.#now()), text};
    await this.#store.commit([{put: DRAFTS + name, value: kept}]);
  }

  /** What is kept under a name, unless it is over. */
  async read(name: string): Promise<string | undefined> {
    const stored = await this.#store.get(DRAFTS + name);
    return isOver(stored, this.#now()) ? undefined : (stored as KeptDraft).text;
  }

  async erase(name: string): Promise<void> {
    await this.#store.commit([{remove: DRAFTS + name}]);
  }
}
