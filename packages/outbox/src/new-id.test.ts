import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isAnswerId} from '@ppgp/protocol';
import {newId} from './new-id.js';

describe('a new id', () => {
  it('is a UUID of version 4, in lower case', () => {
    for (let times = 0; times < 200; times++) {
      const id = newId();
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.ok(isAnswerId(id));
    }
  });

  it('keeps every random bit that the format has room for', () => {
    assert.equal(newId({bytes: () => new Uint8Array(16)}), '00000000-0000-4000-8000-000000000000');
    assert.equal(newId({bytes: () => new Uint8Array(16).fill(255)}), 'ffffffff-ffff-4fff-bfff-ffffffffffff');
    const counting = Uint8Array.from({length: 16}, (_, index) => index * 17);
    assert.equal(newId({bytes: () => counting}), '00112233-4455-4677-8899-aabbccddeeff');
  });

  it('is not made without randomness (mode 67)', () => {
    const bytes = (): never => {
      throw new Error('no randomness');
    };
    assert.throws(() => newId({bytes}), /no randomness/);
  });
});
