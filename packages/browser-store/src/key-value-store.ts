/** One step of a commit. Keys are ASCII; values are strings, numbers, and plain objects or lists of those. */
export type Change =
  | {put: string; value: unknown}
  | {remove: string}
  /** Condition: nothing of the commit happens unless the key `expect` held exactly `value` before it (undefined: held nothing). */
  | {expect: string; value: unknown};

/**
 * Records by key, in one database. Every promise rejects, with the browser's own error (`QuotaExceededError`:
 * full; `SecurityError`: not allowed here), when the device's storage refuses; nothing is ever half done.
 */
export interface KeyValueStore {
  /** The value under a key, or undefined. */
  get(key: string): Promise<unknown>;
  /** Up to `limit` records whose key starts with `prefix`, in the order of keys, those after the key `after`. */
  page(prefix: string, options: {after?: string | undefined; limit: number}): Promise<[key: string, value: unknown][]>;
  /** The last key that starts with `prefix`, in the order of keys. */
  last(prefix: string): Promise<string | undefined>;
  /** How many keys start with `prefix`. */
  count(prefix: string): Promise<number>;
  /**
   * All changes or none. Resolves only once they would survive a power cut.
   * Rejects with a {@link ChangedError} where an `expect` does not hold.
   */
  commit(changes: readonly Change[]): Promise<void>;
  /**
   * Whether something that this store was given before cannot be read now: a damaged database was set aside. What is found is then
   * not all there is, and nobody can tell how much there is. Settled by the time any other call has.
   */
  isPartial(): boolean;
  /** Lets go of the database. A later call opens it again. */
  close(): void;
}

/** An `expect` did not hold: somebody else changed the record in the meantime. Nothing was done. */
export class ChangedError extends Error {
  override readonly name = 'ChangedError';
}

/** Whether two stored values are the same. The order of members counts: storage keeps it. */
export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
