import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {hash} from './hash.js';
import {wireHash} from './simulation/fake-collector.kit.js';

describe('the hash of a payload', () => {
  it('is written as the protocol says', () => {
    assert.equal(hash(''), 'sha256-47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
    assert.equal(hash('{"q1":"oui"}'), wireHash('{"q1":"oui"}'));
  });

  it('is the one of any other implementation, for every text there is', () => {
    const anyText = fc.oneof(fc.string({unit: 'binary', maxLength: 300}), fc.string({unit: 'grapheme', maxLength: 300}));
    fc.assert(fc.property(anyText, (text) => hash(text) === wireHash(text)));
    assert.equal(hash('\ud800 alone'), wireHash('\ud800 alone'));
    assert.equal(hash('é'.repeat(100_000)), wireHash('é'.repeat(100_000)));
  });
});
