/** A formatter that is made when it is first wanted, and kept: making one takes a telephone some milliseconds. */
export function once<Formatter>(make: () => Formatter): () => Formatter {
  let made: Formatter | undefined;
  return () => (made ??= make());
}
