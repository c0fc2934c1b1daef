import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {browserHash, hashReady} from './browser/hash.js';
import {wireHash} from './simulation/fake-collector.kit.js';

/** Does the work as on a page over plain HTTP, which has no `crypto.subtle`. */
async function onPlainHttp(work: () => Promise<void>): Promise<void> {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  assert.ok(own);
  Object.defineProperty(globalThis, 'crypto', {value: {}, configurable: true});
  try {
    await work();
  } finally {
    Object.defineProperty(globalThis, 'crypto', own);
  }
}

const isTheWires = async (text: string): Promise<void> => assert.equal(await browserHash(text), wireHash(text));

async function isRight(): Promise<void> {
  await hashReady();
  assert.equal(await browserHash(''), 'sha256-47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
  const anyText = fc.oneof(fc.string({unit: 'binary', maxLength: 300}), fc.string({unit: 'grapheme', maxLength: 300}));
  await fc.assert(fc.asyncProperty(anyText, isTheWires));
  await isTheWires('\ud800 alone');
  await isTheWires('é'.repeat(100_000));
}

describe('the hash of a payload, written as the protocol says and as any other implementation writes it', () => {
  it('is made by the browser itself', () => isRight());

  it('is the same on plain HTTP, where a library makes it', () => onPlainHttp(isRight));
});
