import {StoreError} from './answer-store.js';

export type Value = string | number | Uint8Array | null;
export type Row = Record<string, unknown>;

/** Runs one statement, its values written `?` in their order, and gives the rows that it returns: of one that writes, the first at most. */
export type Ask = (sql: string, ...values: Value[]) => Promise<Row[]>;

/** A database that speaks the SQL which both dialects share. */
export interface SqlDatabase {
  /** @throws StoreError */
  ask: Ask;
  /**
   * Runs statements as one whole, on disk once this is fulfilled. `work` awaits nothing but its statements; these throw a StoreError
   * when the whole is lost, and any other error when it is the statement's own.
   * @throws StoreError
   */
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A statement's own error, where nobody expected one. */
export const asStoreError = (error: unknown): StoreError => (error instanceof StoreError ? error : new StoreError('broken', error));

/**
 * Does one part of a transaction such that its failure undoes nothing else.
 * @returns undefined when it failed
 * @throws StoreError when the whole is lost
 */
export async function apart<T>(ask: Ask, part: () => Promise<T>): Promise<T | undefined> {
  await ask('SAVEPOINT apart');
  try {
    const done = await part();
    await ask('RELEASE SAVEPOINT apart');
    return done;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    await ask('ROLLBACK TO SAVEPOINT apart');
    await ask('RELEASE SAVEPOINT apart');
    return undefined;
  }
}
