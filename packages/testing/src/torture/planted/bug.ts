/** A mistake that somebody made once, as a patch: what is found exactly once in a file is put otherwise. */
export interface Bug {
  name: string;
  /** Below `packages/`. */
  file: string;
  find: string;
  put: string;
  /** Which run must notice it: the simulated device, the real page on a simulated browser, or the collector. */
  by: Run;
}

export type Run = 'simulation' | 'page' | 'server';

/**
 * The text with the bug in it.
 * @throws Error where the text to change is not there exactly once: the code moved on, and the patch must follow
 */
export function planted(text: string, {name, file, find, put}: Bug): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`« ${name} » cannot be planted: ${file} has ${parts.length - 1} times: ${find}`);
  return parts.join(put);
}
