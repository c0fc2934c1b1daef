/** What is found exactly once in a file is put otherwise. */
export interface Patch {
  /** Below `packages/`. */
  file: string;
  find: string;
  put: string;
}

/**
 * Who must notice: the simulated device, the real page on a simulated browser, those who post to the collector's store, or those who
 * post to a real collector that is killed.
 */
export type Run = 'simulation' | 'page' | 'store' | 'server';

/** A mistake that somebody made once. */
export interface Bug extends Patch {
  name: string;
  by: Run;
  /** And who else, from level 1. */
  alsoBy?: Run;
  /** What else it takes. */
  also?: Patch[];
}

export const patchesOf = (bug: Bug): Patch[] => [bug, ...(bug.also ?? [])];

/**
 * The text with the patch in it.
 * @throws Error where the text to change is not there exactly once: the code moved on, and the patch must follow
 */
export function patched(text: string, {file, find, put}: Patch): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`A bug cannot be planted: ${file} has ${parts.length - 1} times: ${find}`);
  return parts.join(put);
}
