import assert from 'node:assert/strict';
import {test} from 'node:test';
import {appOn, openStore} from '../collector.kit.js';
import {ID, asking, said} from './form.kit.js';

const definition = asking([{id: 'mot', type: 'text', label: 'Un mot ?', max: 200}]);

test('the collector serves it, with the headers of all it serves', async (t) => {
  const store = await openStore(t);
  await store.register({format: 'ppgp-campaign/1', id: ID, definition}, definition, '2026-11-21');
  const response = await appOn(store).request(`/f/${ID}`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
  assert.match(await said(response), /1\. Un mot \?/);
});
