import assert from 'node:assert/strict';
import test from 'node:test';
import {definitionFaultsIn} from '@ppgp/schema/validate';
import {flyer, instrument} from './index.js';

test('the ready-made instruments are valid definitions', () => {
  assert.deepEqual(definitionFaultsIn(flyer), []);
  assert.equal(instrument('flyer'), flyer);
  assert.equal(instrument('constructor'), undefined);
});

test('the flyer questionnaire asks its twelve questions about three documents', () => {
  assert.deepEqual(
    flyer.questions.map(({id}) => id),
    [
      'ff_recu',
      'ff_vu',
      'ff_lu',
      'ff_attire',
      'ff_facile',
      'ff_envie',
      'ff_moment',
      'ff_compris',
      'ff_fait',
      'ff_prefere',
      'ff_trop',
      'ff_mieux',
    ],
  );
  assert.deepEqual(
    flyer.materials?.map(({id}) => id),
    ['lettre_1', 'lettre_2', 'flyer'],
  );
  assert.deepEqual(
    flyer.questions.filter(({required}) => required === true).map(({id}) => id),
    ['ff_recu'],
  );
});
