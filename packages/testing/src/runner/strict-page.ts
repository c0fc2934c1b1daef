import {createHash} from 'node:crypto';
import type {TestRunnerConfig} from '@web/test-runner';
import {policyHeader} from '../pages/strict-policy.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/**
 * The page that a browser test runs in. `watch-tests` comes before the test framework, so that what happens from the first
 * line on fails a test.
 */
export const testPage = (testFramework: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>tests</title>
<script type="module" src="/packages/testing/src/runner/watch-tests.ts"></script>
<script type="module" src="${testFramework}"></script></head><body></body></html>`;

/**
 * Serves the test page under the project's strict policy. Two things differ from it, for the test runner alone: its own inline
 * scripts, let through one by one by their hash, and its web socket.
 */
export const strictPage: Middleware = async (context, next) => {
  await next();
  if (context.path !== '/' || typeof context.body !== 'string') return;
  const inline = [...context.body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = inline.map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  context.set('content-security-policy', policyHeader({'script-src': hashes, 'connect-src': [`ws://${context.host}`]}));
};
