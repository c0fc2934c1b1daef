import assert from 'node:assert/strict';
import {it} from 'node:test';

it('the worker’s part answers its own tag alone, and asks to be woken again while it cannot know that nothing waits (mode 89)', async () => {
  const listeners = new Map<string, (event: unknown) => void>();
  // A worker without a database: what waits cannot be read.
  globalThis.addEventListener = ((type: string, listener: () => void) => listeners.set(type, listener)) as typeof addEventListener;
  await import('./sync.js');
  const waited: Promise<unknown>[] = [];
  const event = (tag: string): unknown => ({tag, waitUntil: (work: Promise<unknown>) => waited.push(work)});
  listeners.get('sync')?.(event('of-the-host'));
  assert.equal(waited.length, 0);
  listeners.get('sync')?.(event('ppgp-outbox'));
  assert.equal(waited.length, 1);
  await assert.rejects(Promise.all(waited));
});
