/** The rest that an outbox takes between two signs of life, in milliseconds; longer waits are for a database or a network that fails. */
const REST_MS = 1_000;

/** Leaves out the waits of a second or less, until the function that it returns is called. */
export function hasten(): () => void {
  const {setTimeout} = globalThis;
  const hasty = (run: () => void, ms = 0): ReturnType<typeof setTimeout> => setTimeout(run, ms > REST_MS ? ms : Math.min(ms, 10));
  globalThis.setTimeout = hasty as typeof setTimeout;
  return () => void (globalThis.setTimeout = setTimeout);
}
