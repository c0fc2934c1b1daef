import type {Log} from '../dependencies.js';
import {StoreError} from '../store/answer-store.js';

/** Logs what kind of failure it was, never its message: that may quote an answer. */
export function logFailure(error: unknown, log: Log | undefined): void {
  if (error instanceof StoreError) log?.({event: `store-${error.code}`});
  else log?.({event: 'internal', error: error instanceof Error ? error.name : typeof error});
}
