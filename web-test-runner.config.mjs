/**
 * Browser tests: `npx wtr`, or `ENGINES=chromium npx wtr --files 'packages/elements/src/flyer-feedback/*.test.ts'`.
 * They run in Chromium, Firefox and WebKit, under the project's strict policy, and fail for unhandled rejections, policy violations,
 * `console.error` and Lit's warnings. `PICTURES=folder` also writes a picture of every state of every element. What differs from the policy for the runner's own sake stands in `runner/strict-page.ts`.
 */
import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {defaultReporter} from '@web/test-runner';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {tsImport} from 'tsx/esm/api';

/** @type {typeof import('./packages/testing/src/runner/index.js')} */
const runner = await tsImport('./packages/testing/src/runner/index.ts', import.meta.url);
const {browsers, missing} = runner.launchers();
const here = fileURLToPath(new URL('.', import.meta.url));

const manifests = async () => {
  const {stdout} = await promisify(execFile)(process.execPath, ['scripts/build/editors/print-manifest.mjs'], {cwd: here});
  return JSON.parse(stdout);
};

export default {
  rootDir: here,
  files: ['packages/{browser-store,elements}/src/**/*.test.ts'],
  // 'development' is Lit with its warnings.
  nodeResolve: {exportConditions: ['ppgp-source', 'development', 'browser']},
  middleware: [runner.strictPage, runner.fakeSites],
  testRunnerHtml: runner.testPage,
  // Without the tsconfig esbuild writes class fields that hide Lit's accessors.
  plugins: [
    runner.pageCommands(),
    runner.elementApi(manifests),
    runner.pictureCommand(),
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: `${here}tsconfig.base.json`}),
  ],
  browsers,
  concurrentBrowsers: Number(process.env.CONCURRENT_BROWSERS ?? 2),
  testFramework: {config: {ui: 'bdd', timeout: 30_000}},
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  reporters: [
    defaultReporter({reportTestResults: true, reportTestProgress: process.stdout.isTTY}),
    runner.countReporter({file: process.env.TEST_COUNTS, missing}),
  ],
};
