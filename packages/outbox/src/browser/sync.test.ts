import assert from 'node:assert/strict';
import {it} from 'node:test';

it('the worker’s part answers its own tag alone, and asks to be woken again while it cannot know that nothing waits (mode 89)', async () => {
  const listeners = new Map<string, (event: unknown) => void>();
  // A worker without a database: what waits cannot be read.
  globalThis.addEventListener = ((type: string, listener: () => void) =>
    listeners.set(type, listener)) as unknown as typeof addEventListener;
  // Its next try must not keep this test waiting.
  const {setTimeout} = globalThis;
  globalThis.setTimeout = ((call: () => void, ms: number) => setTimeout(call, ms).unref()) as unknown as typeof setTimeout;
  const awake = setInterval(() => undefined, 1_000);
  await import('./sync.js');
  const waited: Promise<unknown>[] = [];
  const event = (tag: string): unknown => ({tag, waitUntil: (work: Promise<unknown>) => waited.push(work)});
  listeners.get('sync')?.(event('of-the-host'));
  assert.equal(waited.length, 0);
  listeners.get('sync')?.(event('ppgp-outbox'));
  assert.equal(waited.length, 1);
  await assert.rejects(Promise.all(waited));
  clearInterval(awake);
});
