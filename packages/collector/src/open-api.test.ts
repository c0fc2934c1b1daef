import assert from 'node:assert/strict';
import {test} from 'node:test';
import {appOn, openStore} from './collector.kit.js';
import {OPEN_API} from './open-api.js';

interface Described {
  paths: Record<string, Record<string, {responses: Record<string, unknown>}>>;
}

test('what is described is what is routed, no more and no less', async (t) => {
  const app = appOn(await openStore(t));
  const routed = app.routes
    .filter(({method, path}) => method !== 'ALL' && !path.startsWith('/f/') && path !== '/_cli')
    .map(({method, path}) => `${method} ${path.replace(':id', '{id}')}`);
  const {paths} = (await (await app.request('/openapi.json')).json()) as Described;
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.deepEqual(described.sort(), [...new Set(routed)].sort());
});

test('each route is described with what it answers', () => {
  const {paths} = OPEN_API as unknown as Described;
  for (const methods of Object.values(paths))
    for (const {responses} of Object.values(methods)) assert.ok(Object.keys(responses).length > 0);
});
