// @ts-check
/**
 * The build of `dist/ppgp-sync.js`, for a host's own service worker: one classic script with all it needs in it, because `importScripts`
 * takes no modules and a worker may not load anything later.
 */
import {defaultClientConditions} from 'vite';
import {bundleReport} from './bundle-report.mjs';
import {terse} from './smaller.mjs';

/** @type {import('vite').InlineConfig} */
export const syncBuild = {
  configFile: false,
  logLevel: 'warn',
  resolve: {conditions: ['ppgp-source', ...defaultClientConditions]},
  plugins: [terse(), bundleReport({add: true})],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: {entry: 'packages/outbox/src/browser/sync.ts', formats: ['iife'], name: 'ppgpSync', fileName: () => 'ppgp-sync.js'},
    rolldownOptions: {output: {codeSplitting: false, minify: true, comments: {annotation: false, legal: false}}},
  },
};
