/** The same work, done once at a time: whoever asks while it is being done shares the next time. */
export function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    next = undefined;
    return work();
  };
  return () => (last = next ??= last.then(begin, begin));
}
