/** Longer than any frame: a page that is hidden draws none. */
const PATIENCE_MS = 100;

/** Once the frame is drawn that shows what a person just did: what follows from it need not keep them waiting. */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, PATIENCE_MS);
    requestAnimationFrame(() => setTimeout(done));
  });
