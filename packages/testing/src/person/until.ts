import {setTimeout as pause} from 'node:timers/promises';

/**
 * Asks again and again until the answer is `true`; anything else says what is missing and becomes the error after `seconds`.
 * An error while asking counts as "not yet": a page that navigates cannot answer.
 */
export async function until(ask: () => Promise<true | string>, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    if (answer === true) return;
    if (Date.now() > deadline) throw new Error(`after ${seconds} s: ${answer}`);
    await pause(30);
  }
}
