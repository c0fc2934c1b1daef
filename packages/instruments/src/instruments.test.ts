import assert from 'node:assert/strict';
import test from 'node:test';
import {parseDefinition} from '@ppgp/schema/validate';
import * as all from './index.js';

const {instrument, ...named} = all;

test('the ready-made instruments are valid definitions, also after a journey as JSON', () => {
  for (const definition of Object.values(named)) {
    assert.equal(parseDefinition(definition), definition);
    assert.deepEqual(parseDefinition(JSON.parse(JSON.stringify(definition))), definition);
  }
});

test('each is found by its id, and nothing else is', () => {
  const ids = ['usagers', 'pros', 'flyer', 'post-formation', 'bilan', 'ariane', 'plateau', 'pemat-p', 'pemat-av'];
  assert.deepEqual(
    ids.map((id) => instrument(id)?.id),
    ids,
  );
  assert.equal(Object.keys(named).length, ids.length);
  assert.equal(instrument('constructor'), undefined);
});

test('each can be imported alone', async () => {
  for (const definition of Object.values(named)) {
    const alone = (await import(`@ppgp/instruments/${definition.id}`)) as Record<string, unknown>;
    assert.deepEqual(Object.values(alone), [definition]);
  }
});

test('each says where it comes from, what is this project’s, and whose the marks are', () => {
  for (const {id, origin} of Object.values(named)) {
    assert.ok(typeof origin === 'string', id);
    assert.match(origin, /pour ce projet/, id);
    assert.match(origin, /PPGP® est une marque de son titulaire, sans lien avec ce logiciel\.$/, id);
  }
  for (const [{origin}, open] of [
    [all.usagers, 'u_services'],
    [all.pros, 'p_freins'],
    [all.bilan, 'b_garder'],
    [all.ariane, 'a_duree'],
  ] as const)
    assert.match(String(origin), new RegExp(open), 'a list the source left open is named');
});
